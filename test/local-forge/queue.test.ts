/** Queue events: late, twice, out of order, together, and again after a failure. */
import api, { route } from '@forge/api';
import { InvocationError, InvocationErrorCode, Queue, RateLimitError, TooManyEventsError } from '@forge/events';
import { probe } from './probe';

describe('queue', () => {
  const queue = new Queue({ key: 'work' });

  test('waits for the delay', async () => {
    const { run, forge, site, clock } = probe();
    await run(async () => queue.push({ body: {}, delayInSeconds: 60 }));
    expect(await forge.queue.deliver(site)).toBe(0);
    clock.advance(60_000);
    expect(await forge.queue.deliver(site)).toBe(1);
    expect(forge.queue.pending(site)).toEqual([]);
  });

  test('a failing consumer gets the event again, with its retry context, until 24 hours are over', async () => {
    const { run, forge, site, clock, handlers } = probe();
    const contexts: unknown[] = [];
    handlers.worker = (event) => {
      contexts.push((event as { retryContext?: { retryCount: number } }).retryContext?.retryCount);
      throw new Error('no');
    };
    await run(async () => queue.push({ body: {} }));
    await forge.queue.deliver(site);
    expect(await forge.queue.deliver(site)).toBe(0);
    clock.advance(1000);
    await forge.queue.deliver(site);
    expect(contexts).toEqual([undefined, 1]);
    clock.advance(24 * 3600 * 1000);
    await forge.queue.deliver(site);
    expect(forge.queue.pending(site)).toEqual([]);
  });

  test('a consumer can ask for a retry with its own wait and data', async () => {
    const { run, forge, site, clock, handlers } = probe();
    const seen: unknown[] = [];
    handlers.worker = (event) => {
      seen.push((event as { retryContext?: unknown }).retryContext);
      return seen.length > 1
        ? undefined
        : new InvocationError({
            retryAfter: 30,
            retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
            retryData: { cursor: 7 },
          });
    };
    const { jobId } = await run(async () => queue.push({ body: {} }));
    await forge.queue.deliver(site);
    clock.advance(29_999);
    expect(await forge.queue.deliver(site)).toBe(0);
    clock.advance(1);
    expect(await forge.queue.deliver(site)).toBe(1);
    expect(seen[1]).toMatchObject({
      retryCount: 1,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { cursor: 7 },
      retentionWindow: { startTime: '2026-11-20T13:00:00.000Z', remainingTimeMs: 24 * 3600 * 1000 - 30_000 },
    });
    expect(await run(async () => queue.getJob(jobId).getStats())).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  test('delivers twice and in another order when told to; cancel stops what has not started', async () => {
    const { run, forge, site, handlers } = probe();
    const got: unknown[] = [];
    handlers.worker = (event) => void got.push((event as { body: { n: number } }).body.n);
    await run(async () => queue.push([{ body: { n: 1 } }, { body: { n: 2 } }]));
    await forge.queue.deliver(site, { times: 2, order: (events) => [...events].reverse() });
    expect(got).toEqual([2, 2, 1, 1]);
    await run(async () => {
      const { jobId } = await queue.push({ body: { n: 3 } });
      await queue.getJob(jobId).cancel();
    });
    expect(await forge.queue.drain(site)).toBe(0);
  });

  test('limits: 50 a push, 500 a minute, 1,000 pushes in a chain, and only queues with a consumer', async () => {
    const { run, forge, site, clock, handlers } = probe();
    const many = (count: number) => Array.from({ length: count }, () => ({ body: {} }));
    await expect(run(async () => queue.push(many(51)))).rejects.toBeInstanceOf(TooManyEventsError);
    await run(async () => {
      for (let i = 0; i < 10; i += 1) await queue.push(many(50));
    });
    await expect(run(async () => queue.push({ body: {} }))).rejects.toBeInstanceOf(RateLimitError);
    await expect(run(async () => new Queue({ key: 'other' }).push({ body: {} }))).rejects.toThrow(
      'The manifest declares no consumer of the queue other.',
    );
    await forge.queue.drain(site);
    clock.advance(60_000);
    handlers.worker = async () => {
      clock.advance(200);
      await queue.push({ body: {} });
    };
    await run(async () => queue.push({ body: {} }));
    await expect(forge.queue.drain(site, 1100)).rejects.toThrow('1 events still wait');
    expect(forge.invocations.count({ kind: 'consumer', outcome: 'answered' })).toBe(500 + 999);
  });

  test('a consumer has no user, and acts as the app', async () => {
    const { run, forge, site, jira, handlers } = probe();
    handlers.worker = async (_event, second) => {
      expect(second).not.toHaveProperty('principal');
      await api.asApp().requestJira(route`/rest/api/3/field`);
      await api.asUser().requestJira(route`/rest/api/3/myself`);
    };
    await run(async () => queue.push({ body: {} }));
    await forge.queue.deliver(site);
    expect(jira.tokensFor).toMatchObject([{ principal: { type: 'app' } }]);
    expect(forge.invocations.entries.at(-1)).toMatchObject({
      kind: 'consumer',
      outcome: 'failed',
      problem: 'Authentication Required',
    });
  });

  test('a cancelled job is not tried again', async () => {
    const { run, forge, site, handlers } = probe();
    handlers.worker = async (event) => {
      await queue.getJob((event as { jobId: string }).jobId).cancel();
      throw new Error('no');
    };
    await run(async () => queue.push([{ body: {} }, { body: {} }]));
    expect(await forge.queue.drain(site)).toBe(1);
  });

  describe('together', () => {
    /** How many runs there were at the same time, at most, of each body's `key`. */
    async function most(events: readonly { key?: string; limit?: number; queueKey?: string }[], times = 1) {
      const { run, forge, site, handlers } = probe();
      const now = new Map<string, number>();
      const top = new Map<string, number>();
      handlers.worker = async (event) => {
        const { key } = (event as { body: { key: string } }).body;
        now.set(key, (now.get(key) ?? 0) + 1);
        top.set(key, Math.max(top.get(key) ?? 0, now.get(key) ?? 0));
        await new Promise((resolve) => setTimeout(resolve, 1));
        now.set(key, (now.get(key) ?? 0) - 1);
      };
      await run(async () => {
        for (const { key, limit, queueKey = 'work' } of events) {
          await new Queue({ key: queueKey }).push({
            body: { key: key ?? 'free' },
            ...(key === undefined ? {} : { concurrency: { key, limit: limit ?? 1 } }),
          });
        }
      });
      let rounds = 0;
      while (forge.queue.pending(site).length > 0 && rounds < 10) {
        await forge.queue.deliver(site, { together: true, times });
        rounds += 1;
      }
      return { ...Object.fromEntries(top), rounds };
    }

    test('jobs run at the same time, and both deliveries of one do not', async () => {
      expect(await most([{}, {}, {}], 2)).toEqual({ free: 3, rounds: 1 });
    });

    test('concurrency holds over all queues of the app, by key', async () => {
      const events = [
        { key: 'one', limit: 1 },
        { key: 'one', limit: 1, queueKey: 'long-work' },
        { key: 'two', limit: 2 },
        { key: 'two', limit: 2 },
        { key: 'two', limit: 2 },
      ];
      expect(await most(events)).toEqual({ one: 1, two: 2, rounds: 2 });
    });
  });

  test('only one queue when told to', async () => {
    const { run, forge, site } = probe();
    await run(async () => {
      await queue.push({ body: {} });
      await new Queue({ key: 'long-work' }).push({ body: {} });
    });
    expect(await forge.queue.deliver(site, { queueName: 'long-work' })).toBe(1);
    expect(forge.queue.pending(site).map(({ queueName }) => queueName)).toEqual(['work']);
  });
});

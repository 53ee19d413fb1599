/** Queue, schedules and product events: late, twice, out of order, and again after a failure. */
import { InvocationError, InvocationErrorCode, Queue, RateLimitError, TooManyEventsError } from '@forge/events';
import api, { route } from '@forge/api';
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

  test('a consumer has no user', async () => {
    const { run, forge, site, handlers } = probe();
    handlers.worker = async (_event, second) => {
      expect(second).not.toHaveProperty('principal');
      await api.asUser().requestJira(route`/rest/api/3/myself`);
    };
    await run(async () => queue.push({ body: {} }));
    await forge.queue.deliver(site);
    expect(forge.invocations.entries.at(-1)).toMatchObject({ kind: 'consumer', outcome: 'failed' });
  });
});

describe('schedules', () => {
  test('first after five minutes, then every interval; a long pause makes up for nothing', async () => {
    const { forge, site, clock, handlers } = probe();
    let runs = 0;
    handlers.nightly = () => void (runs += 1);
    await forge.schedules.runDue(site);
    expect(runs).toBe(0);
    clock.advance(5 * 60_000);
    await forge.schedules.runDue(site);
    await forge.schedules.runDue(site);
    expect(runs).toBe(1);
    clock.advance(10 * 3600_000);
    await forge.schedules.runDue(site);
    expect(runs).toBe(2);
  });

  test('an error is not retried; an unlicensed site is skipped where the filter says so', async () => {
    const { forge, site, handlers } = probe();
    handlers.nightly = () => {
      throw new Error('no');
    };
    expect(await forge.schedules.run(site, 'nightly')).toBe('failed');
    expect(await forge.schedules.run(site, 'licensed-nightly')).toBe('skipped');
    site.license = { active: true };
    handlers.nightly = () => undefined;
    expect(await forge.schedules.run(site, 'licensed-nightly')).toBe('answered');
    await expect(forge.schedules.run(site, 'none')).rejects.toThrow('no scheduled trigger none');
  });
});

describe('product events', () => {
  const updated = {
    eventType: 'avi:jira:updated:issue',
    issue: { id: '10001', fields: { summary: 'S', customfield_10010: { value: 'Relevant' } } },
    selfGenerated: false,
  };

  test('reach the triggers that name them, without custom fields', async () => {
    const { forge, site, jira, handlers } = probe();
    const got: unknown[] = [];
    handlers.onEvent = (event) => void got.push(event);
    await forge.events.deliver(site);
    expect(got).toMatchObject([{ eventType: 'avi:forge:installed:app' }]);
    jira.emit(updated);
    jira.emit({ ...updated, eventType: 'avi:jira:created:issue' });
    await forge.events.deliver(site);
    expect(got.slice(1)).toEqual([{ ...updated, issue: { id: '10001', fields: { summary: 'S' } } }]);
  });

  test('ignoreSelf drops what the app did; too large ones never come', async () => {
    const { forge, site, jira } = probe();
    await forge.events.deliver(site);
    jira.emit({ ...updated, selfGenerated: true });
    jira.emit({ ...updated, large: 'x'.repeat(201 * 1024) });
    expect(await forge.events.deliver(site)).toBe(0);
    expect(forge.events.dropped).toEqual(['avi:jira:updated:issue']);
  });

  test('come late, twice and in any order when told to', async () => {
    const { forge, site, jira, clock, handlers } = probe();
    await forge.events.deliver(site);
    const got: unknown[] = [];
    handlers.onEvent = (event) => void got.push((event as { n: number }).n);
    forge.events.delayMs = 3 * 60_000;
    jira.emit({ ...updated, n: 1 });
    jira.emit({ ...updated, n: 2 });
    expect(await forge.events.deliver(site)).toBe(0);
    clock.advance(3 * 60_000);
    await forge.events.deliver(site, { times: 2, order: (events) => [...events].reverse() });
    expect(got).toEqual([2, 2, 1, 1]);
  });

  test('an app may ask for four retries', async () => {
    const { forge, site, jira, handlers } = probe();
    await forge.events.deliver(site);
    let runs = 0;
    handlers.onEvent = () => {
      runs += 1;
      return new InvocationError({ retryAfter: 900, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
    };
    jira.emit(updated);
    for (let i = 0; i < 10; i += 1) await forge.events.deliver(site, { early: true });
    expect(runs).toBe(5);
  });
});

test('runDue serves every site at once', async () => {
  const { run, forge, clock } = probe();
  await run(async () => new Queue({ key: 'work' }).push({ body: {} }));
  clock.advance(5 * 60_000);
  // The installation event, the job and the hourly schedule; the licensed one is skipped.
  await forge.runDue();
  expect(forge.invocations.entries.map(({ kind }) => kind)).toEqual(['resolver', 'trigger', 'consumer', 'schedule']);
});

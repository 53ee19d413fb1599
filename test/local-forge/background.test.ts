/** Schedules, product events, and the timer that delivers by itself. */
import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import { probe } from './probe';

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

  test('a failed expression is told to the app whose it is', async () => {
    const { forge, site, jira } = probe();
    await forge.events.deliver(site);
    const failed = (appId: string) => ({
      eventType: 'avi:jira:failed:expression',
      extensionId: `ari:cloud:ecosystem::extension/${appId}/${site.environmentId}/static/assigned`,
    });
    jira.emit(failed('99999999-2222-4333-8444-555555555555'));
    expect(forge.events.pending(site)).toEqual([]);
    jira.emit(failed('11111111-2222-4333-8444-555555555555'));
    expect(forge.events.pending(site)).toMatchObject([{ triggerKey: 'expression-failed' }]);
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

describe('the timer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('delivers what is due by itself, twice when told to, and a slow job holds no event up', async () => {
    const { run, forge, site, jira, handlers } = probe();
    const got: string[] = [];
    handlers.worker = async () => {
      got.push('job');
      await new Promise((resolve) => setTimeout(resolve, 5000));
    };
    handlers.onEvent = (event) => void got.push((event as { eventType: string }).eventType);
    await forge.events.deliver(site);
    got.length = 0;
    let times = 1;
    const runs: number[] = [];
    forge.startTimer(200, { times: () => times, onRuns: (count) => runs.push(count) });
    await run(async () => new Queue({ key: 'work' }).push({ body: {} }));
    await jest.advanceTimersByTimeAsync(200);
    expect(got).toEqual(['job']);
    times = 2;
    jira.emit({ eventType: 'avi:jira:updated:issue', selfGenerated: false });
    await jest.advanceTimersByTimeAsync(200);
    expect(got).toEqual(['job', 'avi:jira:updated:issue', 'avi:jira:updated:issue']);
    await jest.advanceTimersByTimeAsync(5000);
    expect([got.length, runs]).toEqual([3, [2, 1]]);
    forge.close();
  });

  test('begins nothing while a world is made', async () => {
    const { run, forge, site, handlers } = probe();
    let runs = 0;
    handlers.worker = () => void (runs += 1);
    forge.startTimer(200);
    await forge.whileStill(async () => {
      await run(async () => new Queue({ key: 'work' }).push({ body: {} }));
      await jest.advanceTimersByTimeAsync(2000);
      expect(runs).toBe(0);
    });
    await jest.advanceTimersByTimeAsync(200);
    expect([runs, forge.queue.pending(site)]).toEqual([1, []]);
    forge.close();
  });
});

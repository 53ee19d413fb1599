/** Trouble at one chosen request: the same job dies at each of its calls in turn and is delivered again. */
import api, { route } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { changesJira } from './platform-calls';
import { probe, type Probe } from './probe';

/** Reads, writes to Jira, writes down that it did, and says so to the next job. */
async function work(): Promise<void> {
  await kvs.get('done');
  await api.asApp().requestJira(route`/rest/api/3/field`, { method: 'POST', body: '{}' });
  await kvs.set('done', true);
  await new Queue({ key: 'long-work' }).push({ body: {} });
}

async function start({ run }: Probe): Promise<void> {
  await run(async () => new Queue({ key: 'work' }).push({ body: {} }));
}

const posts = ({ jira }: Probe) => jira.seen.filter(({ method }) => method === 'POST').length;

test.each([
  // Dies before: as if never begun. Dies after: done, and done again by the next delivery.
  ['kill before', 1, 'kvs', '/api/v1/get', 1],
  ['kill before', 2, 'jira', '/rest/api/3/field', 1],
  ['kill after', 2, 'jira', '/rest/api/3/field', 2],
  ['kill before', 3, 'kvs', '/api/v1/set', 2],
  ['kill after', 3, 'kvs', '/api/v1/set', 2],
  ['kill after', 4, 'queue', '/webhook/queue/publish', 2],
] as const)('%s call %i (%s %s): %i writes to Jira in the end', async (by, atCall, to, path, written) => {
  const on = probe();
  const { forge, site, handlers } = on;
  let runs = 0;
  handlers.worker = async (event) => {
    if ((event as { queueName: string }).queueName === 'long-work') return;
    runs += 1;
    await work();
  };
  await start(on);
  const armed = forge.disturb(site, { atCall, by, kind: 'consumer' });
  await forge.queue.drain(site);
  expect(armed.hit).toMatchObject({ to });
  expect(armed.hit?.path.startsWith(path)).toBe(true);
  expect([runs, posts(on)]).toEqual([2, written]);
  expect(forge.kvs(site).values()).toEqual({ done: true });
  expect(forge.invocations.count({ kind: 'consumer', outcome: 'stopped' })).toBe(1);
});

test('a killed function does nothing more, not even what it did beside', async () => {
  const on = probe();
  const { forge, site, handlers } = on;
  let beside: Promise<unknown> = Promise.resolve();
  handlers.worker = async () => {
    beside = new Promise((resolve) => setTimeout(resolve, 1)).then(async () => kvs.set('beside', true));
    beside.catch(() => undefined);
    await kvs.set('here', true);
  };
  await start(on);
  forge.disturb(site, { atCall: 1, by: 'kill before', kind: 'consumer' });
  await forge.queue.deliver(site);
  await expect(beside).rejects.toThrow('after it had been stopped');
  expect(forge.kvs(site).values()).toEqual({});
});

test('counts over all invocations, hits once, and counts an undisturbed run', async () => {
  const on = probe();
  const { forge, site, handlers } = on;
  handlers.worker = async (event) => ((event as { queueName: string }).queueName === 'long-work' ? undefined : work());
  await start(on);
  const counting = forge.disturb(site, {
    atCall: Number.POSITIVE_INFINITY,
    by: 'kill before',
    counts: ({ changes }) => changes,
    kind: 'consumer',
  });
  const third = forge.disturb(site, { atCall: 3, by: 'kill after', counts: ({ to }) => to === 'kvs' });
  await forge.queue.drain(site);
  await start(on);
  await forge.queue.drain(site);
  // Two jobs of three writes each; the second one's first look into the storage was its end, so it ran twice.
  expect(counting.counted).toBe(6);
  expect(third.hit).toMatchObject({ method: 'POST', changes: false });
  expect(counting.hit).toBeUndefined();
  counting.disarm();
  await start(on);
  await forge.queue.drain(site);
  expect(counting.counted).toBe(6);
});

test('lose answer: it was done, and the function sees a network error', async () => {
  const { forge, site, jira, run } = probe();
  forge.disturb(site, { atCall: 1, by: 'lose answer', counts: ({ to }) => to === 'jira' });
  const call = run(async () => api.asApp().requestJira(route`/rest/api/3/field`, { method: 'POST', body: '{}' }));
  await expect(call).rejects.toThrow('the answer was lost');
  expect(jira.seen).toHaveLength(1);
});

test('a refusal: nothing was done', async () => {
  const { forge, site, jira, run } = probe();
  const refusal = { status: 409, body: { errorMessages: ['Somebody was faster.'] } };
  forge.disturb(site, { atCall: 1, by: refusal, counts: ({ to }) => to === 'jira' });
  const answer = await run(async () => {
    const response = await api.asApp().requestJira(route`/rest/api/3/field`, { method: 'POST', body: '{}' });
    return { status: response.status, body: (await response.json()) as unknown };
  });
  expect([answer, jira.seen]).toEqual([refusal, []]);
});

describe('writes to the storage', () => {
  test('are refused, and reads are not', async () => {
    const { forge, site, run } = probe();
    forge.kvs(site).failNextWrites({ status: 429, code: 'RATE_LIMIT_EXCEEDED' }, 2);
    expect(await run(async () => kvs.get('a'))).toBeUndefined();
    await expect(run(async () => kvs.set('a', 1))).rejects.toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
    await expect(run(async () => kvs.delete('a'))).rejects.toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
    await run(async () => kvs.set('a', 2));
    expect(forge.kvs(site).values()).toEqual({ a: 2 });
  });

  test('are refused one by one with a disturbance', async () => {
    const { forge, site, run } = probe();
    forge.disturb(site, {
      atCall: 2,
      by: { status: 500, body: { code: 'INTERNAL', message: 'no' } },
      counts: ({ to, changes }) => to === 'kvs' && changes,
    });
    await run(async () => kvs.set('a', 1));
    await expect(run(async () => kvs.set('b', 2))).rejects.toMatchObject({ code: 'INTERNAL' });
    await run(async () => kvs.set('c', 3));
    expect(forge.kvs(site).values()).toEqual({ a: 1, c: 3 });
  });
});

test.each([
  ['GET', '/rest/api/3/field', false],
  ['POST', '/rest/api/3/field', true],
  ['POST', '/rest/api/3/search/jql', false],
  ['POST', '/rest/api/3/search/approximate-count', false],
  ['POST', '/rest/api/3/issue/bulkfetch', false],
  ['POST', '/rest/api/3/issue', true],
  ['POST', '/rest/api/3/permissions/check', false],
  ['POST', '/rest/api/3/workflows', false],
  ['POST', '/rest/api/3/workflows/update/validation', false],
  ['POST', '/rest/api/3/workflows/update', true],
  ['POST', '/rest/api/3/workflows/create', true],
  ['POST', '/rest/api/3/workflowscheme/read', false],
  ['POST', '/rest/api/3/workflowscheme/project/switch', true],
  ['PUT', '/rest/api/3/workflowscheme/project', true],
  ['DELETE', '/rest/api/3/field/customfield_10010', true],
])('%s %s changes Jira: %s', (method, path, changes) => {
  expect(changesJira(method, path)).toBe(changes);
});

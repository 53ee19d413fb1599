/** What Forge forbids fails here too, and says why. */
import api, { invokeRemote, invokeService, route } from '@forge/api';
import { Queue } from '@forge/events';
import { createLocalForge } from './local-forge';
import { FIXTURE_APP, ISSUE_EXTENSION, probe } from './probe';

const call = { moduleKey: 'panel', accountId: 'mara', extension: ISSUE_EXTENSION, functionKey: 'probe' };

describe('time', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('a resolver has 25 seconds', async () => {
    const { run, forge } = probe();
    const answer = run(async () => new Promise(() => undefined)).catch((error: unknown) => String(error));
    await jest.advanceTimersByTimeAsync(24_999);
    expect(forge.invocations.count()).toBe(0);
    await jest.advanceTimersByTimeAsync(2);
    expect(await answer).toContain('There was an error invoking the function - Task timed out after 25.00 seconds');
    expect(forge.invocations.entries).toMatchObject([{ kind: 'resolver', outcome: 'timed out' }]);
  });

  test.each([
    ['work', 55],
    ['long-work', 600],
  ])('the consumer of %s has %i seconds, as its function says', async (key, seconds) => {
    const { run, forge, site, handlers } = probe();
    handlers.worker = async () => new Promise(() => undefined);
    await run(async () => new Queue({ key }).push({ body: {} }));
    let done = false;
    const delivery = forge.queue.deliver(site).then(() => (done = true));
    await jest.advanceTimersByTimeAsync(seconds * 1000 - 1);
    expect(done).toBe(false);
    await jest.advanceTimersByTimeAsync(2);
    await delivery;
    expect(forge.invocations.count({ kind: 'consumer', outcome: 'timed out' })).toBe(1);
  });

  test('what a function still does after its end is refused', async () => {
    const { run } = probe();
    let late: Promise<unknown> | undefined;
    await run(async () => {
      late = new Promise((resolve) => setTimeout(resolve, 10)).then(async () =>
        api.asApp().requestJira(route`/rest/api/3/field`),
      );
      late.catch(() => undefined);
    });
    await jest.advanceTimersByTimeAsync(10);
    await expect(late).rejects.toThrow('after it had answered; await it before returning');
  });
});

test('a request of invoke has 500 KB', async () => {
  const { forge, site } = probe();
  const of = (length: number) => ({ ...call, payload: { text: 'x'.repeat(length) } });
  await expect(forge.invokeResolver(site, of(500 * 1024))).rejects.toThrow('Forge allows 512000');
  await forge.invokeResolver(site, of(499 * 1024));
});

test('an answer of invoke has 5 MB', async () => {
  const base = probe();
  const forge = createLocalForge({
    appRoot: FIXTURE_APP,
    clock: base.clock,
    loadHandlers: async () => ({ resolver: () => 'x'.repeat(5 * 1024 * 1024) }),
  });
  const site = forge.installOn(base.jira, { cloudId: 'c', siteUrl: 'https://c.atlassian.net' });
  await expect(forge.invokeResolver(site, { ...call, payload: {} })).rejects.toThrow('The response of invoke has');
});

describe('what is not served names itself', () => {
  test.each([
    ['GraphQL', async () => api.asUser().requestGraph('query { me }'), 'POST /graphql'],
    ['Confluence', async () => api.asUser().requestConfluence(route`/wiki/rest/api/space`), 'confluence'],
    ['no principal', async () => api.requestJira(route`/rest/api/3/field`), 'without asUser() or asApp()'],
    ['impersonation', async () => api.asUser('somebody').requestJira(route`/rest/api/3/myself`), 'impersonating'],
    ['a remote', async () => invokeRemote('backend', { path: '/x' }), 'Invalid remote key provided: "backend"'],
    ['a container', async () => invokeService('box', { path: '/x' }), 'Invalid service key provided: "box"'],
    ['another host', async () => fetch('https://example.com/x'), 'https://example.com/x'],
    [
      'another host by @forge/api',
      // Loaded anew, because it keeps the fetch it finds when it loads; an app's functions load after the hooks are set.
      async () =>
        jest.isolateModulesAsync(async () => (await import('@forge/api')).fetch('https://example.com/y') as never),
      'https://example.com/y',
    ],
  ])('%s', async (_what, work, name) => {
    const { run, jira } = probe();
    await expect(run<unknown>(work)).rejects.toThrow(name);
    expect(jira.seen).toEqual([]);
  });
});

test('asUser() where no user asked needs authentication, as on Forge', async () => {
  const { run, jira } = probe();
  const work = run(async () => api.asUser().requestJira(route`/rest/api/3/myself`), { accountId: null });
  await expect(work).rejects.toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR' });
  expect(jira.seen).toEqual([]);
});

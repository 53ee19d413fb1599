/** One smoke test per hook: the internals of the pinned @forge packages that everything here stands on. */
import api, { authorize, getAppContext, route } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { fixedClock } from '../local-jira/clock';
import { FakeJira } from './fake-jira';
import { createLocalForge } from './local-forge';
import { FIXTURE_APP, ISSUE_EXTENSION, probe } from './probe';

test("__forge_fetch__ carries asUser().requestJira to the site, with a token of the manifest's scopes", async () => {
  const { run, jira } = probe();
  jira.answer = () => Response.json({ total: 3 }, { status: 429, headers: { 'retry-after': '7' } });
  const answer = await run(async () => {
    const response = await api.asUser().requestJira(route`/rest/api/3/issue/${'SEC-1'}?fields=${'a b'}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: 'Bearer mine' },
      body: JSON.stringify({ x: 1 }),
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: (await response.json()) as unknown,
    };
  });
  expect(answer).toEqual({ status: 429, retryAfter: '7', body: { total: 3 } });
  expect(jira.tokensFor).toEqual([
    { principal: { type: 'user', accountId: 'mara' }, scopes: ['read:jira-work', 'storage:app'] },
  ]);
  const [seen] = jira.seen;
  expect(seen).toMatchObject({
    method: 'PUT',
    url: 'https://probe.atlassian.net/rest/api/3/issue/SEC-1?fields=a%20b',
    body: '{"x":1}',
  });
  expect(seen?.headers.get('authorization')).toBe('Bearer token-1');
});

test('__forge_fetch__ carries asApp().requestJira as the app', async () => {
  const { run, jira } = probe();
  await run(async () => api.asApp().requestJira(route`/rest/api/3/field`));
  expect(jira.tokensFor).toMatchObject([{ principal: { type: 'app' } }]);
});

test('__forge_fetch__ carries @forge/kvs', async () => {
  const { run, forge, site } = probe();
  await run(async () => kvs.set('site-setup', { version: 1 }));
  expect(await run(async () => kvs.get('site-setup'))).toEqual({ version: 1 });
  expect(forge.kvs(site).values()).toEqual({ 'site-setup': { version: 1 } });
});

test('__forge_fetch__ carries Queue.push, and the consumer gets an AsyncEvent', async () => {
  const { run, forge, site, handlers } = probe();
  const got: unknown[] = [];
  handlers.worker = (event) => void got.push(event);
  const { jobId } = await run(async () => new Queue({ key: 'work' }).push({ body: { n: 1 } }));
  expect(await forge.queue.deliver(site)).toBe(1);
  expect(got).toEqual([{ queueName: 'work', jobId, eventId: 'event-1', body: { n: 1 } }]);
});

test('__forge_runtime__ feeds getAppContext() and authorize()', async () => {
  const { run, site, jira } = probe();
  const context = await run(async () => {
    const context = getAppContext();
    return {
      app: context.appAri.toString(),
      installation: context.installationAri.toString(),
      environmentType: context.environmentType,
      moduleKey: context.moduleKey,
      scopes: context.permissions?.scopes,
      remaining: context.invocationRemainingTimeInMillis(),
    };
  });
  expect(context).toMatchObject({
    app: 'ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555',
    installation: `ari:cloud:ecosystem::installation/${site.installationId}`,
    environmentType: 'DEVELOPMENT',
    moduleKey: 'panel',
    scopes: ['read:jira-work', 'storage:app'],
  });
  expect(context.remaining).toBeGreaterThan(24_000);
  expect(context.remaining).toBeLessThanOrEqual(25_000);

  jira.answer = () =>
    Response.json({ projectPermissions: [{ permission: 'EDIT_ISSUES', issues: [10001], projects: [] }] });
  expect(await run(async () => authorize().onJiraIssue([10001]).canEdit?.())).toBe(true);
  expect(JSON.parse(jira.seen.at(-1)?.body ?? '')).toMatchObject({ accountId: 'mara' });
});

test('outside a function the hooks say so', async () => {
  probe();
  expect(() => getAppContext()).toThrow('Forge runtime not found');
  await expect(kvs.get('x')).rejects.toThrow('A request to kvs /api/v1/get was used outside a Forge function.');
});

describe('the handler shape, through the real @forge/resolver', () => {
  const forge = createLocalForge({ appRoot: FIXTURE_APP, clock: fixedClock('2026-11-20T13:00:00Z') });
  const jira = new FakeJira('cloud-a');
  const site = forge.installOn(jira, {
    cloudId: 'cloud-a',
    siteUrl: 'https://a.atlassian.net/',
    license: { active: true },
  });
  const call = { moduleKey: 'panel', accountId: 'mara', extension: ISSUE_EXTENSION };

  test('gives the function payload and context', async () => {
    const answer = await forge.invokeResolver(site, {
      ...call,
      functionKey: 'whoAmI',
      payload: { accountId: 'admin' },
    });
    expect(answer).toMatchObject({
      context: {
        accountId: 'mara',
        cloudId: 'cloud-a',
        siteUrl: 'https://a.atlassian.net',
        moduleKey: 'panel',
        environmentType: 'DEVELOPMENT',
        installContext: 'ari:cloud:jira::site/cloud-a',
        license: { active: true },
        extension: { type: 'jira:issueContext', ...ISSUE_EXTENSION },
      },
    });
  });

  test('carries payload and result as JSON', async () => {
    const payload = { when: new Date('2026-11-20T13:00:00Z'), gone: undefined, list: [undefined] };
    const answer = await forge.invokeResolver(site, { ...call, functionKey: 'echo', payload });
    expect(answer).toEqual({ when: '2026-11-20T13:00:00.000Z', list: [null] });
  });

  test('dynamic properties get cloudId and extension', async () => {
    expect(await forge.dynamicProperties(site, call)).toEqual({
      status: { type: 'lozenge', value: { label: 'SEC-1', type: 'new' } },
    });
  });

  test('an unknown operation fails as @forge/resolver fails', async () => {
    await expect(forge.invokeResolver(site, { ...call, functionKey: 'nothing', payload: {} })).rejects.toThrow(
      "There was an error invoking the function - Resolver has no definition for 'nothing'.",
    );
  });

  // Not a feature: @forge/resolver 2.0.1 looks names up with `in`. An app has to guard, and can test that it does.
  test('invoke("constructor") answers with the context, as the real @forge/resolver does', async () => {
    const answer = await forge.invokeResolver(site, { ...call, functionKey: 'constructor', payload: { x: 1 } });
    expect(answer).toMatchObject({
      payload: { x: 1 },
      context: { accountId: 'mara', installContext: site.installContext },
    });
  });

  test('what a function throws reaches the page as one message', async () => {
    await expect(forge.invokeResolver(site, { ...call, functionKey: 'fail', payload: {} })).rejects.toMatchObject({
      name: 'FunctionFailedError',
      message: 'There was an error invoking the function - secret detail',
    });
    expect(forge.invocations.entries.at(-1)).toMatchObject({ kind: 'resolver', operation: 'fail', outcome: 'failed' });
  });
});

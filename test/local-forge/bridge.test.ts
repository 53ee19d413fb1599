/** The server's side of the bridge: what a page may ask, and as whom. */
import { answerBridgeRequest } from './bridge-endpoint';
import { ISSUE_EXTENSION, probe } from './probe';

const page = { moduleKey: 'panel', accountId: 'mara', extension: ISSUE_EXTENSION };
const product = (restPath: string, init: Record<string, unknown> = {}) => ({
  product: 'jira',
  restPath,
  fetchRequestInit: init,
});

test('fetchProduct answers what @forge/bridge makes a Response of', async () => {
  const { forge, site, jira } = probe();
  jira.answer = () => Response.json({ key: 'SEC-1' }, { status: 200, statusText: 'OK', headers: { 'x-a': 'b' } });
  const answer = await forge.bridge(site, page, 'fetchProduct', product('/rest/api/3/issue/SEC-1?fields=summary'));
  expect(answer).toEqual({
    body: '{"key":"SEC-1"}',
    headers: { 'content-type': 'application/json', 'x-a': 'b' },
    status: 200,
    statusText: 'OK',
    isAttachment: false,
  });
  expect(jira.tokensFor).toMatchObject([{ principal: { type: 'user', accountId: 'mara' } }]);
  expect(forge.invocations.count()).toBe(0);
  expect(forge.bridgeCalls).toMatchObject([{ command: 'fetchProduct', operation: 'GET /rest/api/3/issue/SEC-1' }]);
});

test('fetchProduct hands body and headers over, but not who the page says it is', async () => {
  const { forge, site, jira } = probe();
  await forge.bridge(
    site,
    page,
    'fetchProduct',
    product('/rest/api/3/issue', {
      method: 'POST',
      body: '{"a":1}',
      headers: [
        ['content-type', 'application/json'],
        ['authorization', 'Basic YWRtaW46eA=='],
      ],
    }),
  );
  expect(jira.seen).toMatchObject([{ method: 'POST', body: '{"a":1}' }]);
  expect(jira.seen[0]?.headers.get('authorization')).toBe('Bearer token-1');
});

test('an empty answer stays empty, an attachment becomes base64', async () => {
  const { forge, site, jira } = probe();
  jira.answer = () => new Response(null, { status: 204 });
  expect(await forge.bridge(site, page, 'fetchProduct', product('/rest/x'))).toMatchObject({ status: 204, body: '' });
  jira.answer = () => new Response('abc', { headers: { 'content-disposition': 'attachment; filename=a.txt' } });
  expect(await forge.bridge(site, page, 'fetchProduct', product('/rest/x'))).toMatchObject({
    isAttachment: true,
    body: 'YWJj',
  });
});

test.each([
  ['fetchRemote', {}, 'the bridge command fetchRemote'],
  ['constructor', {}, 'the bridge command constructor'],
  ['fetchProduct', { ...product('/wiki'), product: 'confluence' }, 'requests of a page to confluence'],
  ['fetchProduct', { ...product('/rest'), isMultipartFormData: true }, 'uploads by a page'],
  ['invoke', { functionKey: 'x', metadata: { rateLimitProperties: true } }, 'invoke with metadata'],
])('%s that is not served names itself', async (command, payload, name) => {
  const { forge, site } = probe();
  await expect(forge.bridge(site, page, command, payload)).rejects.toThrow(`The local Forge does not serve ${name}.`);
});

test('a path that is not one, and a viewer who is not signed in, are refused', async () => {
  const { forge, site, jira } = probe();
  await expect(forge.bridge(site, page, 'fetchProduct', product('@evil.example/'))).rejects.toThrow(
    'starts with a slash',
  );
  const anonymous = { moduleKey: page.moduleKey, extension: page.extension };
  await expect(forge.bridge(site, anonymous, 'fetchProduct', product('/rest/x'))).rejects.toThrow(
    'without a signed-in viewer',
  );
  expect(jira.seen).toEqual([]);
});

describe('POST /__forge/bridge', () => {
  const post = (body: unknown) =>
    new Request('http://localhost/__forge/bridge', { method: 'POST', body: JSON.stringify(body) });

  test('answers with the value, or the message a page sees', async () => {
    const { forge, site, jira } = probe();
    jira.answer = () => Response.json({ ok: true });
    const command = { cloudId: site.cloudId, ...page, command: 'fetchProduct', payload: product('/rest/x') };
    const good = await answerBridgeRequest(forge, post({ ...command, accountId: 'somebody else' }), 'mara');
    expect(await good.json()).toMatchObject({ value: { body: '{"ok":true}' } });
    expect(jira.tokensFor).toMatchObject([{ principal: { accountId: 'mara' } }]);
    const bad = await answerBridgeRequest(forge, post({ ...command, command: 'openRovo' }), 'mara');
    expect(await bad.json()).toEqual({
      error: { message: 'The local Forge does not serve the bridge command openRovo.' },
    });
    expect((await answerBridgeRequest(forge, post({ ...command, cloudId: 'other' }), 'mara')).status).toBe(404);
    expect((await answerBridgeRequest(forge, post('x'), 'mara')).status).toBe(400);
  });
});

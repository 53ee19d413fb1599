import { request } from 'node:http';
import { PEOPLE } from '../demo/people';
import { ADMIN_ACCOUNT_ID, addProject, addUser, grant } from '../local-jira/seed';
import { startDevServer, type DevServer } from './dev-server';

let server: DevServer;
beforeAll(async () => {
  server = await startDevServer({ port: 0, world: 'empty', searchLagMs: 0 });
  const { state } = server.jira;
  addUser(state, PEOPLE.mara);
  addUser(state, PEOPLE.guest);
  grant(
    state,
    addProject(state, { key: 'ABC', name: 'Abc', leadAccountId: ADMIN_ACCOUNT_ID }),
    PEOPLE.mara.accountId,
    'member',
  );
});
afterAll(() => server.close());

const as = (name: 'mara' | 'guest') => ({ cookie: `local-jira-user=${PEOPLE[name].accountId}` });
const pagesUrl = () => server.url.replace('localhost', '127.0.0.1');

/** fetch would set Host and Origin itself. */
async function raw(headers: Record<string, string>, method = 'GET', at = '/__shell/api/lab'): Promise<number> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: at, method, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('who is signed in', () => {
  it('the cookie decides, and what a person may not see is not there', async () => {
    const seen = await fetch(`${server.url}/rest/api/3/project/ABC`, { headers: as('mara') });
    expect(seen.status).toBe(200);
    const hidden = await fetch(`${server.url}/rest/api/3/project/ABC`, { headers: as('guest') });
    expect(hidden.status).toBe(404);
  });

  it('?user= signs in and leaves the address clean', async () => {
    const answer = await fetch(`${server.url}/board/ABC?user=mara&x=1`, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/board/ABC?x=1');
    expect(answer.headers.get('set-cookie')).toContain(`local-jira-user=${PEOPLE.mara.accountId}`);
    expect((await fetch(`${server.url}/?user=nobody`)).status).toBe(404);
  });

  it('without a cookie a request is nobody’s', async () => {
    expect((await fetch(`${server.url}/rest/api/3/myself`)).status).toBe(401);
  });
});

describe('two names of one server', () => {
  it('the shell lives on localhost: the other name leads there', async () => {
    const answer = await fetch(`${pagesUrl()}/dashboard?x=1`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`${server.url}/dashboard?x=1`);
  });

  it('refuses a foreign name and a foreign page', async () => {
    expect(await raw({ host: 'evil.example' })).toBe(403);
    expect(await raw({ origin: 'https://evil.example' }, 'POST', '/__local-jira/reset')).toBe(403);
  });

  it('keeps the app’s pages to the bridge', async () => {
    expect(await raw({ origin: pagesUrl() }, 'POST', '/__local-jira/reset')).toBe(403);
    expect(await raw({ origin: pagesUrl() }, 'POST', '/__forge/bridge')).toBe(403);
    expect(await raw({ 'sec-fetch-site': 'same-origin' }, 'GET', '/rest/api/3/myself')).toBe(403);
  });
});

describe('Lab', () => {
  const post = (path: string, body: unknown) =>
    fetch(`${server.url}/__shell/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...as('mara') },
      body: JSON.stringify(body),
    });
  /** A page of the app asks Jira through the bridge. */
  async function appAsks(view: string): Promise<number> {
    const module = server.forge.modules('jira:dashboardGadget')[0]!;
    const answer = await fetch(`${server.url}/__forge/bridge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `${as('mara').cookie}; local-jira-view=${view}` },
      body: JSON.stringify({
        cloudId: server.jira.cloudId,
        moduleKey: module.key,
        extension: {},
        command: 'fetchProduct',
        payload: { product: 'jira', restPath: '/rest/api/3/project/ABC', fetchRequestInit: { method: 'GET' } },
      }),
    });
    const { value } = (await answer.json()) as { value: { status: number } };
    return value.status;
  }

  it('a fault hits the app’s next requests and not the shell’s', async () => {
    await post('/lab/faults', { kind: 'rate-limit', on: true });
    expect((await fetch(`${server.url}/rest/api/3/project/ABC`, { headers: as('mara') })).status).toBe(200);
    const statuses = [];
    for (let times = 0; times < 4; times += 1) statuses.push(await appAsks('view-one'));
    expect(statuses).toEqual([429, 429, 429, 200]);
  });

  it('counts what one look at a page cost', async () => {
    await appAsks('view-two');
    await appAsks('view-two');
    const cost = await fetch(`${server.url}/__shell/api/cost`, { headers: { cookie: 'local-jira-view=view-two' } });
    expect(await cost.json()).toMatchObject({ requests: 2, functions: 0 });
  });

  it('moves the clock', async () => {
    const before = server.jira.clock.now().getTime();
    await post('/lab/clock', { advanceHours: 24 });
    expect(server.jira.clock.now().getTime() - before).toBeGreaterThanOrEqual(24 * 3_600_000);
  });

  it('refuses a fault that does not exist', async () => {
    const answer = await post('/lab/faults', { kind: 'earthquake', on: true });
    expect(await answer.text()).toBe('Lab has no fault earthquake.');
  });
});

describe('the session', () => {
  const session = async (name: 'mara' | 'guest') =>
    (await (await fetch(`${server.url}/__shell/api/session`, { headers: as(name) })).json()) as {
      projects: { key: string; managed: string; mayAdminister: boolean }[];
      modules: { type: string; title: string }[];
    };

  it('holds the projects a person may see, and whether the person administers them', async () => {
    const { state } = server.jira;
    const own = addProject(state, { key: 'OWN', name: 'Own', leadAccountId: ADMIN_ACCOUNT_ID, style: 'next-gen' });
    grant(state, own, PEOPLE.mara.accountId, 'administrators');
    expect((await session('mara')).projects).toMatchObject([
      { key: 'ABC', managed: 'company', mayAdminister: false },
      { key: 'OWN', managed: 'team', mayAdminister: true },
    ]);
    expect((await session('guest')).projects).toEqual([]);
  });

  it('without the app on the site there is no page of it', async () => {
    const uninstall = (installed: boolean) =>
      fetch(`${server.url}/__shell/api/lab/app`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...as('mara') },
        body: JSON.stringify({ installed }),
      });
    const page = () => fetch(`${pagesUrl()}/__forge/page/${server.jira.cloudId}/app/set-up`);
    expect((await session('mara')).modules.map(({ type }) => type)).toContain('jira:projectSettingsPage');
    const answer = (await (await uninstall(false)).json()) as { said: string; background: { installed: boolean } };
    expect([answer.background.installed, answer.said]).toEqual([false, expect.stringContaining('gone from the site')]);
    expect((await session('mara')).modules).toEqual([]);
    expect((await page()).status).toBe(404);
    await uninstall(true);
    expect((await session('mara')).modules).not.toEqual([]);
  });
});

it('starting over brings the first state back', async () => {
  await fetch(`${server.url}/__shell/api/start-over`, { method: 'POST', headers: as('mara') });
  expect(server.jira.state.projects.all()).toEqual([]);
});

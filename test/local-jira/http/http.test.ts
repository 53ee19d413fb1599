import { shop, callerOf, START } from '../testing/shop';

describe('authentication and scopes', () => {
  it('answers 401 without or with a wrong authentication', async () => {
    const site = shop();
    expect((await callerOf(site.jira, {}).get('/rest/api/3/myself')).status).toBe(401);
    expect((await callerOf(site.jira, { authorization: 'Bearer nope' }).get('/rest/api/3/myself')).status).toBe(401);
    const basic = `Basic ${Buffer.from(`${site.mara.emailAddress}:any`).toString('base64')}`;
    expect((await callerOf(site.jira, { authorization: basic }).get('/rest/api/3/myself')).body.accountId).toBe(
      site.mara.id,
    );
  });

  it('refuses a token without the scope of the operation, as the gateway does, and names the scope', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'a' });
    const reader = site.as(site.mara, ['read:jira-work']);
    expect((await reader.get(`/rest/api/3/issue/${key}`)).status).toBe(200);
    const refused = await reader.put(`/rest/api/3/issue/${key}`, { fields: { summary: 'b' } });
    expect(refused.status).toBe(401);
    expect(refused.body).toEqual({
      code: 401,
      message: 'Unauthorized; scope does not match: PUT /rest/api/3/issue/{issueIdOrKey} needs write:jira-work',
    });
  });

  it('lets the app act as itself, through the role that apps have in every project', async () => {
    const site = shop({ appName: 'Shift-Up' });
    const { key } = await site.create({ summary: 'a' });
    expect((await site.as('app').put(`/rest/api/3/issue/${key}`, { fields: { summary: 'b' } })).status).toBe(204);
    const { values } = (await site.as(site.mara).get(`/rest/api/3/issue/${key}/changelog`)).body;
    expect(values[0]).toMatchObject({ author: { displayName: 'Shift-Up', accountType: 'app' } });
  });

  it('names what it does not serve', async () => {
    const site = shop();
    const answer = await site.as(site.mara).post('/rest/api/3/foo', {});
    expect(answer.status).toBe(501);
    expect(answer.body.errorMessages).toEqual(['local Jira does not serve POST /rest/api/3/foo']);
    expect((await site.as(site.mara).get('/rest/api/2/issue/SHOP-1')).status).toBe(501);
  });

  it('answers 415 to a body that is not declared as JSON and 400 to one that is not JSON', async () => {
    const site = shop();
    const authorization = `Bearer ${site.jira.issueToken({ type: 'user', accountId: site.mara.id }, 'all')}`;
    const send = async (type: string, body: string) =>
      site.jira.fetch(
        new Request('http://x/rest/api/3/issue', {
          method: 'POST',
          headers: { authorization, 'content-type': type },
          body,
        }),
      );
    expect((await send('text/plain', '{}')).status).toBe(415);
    expect((await send('application/json', '{')).status).toBe(400);
  });
});

describe('rate limits', () => {
  it('limits writes to one issue: 20 in two seconds', async () => {
    const site = shop({ enforceRateLimits: true });
    const { key } = await site.create({ summary: 'a' });
    const write = (n: number) => site.as(site.mara).put(`/rest/api/3/issue/${key}`, { fields: { summary: `n${n}` } });
    for (let n = 0; n < 20; n += 1) expect((await write(n)).status).toBe(204);
    const refused = await write(21);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('RateLimit-Reason')).toBe('jira-per-issue-on-write');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1);
    site.jira.clock.advance(2_000);
    expect((await write(22)).status).toBe(204);
  });

  it('limits bursts per endpoint and method, refilled by the clock', async () => {
    const site = shop({ enforceRateLimits: true });
    const call = () => site.as(site.mara).get('/rest/api/3/myself');
    for (let n = 0; n < 100; n += 1) expect((await call()).status).toBe(200);
    const refused = await call();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('RateLimit-Reason')).toBe('jira-burst-based');
    expect(refused.headers.get('X-RateLimit-Reset')).toBe('2026-11-20T14:30:01.000Z');
    site.jira.clock.advance(100);
    const answer = await call();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('X-RateLimit-NearLimit')).toBe('true');
  });

  it('uses up the hourly points of all customers together, until the hour turns', async () => {
    const site = shop({ enforceRateLimits: true });
    site.jira.limits.spend(65_000);
    const refused = await site.as(site.mara).get('/rest/api/3/serverInfo');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('RateLimit-Reason')).toBe('jira-quota-global-based');
    expect(refused.headers.get('Retry-After')).toBe('1800');
    site.jira.clock.advance(1_800_000);
    expect((await site.as(site.mara).get('/rest/api/3/serverInfo')).status).toBe(200);
  });
});

describe('injected faults', () => {
  it('hits the calls it names, as often as it says, and then is gone', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'a' });
    site.jira.faults.add({
      kind: 'rate-limit',
      match: { method: 'GET', path: '/rest/api/3/issue/*' },
      times: 1,
      reason: 'jira-quota-tenant-based',
      retryAfter: 7,
    });
    expect((await site.as(site.mara).get('/rest/api/3/myself')).status).toBe(200);
    const hit = await site.as(site.mara).get(`/rest/api/3/issue/${key}`);
    expect([hit.status, hit.headers.get('Retry-After'), hit.headers.get('RateLimit-Reason')]).toEqual([
      429,
      '7',
      'jira-quota-tenant-based',
    ]);
    expect((await site.as(site.mara).get(`/rest/api/3/issue/${key}`)).status).toBe(200);
  });

  it('can lose a request before it is done, or its answer after it was', async () => {
    const site = shop();
    const { id, key } = await site.create({ summary: 'a' });
    const write = (summary: string) => site.as(site.mara).put(`/rest/api/3/issue/${key}`, { fields: { summary } });
    site.jira.faults.add({ kind: 'timeout-before', times: 1 });
    await expect(write('b')).rejects.toThrow('fetch failed');
    expect(site.jira.state.issues.require(id).summary).toBe('a');
    site.jira.faults.add({ kind: 'timeout-after', times: 1 });
    await expect(write('c')).rejects.toThrow('fetch failed');
    expect(site.jira.state.issues.require(id).summary).toBe('c');
  });

  it('really cuts the connection over HTTP', async () => {
    const site = shop();
    const listening = await site.jira.listen();
    site.jira.faults.add({ kind: 'timeout-before', times: 1 });
    await expect(fetch(`${listening.url}/rest/api/3/serverInfo`)).rejects.toThrow();
    expect((await fetch(`${listening.url}/rest/api/3/serverInfo`)).status).toBe(200);
    await listening.close();
  });
});

describe('costs', () => {
  it('counts points as Jira does: 1 a read and 1 an issue, 2 people and permissions, 1 a write or count', async () => {
    const site = shop();
    await site.create({ summary: 'a' });
    await site.create({ summary: 'b' });
    site.jira.costs.reset();
    const mara = site.as(site.mara);
    await mara.post('/rest/api/3/search/jql', { jql: 'project = SHOP' });
    await mara.post('/rest/api/3/search/approximate-count', { jql: 'project = SHOP' });
    await mara.get('/rest/api/3/issue/SHOP-1');
    await mara.get('/rest/api/3/myself');
    await mara.put('/rest/api/3/issue/SHOP-1', { fields: { summary: 'c' } });
    expect(site.jira.costs.entries.map((entry) => entry.points)).toEqual([3, 1, 2, 2, 1]);
    expect(site.jira.costs.totals()).toMatchObject({ requests: 5, points: 9, roundTrips: 5 });
    expect(site.jira.costs.entries[4]).toMatchObject({
      bytesOut: 0,
      bytesIn: 26,
      route: '/rest/api/3/issue/{issueIdOrKey}',
    });
  });

  it('tells calls sent together from calls one after another, and one page view from another', async () => {
    const site = shop();
    const mara = site.as(site.mara);
    site.jira.costs.reset();
    await Promise.all([mara.get('/rest/api/3/myself'), mara.get('/rest/api/3/serverInfo')]);
    expect(site.jira.costs.totals().roundTrips).toBe(1);
    await mara.get('/rest/api/3/myself');
    expect(site.jira.costs.totals().roundTrips).toBe(2);
    const token = site.jira.issueToken({ type: 'user', accountId: site.mara.id }, 'all');
    await callerOf(site.jira, { authorization: `Bearer ${token}`, 'x-local-jira-view': 'gadget' }).get(
      '/rest/api/3/myself',
    );
    expect(site.jira.costs.totals('gadget')).toMatchObject({ requests: 1, roundTrips: 1 });
  });
});

describe('control', () => {
  it('reads and moves the clock, lists people, arms faults, resets to the baseline', async () => {
    const site = shop();
    site.jira.setBaseline();
    const control = callerOf(site.jira, {});
    expect((await control.get('/__local-jira/clock')).body).toEqual({ now: START });
    expect((await control.post('/__local-jira/clock', { advanceMs: 1_000 })).body).toEqual({
      now: '2026-11-20T14:30:01.000Z',
    });
    expect((await control.get('/__local-jira/users')).body).toHaveLength(5);
    expect((await control.post('/__local-jira/faults', { kind: 'error-503', times: 2 })).status).toBe(201);
    expect((await site.as(site.mara).get('/rest/api/3/myself')).status).toBe(503);
    expect((await control.post('/__local-jira/faults', { kind: 'nope' })).status).toBe(400);
    await control.delete('/__local-jira/faults');
    await site.create({ summary: 'gone after reset' });
    await control.post('/__local-jira/reset');
    expect(site.jira.state.issues.size).toBe(0);
    expect(site.jira.state.projects.size).toBe(1);
    expect((await control.get('/__local-jira/nope')).status).toBe(501);
  });

  it('comes back from a snapshot that went through JSON', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'kept', labels: ['x'] });
    await site.as(site.mara).put(`/rest/api/3/issue/${key}/properties/p`, { a: 1 });
    const snapshot = JSON.parse(JSON.stringify(site.jira.snapshot())) as unknown;
    const other = shop({ siteName: 'other' });
    other.jira.restore(snapshot);
    expect(other.jira.state.issues.byKey(key)).toEqual(site.jira.state.issues.byKey(key));
    expect(await other.keys('labels = x', site.mara)).toEqual([key]);
    expect((await other.create({ summary: 'next' })).key).toBe('SHOP-2');
    expect(() => other.jira.restore({ nonsense: true })).toThrow('not a snapshot');
  });
});

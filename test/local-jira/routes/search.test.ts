import { ISSUE_TYPE } from '../seed';
import { shop, type Shop } from '../testing/shop';

const search = (site: Shop, body: Record<string, unknown>) => site.as(site.mara).post('/rest/api/3/search/jql', body);

function load(site: Shop, howMany: number): void {
  site.jira.bulkLoad(
    Array.from({ length: howMany }, (_, at) => ({
      projectId: site.project.id,
      typeId: ISSUE_TYPE.story,
      summary: `Story ${at}`,
    })),
  );
}

describe('search/jql', () => {
  it('does not find a change until the index has caught up, while GET shows it at once', async () => {
    const site = shop({ searchLagMs: 5_000 });
    const { key } = await site.create({ summary: 'new' });
    expect((await site.as(site.mara).get(`/rest/api/3/issue/${key}`)).status).toBe(200);
    expect(await site.keys('project = SHOP')).toEqual([]);
    const count = async () =>
      (await site.as(site.mara).post('/rest/api/3/search/approximate-count', { jql: 'project = SHOP' })).body.count;
    expect(await count()).toBe(0);
    site.jira.clock.advance(5_000);
    expect(await site.keys('project = SHOP')).toEqual([key]);
    expect(await count()).toBe(1);
    await site.as(site.mara).put(`/rest/api/3/issue/${key}`, { fields: { summary: 'renamed' } });
    expect(await site.keys('summary ~ renamed')).toEqual([]);
    expect(await site.keys('summary ~ new')).toEqual([key]);
  });

  it('reconciles the issues asked for, and no others', async () => {
    const site = shop({ searchLagMs: 60_000 });
    const [a, b] = [await site.create({ summary: 'a' }), await site.create({ summary: 'b' })];
    const found = await search(site, { jql: 'project = SHOP', fields: ['key'], reconcileIssues: [Number(b.id)] });
    expect(found.body.issues.map((issue) => issue.id)).toEqual([b.id]);
    expect(a.id).not.toBe(b.id);
    const tooMany = Array.from({ length: 51 }, (_, at) => at + 1);
    expect((await search(site, { jql: 'project = SHOP', reconcileIssues: tooMany })).status).toBe(400);
  });

  it('can lose an issue again that it has already shown (injected)', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'a' });
    expect(await site.keys('project = SHOP')).toEqual([key]);
    site.jira.faults.add({ kind: 'search-regression', times: 1 });
    expect(await site.keys('project = SHOP')).toEqual([]);
    expect(await site.keys('project = SHOP')).toEqual([key]);
  });

  it('gives no fields object, total or startAt unless asked for', async () => {
    const site = shop();
    await site.create({ summary: 'a' });
    const { body } = await search(site, { jql: 'project = SHOP' });
    expect(Object.keys(body).sort()).toEqual(['isLast', 'issues']);
    expect(Object.keys(body.issues[0]!)).toEqual(['id']);
    const named = await search(site, { jql: 'project = SHOP', fields: ['summary'] });
    expect(named.body.issues[0]!.fields).toEqual({ summary: 'a' });
  });

  it('pages by token: pages may be shorter than asked for, only a missing token is the end', async () => {
    const site = shop();
    load(site, 250);
    const pages: number[] = [];
    const ids = new Set<string>();
    let nextPageToken: string | undefined;
    do {
      const { body } = await search(site, {
        jql: 'project = SHOP ORDER BY key',
        fields: ['summary'],
        maxResults: 1_000,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      });
      pages.push(body.issues.length);
      for (const issue of body.issues) ids.add(issue.id);
      expect(body.isLast).toBe(body.nextPageToken === undefined);
      nextPageToken = body.nextPageToken;
    } while (nextPageToken !== undefined);
    expect(pages).toEqual([100, 100, 50]);
    expect(ids.size).toBe(250);
    const light = await search(site, { jql: 'project = SHOP', maxResults: 5_000 });
    expect(light.body.issues).toHaveLength(250);
    site.jira.faults.add({ kind: 'short-pages', times: 1 });
    expect((await search(site, { jql: 'project = SHOP', maxResults: 30 })).body.issues).toHaveLength(10);
  });

  it('refuses a token of another query, an outlived one and a made-up one', async () => {
    const site = shop();
    load(site, 3);
    const { body } = await search(site, { jql: 'project = SHOP', maxResults: 1 });
    const again = (jql: string, nextPageToken: string | undefined) =>
      search(site, { jql, maxResults: 1, nextPageToken });
    expect((await again('project = SHOP', body.nextPageToken)).status).toBe(200);
    expect((await again('project = SHOP ORDER BY key', body.nextPageToken)).status).toBe(400);
    expect((await again('project = SHOP', 'made-up')).status).toBe(400);
    site.jira.clock.advance(8 * 24 * 3_600_000);
    expect((await again('project = SHOP', body.nextPageToken)).status).toBe(400);
  });

  it('refuses JQL without any restriction', async () => {
    const site = shop();
    for (const jql of ['', 'ORDER BY created']) {
      const answer = await search(site, { jql });
      expect(answer.status).toBe(400);
      expect(answer.body.errorMessages[0]).toContain('Unbounded JQL queries are not allowed here');
    }
  });

  it('answers the same query twice alike', async () => {
    const site = shop();
    load(site, 2);
    expect(await site.keys('project = SHOP')).toHaveLength(2);
    expect(await site.keys('project = SHOP')).toHaveLength(2);
  });

  it('has no classic search any more', async () => {
    const site = shop();
    const answer = await site.as(site.mara).get('/rest/api/3/search?jql=project=SHOP');
    expect(answer.status).toBe(410);
    expect(answer.body.errorMessages[0]).toContain('/rest/api/3/search/jql');
  });

  it('counts 100,000 issues faster than they are written down', async () => {
    const site = shop();
    const issues = Array.from({ length: 100_000 }, (_, at) => ({
      projectId: site.project.id,
      typeId: at % 5 === 0 ? ISSUE_TYPE.bug : ISSUE_TYPE.story,
      summary: `Issue ${at}`,
      statusId: ['10000', '3', '10002'][at % 3]!,
      custom: { customfield_10016: at % 13 },
    }));
    site.jira.bulkLoad(issues);
    const jql =
      'project = SHOP AND issuetype = Story AND statusCategory != Done AND cf[10016] > 5 AND issueLinkType is EMPTY';
    let [counting, writing] = [Infinity, Infinity];
    for (let round = 0; round < 5 || (round < 20 && counting >= writing); round += 1) {
      let start = performance.now();
      const { body } = await site.as(site.mara).post('/rest/api/3/search/approximate-count', { jql });
      counting = Math.min(counting, performance.now() - start);
      expect(body.count).toBeGreaterThan(20_000);
      start = performance.now();
      JSON.stringify(issues);
      writing = Math.min(writing, performance.now() - start);
    }
    expect(counting).toBeLessThan(writing);
  });
});

describe('jql/parse and jql/match', () => {
  it('says beside each query what is wrong with it, in a 200', async () => {
    const site = shop();
    const { status, body } = await site.as(site.mara).post('/rest/api/3/jql/parse?validation=strict', {
      queries: ['project = SHOP AND status in (Done, "To Do") ORDER BY created DESC', 'nope = 1', 'project ='],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      queries: [
        { structure: { where: { operator: 'and' }, orderBy: { fields: [{ direction: 'desc' }] } } },
        { errors: ["Field 'nope' does not exist or you do not have permission to view it."] },
        { errors: [expect.stringContaining('Error in the JQL Query')] },
      ],
    });
  });

  it('matches issues as they are now, and not what the caller cannot see', async () => {
    const site = shop({ searchLagMs: 60_000 });
    const { id } = await site.create({ summary: 'a' });
    const body = { issueIds: [Number(id)], jqls: ['summary ~ a', 'summary ~ b', 'nope = 1'] };
    const matches = (await site.as(site.mara).post('/rest/api/3/jql/match', body)).body.matches;
    expect(matches.map((it) => it.matchedIssues)).toEqual([[Number(id)], [], []]);
    const unseen = await site.as(site.guest).post('/rest/api/3/jql/match', body);
    expect(unseen.body.matches[0]!.matchedIssues).toEqual([]);
  });
});

import { shop, type Shop } from '../testing/shop';

const link = (site: Shop, from: string, to: string, type = 'Blocks') =>
  site.as(site.mara).post('/rest/api/3/issueLink', {
    type: { name: type },
    inwardIssue: { key: from },
    outwardIssue: { key: to },
  });

describe('issue links', () => {
  it('gives the source outwardIssue and the destination inwardIssue, under one id, in an empty 201', async () => {
    const site = shop();
    const [risk, story] = [await site.create({ summary: 'risk' }), await site.create({ summary: 'story' })];
    const made = await link(site, risk.key, story.key);
    expect(made.status).toBe(201);
    expect(made.body).toBeUndefined();
    const links = async (key: string) =>
      (await site.as(site.mara).get(`/rest/api/3/issue/${key}?fields=issuelinks`)).body.fields.issuelinks;
    const [atRisk] = await links(risk.key);
    const [atStory] = await links(story.key);
    expect(atRisk).toMatchObject({ type: { outward: 'blocks' }, outwardIssue: { key: story.key } });
    expect(atRisk).not.toHaveProperty('inwardIssue');
    expect(atStory).toMatchObject({ id: atRisk!.id, inwardIssue: { key: risk.key } });
    expect(atStory).not.toHaveProperty('outwardIssue');
  });

  it('answers 201 to the same link again and keeps one; the other way round is another link', async () => {
    const site = shop();
    const [a, b] = [await site.create({ summary: 'a' }), await site.create({ summary: 'b' })];
    expect((await link(site, a.key, b.key)).status).toBe(201);
    expect((await link(site, a.key, b.key)).status).toBe(201);
    expect(site.jira.state.links.size).toBe(1);
    await link(site, b.key, a.key);
    expect(site.jira.state.links.size).toBe(2);
  });

  it('answers 404 when an end is invisible, the type is unknown or the right to link is missing', async () => {
    const site = shop();
    const [a, b] = [await site.create({ summary: 'a' }), await site.create({ summary: 'b' })];
    const body = { type: { name: 'Blocks' }, inwardIssue: { key: a.key }, outwardIssue: { key: b.key } };
    expect((await site.as(site.guest).post('/rest/api/3/issueLink', body)).status).toBe(404);
    expect((await site.as(site.priya).post('/rest/api/3/issueLink', body)).status).toBe(404);
    expect((await link(site, a.key, b.key, 'Nope')).status).toBe(404);
    expect(site.jira.state.links.size).toBe(0);
  });

  it('answers 413 beyond 2,000 links on an issue', async () => {
    const site = shop();
    const hub = await site.create({ summary: 'hub' });
    const many = site.jira.bulkLoad(
      Array.from({ length: 2_001 }, (_, at) => ({ projectId: site.project.id, typeId: '10002', summary: `n${at}` })),
    );
    const issue = site.jira.state.issues.require(hub.id);
    const links = many.slice(0, 2_000).map((other) => ({
      linkId: `x${other.id}`,
      typeId: '10000',
      direction: 'outward' as const,
      otherId: other.id,
    }));
    site.jira.state.issues.put({ ...issue, links });
    expect((await link(site, hub.key, many[2_000]!.key)).status).toBe(413);
  });

  it('removes a link from both issues', async () => {
    const site = shop();
    const [a, b] = [await site.create({ summary: 'a' }), await site.create({ summary: 'b' })];
    await link(site, a.key, b.key);
    const id = site.jira.state.links.all()[0]!.id;
    expect((await site.as(site.priya).delete(`/rest/api/3/issueLink/${id}`)).status).toBe(404);
    expect((await site.as(site.mara).delete(`/rest/api/3/issueLink/${id}`)).status).toBe(204);
    expect(site.jira.state.issues.require(a.id).links).toEqual([]);
    expect(site.jira.state.issues.require(b.id).links).toEqual([]);
  });

  it('needs a content type to delete a remote link, and replaces one by its global id', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'a' });
    const url = `/rest/api/3/issue/${key}/remotelink`;
    const object = { url: 'https://example.com', title: 'One' };
    expect((await site.as(site.mara).post(url, { globalId: 'g', object })).status).toBe(201);
    const again = await site.as(site.mara).post(url, { globalId: 'g', object: { ...object, title: 'Two' } });
    expect(again.status).toBe(200);
    expect((await site.as(site.mara).get(`${url}?globalId=g`)).body).toMatchObject({ object: { title: 'Two' } });
    expect((await site.as(site.mara).delete(`${url}/${again.body.id}`)).status).toBe(415);
  });
});

describe('entity properties', () => {
  it('creates with 201, replaces the whole value with 200, and limits size and key', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'a' });
    const url = `/rest/api/3/issue/${key}/properties/note`;
    expect((await site.as(site.mara).put(url, { a: 1, b: 2 })).status).toBe(201);
    expect((await site.as(site.mara).put(url, { a: 3 })).status).toBe(200);
    expect((await site.as(site.mara).get(url)).body).toEqual({ key: 'note', value: { a: 3 } });
    expect((await site.as(site.mara).put(url, { big: 'x'.repeat(32_768) })).status).toBe(400);
    expect((await site.as(site.mara).delete(url)).status).toBe(204);
    expect((await site.as(site.mara).get(url)).status).toBe(404);
  });

  it('answers 403 to a write by somebody who sees the issue but may not edit it', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'a' });
    expect((await site.as(site.priya).put(`/rest/api/3/issue/${key}/properties/note`, 1)).status).toBe(403);
    expect((await site.as(site.guest).put(`/rest/api/3/issue/${key}/properties/note`, 1)).status).toBe(404);
  });
});

describe('product events', () => {
  it('tells of issues and links without any custom field', async () => {
    const site = shop();
    const seen: Record<string, unknown>[] = [];
    const stop = site.jira.onEvent((event) => seen.push(event));
    const [a, b] = [await site.create({ summary: 'a' }), await site.create({ summary: 'b' })];
    await site
      .as(site.mara)
      .put(`/rest/api/3/issue/${a.key}`, { fields: { customfield_10016: 8, assignee: { accountId: site.mara.id } } });
    await link(site, a.key, b.key);
    stop();
    await site.create({ summary: 'unheard' });
    expect(seen.map((event) => event['eventType'])).toEqual([
      'avi:jira:created:issue',
      'avi:jira:created:issue',
      'avi:jira:assigned:issue',
      'avi:jira:updated:issue',
      'avi:jira:updated:issue',
      'avi:jira:updated:issue',
      'avi:jira:created:issuelink',
    ]);
    expect(JSON.stringify(seen)).not.toContain('customfield_');
    expect(seen[3]).toMatchObject({ selfGenerated: false, atlassianId: site.mara.id, issue: { id: a.id } });
    expect(seen[6]).toMatchObject({ sourceIssueId: Number(a.id), destinationIssueId: Number(b.id) });
  });

  it('tells of a deleted issue, and of nothing that went with it', async () => {
    const site = shop();
    const [a, b] = [await site.create({ summary: 'a' }), await site.create({ summary: 'b' })];
    await link(site, a.key, b.key);
    const before = site.jira.state.issues.byKey(b.key)?.updated;
    const seen: string[] = [];
    site.jira.onEvent(({ eventType }) => seen.push(eventType));
    await site.as('admin').delete(`/rest/api/3/issue/${a.key}`);
    expect(seen).toEqual(['avi:jira:deleted:issue']);
    expect(site.jira.state.issues.byKey(b.key)).toMatchObject({ links: [], updated: before });
    expect(site.jira.state.links.all()).toEqual([]);
  });

  it('tells nothing of an issue whose property was written', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'a' });
    const seen: string[] = [];
    site.jira.onEvent(({ eventType }) => seen.push(eventType));
    await site.as(site.mara).put(`/rest/api/3/issue/${key}/properties/note`, { a: 1 });
    expect(seen).toEqual([]);
  });
});

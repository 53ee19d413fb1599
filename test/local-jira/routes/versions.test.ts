import { shop, type Shop } from '../testing/shop';

const make = (site: Shop, body: object) =>
  site.as('admin').post('/rest/api/3/version', { projectId: Number(site.project.id), ...body });
const names = (values: readonly Readonly<Record<string, unknown>>[]) => values.map(({ name }) => name);

async function withVersions() {
  const site = shop();
  const released = await make(site, { name: '8.3', released: true, releaseDate: '2026-10-01' });
  const late = await make(site, { name: '8.5', releaseDate: '2027-01-20' });
  const soon = await make(site, { name: '8.4', releaseDate: '2026-12-02' });
  const undated = await make(site, { name: '9.0' });
  return { site, released: released.body.id, late: late.body.id, soon: soon.body.id, undated: undated.body.id };
}

describe('versions of a project', () => {
  it('are listed by page, status and order; those without a day come last', async () => {
    const { site } = await withVersions();
    const path = `/rest/api/3/project/${site.project.id}/version`;
    const list = async (query: string) => names((await site.as(site.priya).get(`${path}?${query}`)).body.values);
    expect(await list('')).toEqual(['8.3', '8.5', '8.4', '9.0']);
    expect(await list('status=unreleased&orderBy=releaseDate')).toEqual(['8.4', '8.5', '9.0']);
    expect(await list('status=released')).toEqual(['8.3']);
    expect((await site.as(site.priya).get(`${path}?orderBy=nonsense`)).status).toBe(400);
    expect((await site.as(site.guest).get(path)).status).toBe(404);
  });

  it('are made and changed by whoever administers the project, and have names of their own', async () => {
    const { site, soon } = await withVersions();
    expect((await make(site, { name: '8.4' })).status).toBe(400);
    const body = { projectId: Number(site.project.id), name: '10' };
    expect((await site.as(site.mara).post('/rest/api/3/version', body)).status).toBe(403);
    const released = await site.as('admin').put(`/rest/api/3/version/${soon}`, { released: true });
    expect(released.body).toMatchObject({ id: soon, name: '8.4', released: true });
    expect((await site.as(site.priya).get(`/rest/api/3/version/${soon}`)).body).toMatchObject({ released: true });
  });
});

describe('fix versions of an issue', () => {
  it('are set by id or name, added, removed, and told in the history one by one', async () => {
    const { site, soon, late } = await withVersions();
    const issue = await site.create({ summary: 'a', fixVersions: [{ name: '8.4' }] });
    const edit = (body: object) => site.as(site.mara).put(`/rest/api/3/issue/${issue.id}`, body);
    expect((await edit({ update: { fixVersions: [{ add: { id: late } }, { remove: { id: soon } }] } })).status).toBe(
      204,
    );
    const read = await site.as(site.priya).get(`/rest/api/3/issue/${issue.id}?fields=fixVersions`);
    expect(names(read.body.fields['fixVersions'] as readonly Record<string, unknown>[])).toEqual(['8.5']);
    const items = site.jira.state.history.get(issue.id)?.flatMap((group) => group.items) ?? [];
    expect(items.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['Fix Version', soon, null],
      ['Fix Version', null, late],
    ]);
    expect((await edit({ fields: { fixVersions: [{ name: 'nonsense' }] } })).status).toBe(400);
  });

  it('are found by JQL: by id, name, none, and by what is released', async () => {
    const { site, soon } = await withVersions();
    const a = await site.create({ summary: 'a', fixVersions: [{ name: '8.4' }] });
    const b = await site.create({ summary: 'b', fixVersions: [{ name: '8.3' }] });
    const c = await site.create({ summary: 'c' });
    expect(await site.keys(`fixVersion = ${soon}`)).toEqual([a.key]);
    expect(await site.keys('fixVersion = "8.4"')).toEqual([a.key]);
    expect(await site.keys('fixVersion is EMPTY')).toEqual([c.key]);
    expect(await site.keys('fixVersion in unreleasedVersions()')).toEqual([a.key]);
    expect(await site.keys('fixVersion in releasedVersions(SHOP)')).toEqual([b.key]);
    const unknown = await site.as(site.mara).post('/rest/api/3/search/jql', { jql: 'fixVersion = "7.0"' });
    expect(unknown.body.errorMessages).toEqual(["The value '7.0' does not exist for the field 'fixVersion'."]);
  });
});

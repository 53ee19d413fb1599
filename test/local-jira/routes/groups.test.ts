import { ADMIN_GROUP, USERS_GROUP } from '../seed';
import { shop, type Answer } from '../testing/shop';

function site() {
  const base = shop();
  const { state } = base.jira;
  const security = state.groups.put({ id: state.nextUuid('group'), name: 'Security & <Risk>' });
  state.users.put({ ...base.priya, groups: [...base.priya.groups, security.name] });
  return { ...base, security };
}

function namesOf({ body }: Answer): unknown[] {
  return ((body as unknown as { groups?: { name: string }[] }).groups ?? body.values).map(({ name }) => name);
}

describe('groups', () => {
  it('are found by a part of their name, which is marked', async () => {
    const { as, mara, security } = site();
    const found = await as(mara).get('/rest/api/3/groups/picker?query=risk&caseInsensitive=true');
    expect(found.body).toEqual({
      header: 'Showing 1 of 1 matching groups',
      total: 1,
      groups: [{ name: security.name, html: 'Security &#38; &#60;<b>Risk</b>&#62;', labels: [], groupId: security.id }],
    });
    expect(namesOf(await as(mara).get('/rest/api/3/groups/picker?query=risk'))).toEqual([]);
    expect(namesOf(await as(mara).get(`/rest/api/3/groups/picker?excludeId=${security.id}`))).not.toContain(
      security.name,
    );
    expect(namesOf(await as(mara).get('/rest/api/3/groups/picker?maxResults=1'))).toHaveLength(1);
  });

  it('are found only by the exact name without the right to browse them, and not at all without a project', async () => {
    const { as, jira, guest, mara, security } = site();
    const { site: facts } = jira.state;
    jira.state.site = { ...facts, globalPermissions: { ...facts.globalPermissions, USER_PICKER: [ADMIN_GROUP] } };
    expect(namesOf(await as(mara).get('/rest/api/3/groups/picker?query=Secur'))).toEqual([]);
    const exact = `/rest/api/3/groups/picker?query=${encodeURIComponent(security.name)}`;
    expect(namesOf(await as(mara).get(exact))).toEqual([security.name]);
    expect(namesOf(await as(guest).get(exact))).toEqual([]);
    expect((await as(mara).get('/rest/api/3/group/bulk')).status).toBe(403);
    expect((await as(mara).get(`/rest/api/3/group/member?groupId=${security.id}`)).status).toBe(403);
    expect((await as(mara).get(`/rest/api/3/user/groups?accountId=${guest.id}`)).status).toBe(403);
    expect((await as(mara).get(`/rest/api/3/user/groups?accountId=${mara.id}`)).status).toBe(200);
  });

  it('are listed by id or name, page by page', async () => {
    const { as, mara, security } = site();
    expect(namesOf(await as(mara).get('/rest/api/3/group/bulk'))).toEqual([ADMIN_GROUP, USERS_GROUP, security.name]);
    expect(namesOf(await as(mara).get(`/rest/api/3/group/bulk?groupId=${security.id}`))).toEqual([security.name]);
    expect(namesOf(await as(mara).get(`/rest/api/3/group/bulk?groupName=${ADMIN_GROUP}`))).toEqual([ADMIN_GROUP]);
    expect((await as(mara).get('/rest/api/3/group/bulk?maxResults=1')).body.isLast).toBe(false);
    expect((await as(mara).get('/rest/api/3/group/bulk?accessType=admin')).status).toBe(400);
  });

  it('name their members', async () => {
    const { as, jira, priya, security } = site();
    const path = `/rest/api/3/group/member?groupId=${security.id}`;
    expect((await as('admin').get(path)).body.values).toMatchObject([{ accountId: priya.id }]);
    jira.state.users.put({ ...jira.state.users.require(priya.id), active: false });
    expect((await as('admin').get(path)).body.values).toEqual([]);
    expect((await as('admin').get(`${path}&includeInactiveUsers=true`)).body.values).toHaveLength(1);
    expect((await as('admin').get('/rest/api/3/group/member')).status).toBe(400);
    expect((await as('admin').get('/rest/api/3/group/member?groupId=nobody')).status).toBe(404);
    const scoped = await as('admin', ['read:jira-user']).get(path);
    expect(scoped.status).toBe(401);
  });
});

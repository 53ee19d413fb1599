import { addProject, ADMIN_ACCOUNT_ID, grant, ISSUE_TYPE, ROLE, STATUS } from '../seed';
import { addIssues, messageOf, testSite, valueAt } from './test-site';

describe('statuses', () => {
  const create = { scope: { type: 'GLOBAL' }, statuses: [{ name: 'Identified', statusCategory: 'TODO' }] };

  test('are two different lists: all of them with a word, those in use with an object', async () => {
    const { call } = testSite();
    const created = await call('POST', '/statuses', create);
    expect(created).toMatchObject({
      status: 200,
      body: [{ name: 'Identified', statusCategory: 'TODO', scope: { type: 'GLOBAL' } }],
    });
    const id = String(valueAt(created, 0, 'id'));
    expect((await call('GET', `/statuses?id=${id}`)).body).toMatchObject([{ id }]);
    const searched = await call('GET', '/statuses/search?searchString=ident');
    expect(searched.body).toMatchObject({ total: 1, values: [{ id, statusCategory: 'TODO' }] });
    const active = await call('GET', '/status', undefined, 'member');
    expect(JSON.stringify(active.body)).not.toContain('Identified');
    expect(active.body).toContainEqual(
      expect.objectContaining({ id: STATUS.done, statusCategory: expect.objectContaining({ key: 'done' }) as unknown }),
    );
    expect((await call('GET', `/status/${id}`)).status).toBe(404);
    expect((await call('GET', '/status', undefined, 'nobody')).body).toEqual([]);
  });

  test('have unique names in their scope, which may be a project', async () => {
    const { call, jira } = testSite();
    const team = addProject(jira.state, {
      key: 'TEAM',
      name: 'Team',
      leadAccountId: ADMIN_ACCOUNT_ID,
      style: 'next-gen',
    });
    const inTeam = { ...create, scope: { type: 'PROJECT', project: { id: team.id } } };
    expect((await call('POST', '/statuses', create)).status).toBe(200);
    expect((await call('POST', '/statuses', create)).status).toBe(400);
    expect((await call('POST', '/statuses', inTeam)).status).toBe(200);
    expect(await call('GET', `/statuses/search?projectId=${team.id}&searchString=ident`)).toMatchObject({
      body: { total: 1, values: [{ scope: { type: 'PROJECT', project: { id: team.id } } }] },
    });
    const long = { ...create, statuses: [{ name: 'x'.repeat(256), statusCategory: 'DONE' }] };
    expect(messageOf(await call('POST', '/statuses', long))).toBe('The name is too long, maxSize=255');
  });

  test('are deleted by id, at most 50 at once, and not while a workflow has them', async () => {
    const { call } = testSite();
    const id = String(valueAt(await call('POST', '/statuses', create), 0, 'id'));
    expect((await call('DELETE', `/statuses?id=${id}&id=${STATUS.done}`)).status).toBe(400);
    expect((await call('DELETE', `/statuses?id=${id}`)).status).toBe(204);
    const many = Array.from({ length: 51 }, (_, index) => `id=${index}`).join('&');
    expect((await call('GET', `/statuses?${many}`)).status).toBe(400);
    expect((await call('DELETE', `/statuses?id=${STATUS.done}`, undefined, 'member')).status).toBe(401);
  });

  test('categories are four', async () => {
    const { call } = testSite();
    const answer = await call('GET', '/statuscategory', undefined, 'member');
    expect((answer.body as { key: string }[]).map(({ key }) => key)).toEqual([
      'undefined',
      'new',
      'indeterminate',
      'done',
    ]);
    expect(await call('GET', '/statuscategory/new')).toMatchObject({ body: { id: 2, name: 'To Do' } });
  });
});

describe('issue link types', () => {
  const mitigates = { name: 'Mitigates', inward: 'is mitigated by', outward: 'mitigates' };

  test('are created once: a taken name is a 404, and so is a missing right', async () => {
    const { call } = testSite();
    const created = await call('POST', '/issueLinkType', mitigates);
    expect(created).toMatchObject({ status: 201, body: mitigates });
    expect((await call('POST', '/issueLinkType', { ...mitigates, name: 'mitigates' })).status).toBe(404);
    expect((await call('POST', '/issueLinkType', { ...mitigates, name: 'Other' }, 'member')).status).toBe(404);
    const list = await call('GET', '/issueLinkType', undefined, 'member');
    expect(valueAt(list, 'issueLinkTypes')).toContainEqual(expect.objectContaining(mitigates));
  });

  test('are changed, and deleted together with their links', async () => {
    const site = testSite();
    const { call, jira } = site;
    const id = String(valueAt(await call('POST', '/issueLinkType', mitigates), 'id'));
    const two = [0, 1].map((index) => ({ projectId: site.project.id, typeId: ISSUE_TYPE.story, summary: `${index}` }));
    jira.bulkLoad(two, [{ typeId: id, source: 0, destination: 1 }]);
    expect(jira.state.issues.byKey('SHOP-1')?.links).toHaveLength(1);
    expect(await call('PUT', `/issueLinkType/${id}`, { outward: 'reduces' })).toMatchObject({
      body: { outward: 'reduces' },
    });
    expect((await call('DELETE', `/issueLinkType/${id}`)).status).toBe(204);
    expect(jira.state.issues.byKey('SHOP-1')?.links).toEqual([]);
    expect(jira.state.links.size).toBe(0);
    expect((await call('GET', `/issueLinkType/${id}`)).status).toBe(404);
    expect((await call('GET', '/issueLinkType/x')).status).toBe(400);
  });
});

describe('resolutions and priorities', () => {
  test('resolutions come as a list and as a page', async () => {
    const { call } = testSite();
    const list = await call('GET', '/resolution', undefined, 'member');
    expect((list.body as { name: string }[]).map(({ name }) => name)).toEqual(['Done', "Won't Do", 'Duplicate']);
    expect(await call('GET', '/resolution/search?id=10000')).toMatchObject({
      body: { total: 1, values: [{ name: 'Done' }] },
    });
    expect(messageOf(await call('GET', '/resolution/77'))).toBe('Resolution with ID 77 not found.');
  });

  test('priorities are searched by admins and read one by one by all', async () => {
    const { call } = testSite();
    expect(await call('GET', '/priority/search?onlyDefault=true')).toMatchObject({
      body: { values: [{ name: 'Medium' }] },
    });
    expect((await call('GET', '/priority/search', undefined, 'member')).status).toBe(403);
    expect(await call('GET', '/priority/1', undefined, 'member')).toMatchObject({ body: { name: 'Highest' } });
    expect((await call('GET', '/priority/99')).status).toBe(404);
  });
});

describe('project roles', () => {
  test('of a project are seen and changed by its administrators only', async () => {
    const { call, jira, project } = testSite();
    const list = await call('GET', '/project/SHOP/role');
    expect(String(valueAt(list, 'Member'))).toContain(`/project/${project.id}/role/${ROLE.member}`);
    expect((await call('GET', '/project/SHOP/role', undefined, 'member')).status).toBe(404);
    const jonas = jira.state.users.find(({ displayName }) => displayName === 'Jonas Weber')!;
    grant(jira.state, project, jonas.id, 'administrators');
    expect((await call('GET', '/project/SHOP/role', undefined, 'member')).status).toBe(200);
  });

  test('take people and groups, each once, and give them back', async () => {
    const { call, jira } = testSite();
    const other = jira.state.users.find(({ displayName }) => displayName === 'Somebody Else')!;
    const path = `/project/SHOP/role/${ROLE.viewer}`;
    const browse = async (): Promise<number> => (await call('GET', '/issuetype', undefined, 'nobody')).body as number;
    expect(await browse()).toEqual([]);
    const added = await call('POST', path, { user: [other.id] });
    expect(added).toMatchObject({ status: 200, body: { actors: [{ actorUser: { accountId: other.id } }] } });
    expect(await browse()).toHaveLength(5);
    expect((await call('POST', path, { user: [other.id] })).status).toBe(400);
    expect((await call('POST', path, { group: ['nobody knows'] })).status).toBe(404);
    expect((await call('DELETE', `${path}?user=${other.id}`)).status).toBe(204);
    expect(await browse()).toEqual([]);
    const set = await call('PUT', path, { categorisedActors: { 'atlassian-group-role-actor': ['jira-users'] } });
    expect(set).toMatchObject({ body: { actors: [{ actorGroup: { name: 'jira-users' } }] } });
  });

  test('of the site are listed for Jira admins', async () => {
    const { call } = testSite();
    expect((await call('GET', '/role')).body).toContainEqual(expect.objectContaining({ name: 'Administrators' }));
    expect((await call('GET', '/role', undefined, 'member')).status).toBe(403);
    expect((await call('GET', '/role/1')).status).toBe(404);
  });
});

test('configuration says nothing about issues it does not know: unknown calls are refused by name', async () => {
  const site = testSite();
  addIssues(site, { typeId: ISSUE_TYPE.story });
  const answer = await site.call('POST', '/issuetype/10001/avatar2', {});
  expect([answer.status, messageOf(answer)]).toEqual([
    501,
    'local Jira does not serve POST /rest/api/3/issuetype/10001/avatar2',
  ]);
});

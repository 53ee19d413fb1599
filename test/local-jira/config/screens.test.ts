import { addProject, ADMIN_ACCOUNT_ID, ISSUE_TYPE } from '../seed';
import { messageOf, testSite, valueAt, type Call } from './test-site';

async function newScreen(call: Call, name = 'Risk screen'): Promise<{ screenId: number; tabId: number }> {
  const screenId = Number(valueAt(await call('POST', '/screens', { name }), 'id'));
  const tabId = Number(valueAt(await call('GET', `/screens/${screenId}/tabs`), 0, 'id'));
  return { screenId, tabId };
}

describe('screens', () => {
  test('start with one tab; fields are added once and taken off', async () => {
    const { call } = testSite();
    const { screenId, tabId } = await newScreen(call);
    const path = `/screens/${screenId}/tabs/${tabId}/fields`;
    expect(await call('POST', path, { fieldId: 'summary' })).toMatchObject({ status: 200, body: { id: 'summary' } });
    expect((await call('POST', path, { fieldId: 'summary' })).status).toBe(400);
    expect((await call('POST', path, { fieldId: 'customfield_99999' })).status).toBe(404);
    expect((await call('GET', path)).body).toEqual([{ id: 'summary', name: 'Summary' }]);
    expect((await call('DELETE', `${path}/summary`)).status).toBe(204);
    expect((await call('DELETE', `${path}/summary`)).status).toBe(404);
  });

  test('have unique names and several tabs, the last of which stays', async () => {
    const { call } = testSite();
    const { screenId, tabId } = await newScreen(call);
    expect(messageOf(await call('POST', '/screens', { name: 'Risk screen' }))).toBe(
      'The name is used by another screen.',
    );
    const tab = await call('POST', `/screens/${screenId}/tabs`, { name: 'Risk' });
    expect(tab).toMatchObject({ status: 200, body: { name: 'Risk' } });
    expect((await call('POST', `/screens/${screenId}/tabs`, { name: 'Risk' })).status).toBe(400);
    expect((await call('DELETE', `/screens/${screenId}/tabs/${tabId}`)).status).toBe(204);
    expect((await call('DELETE', `/screens/${screenId}/tabs/${String(valueAt(tab, 'id'))}`)).status).toBe(400);
  });

  test('are kept while something uses them, and belong to admins', async () => {
    const { call } = testSite();
    const { screenId } = await newScreen(call);
    await call('POST', '/screenscheme', { name: 'Risk scheme', screens: { default: screenId } });
    expect(messageOf(await call('DELETE', `/screens/${screenId}`))).toBe('The screen is used in a screen scheme.');
    expect((await call('GET', '/screens', undefined, 'member')).status).toBe(403);
    expect((await call('POST', '/screens', { name: 'Mine' }, 'member')).status).toBe(403);
  });

  test('addToDefault answers 404 when the field is already there', async () => {
    const { call } = testSite();
    const type = 'com.atlassian.jira.plugin.system.customfieldtypes:textfield';
    const fieldId = String(valueAt(await call('POST', '/field', { name: 'Note', type }), 'id'));
    expect((await call('POST', `/screens/addToDefault/${fieldId}`)).status).toBe(200);
    expect((await call('POST', `/screens/addToDefault/${fieldId}`)).status).toBe(404);
  });
});

describe('screen schemes', () => {
  test('decide what the create screen of a type shows', async () => {
    const { call, project } = testSite();
    const { screenId, tabId } = await newScreen(call);
    for (const fieldId of ['summary', 'duedate']) {
      await call('POST', `/screens/${screenId}/tabs/${tabId}/fields`, { fieldId });
    }
    const scheme = await call('POST', '/screenscheme', { name: 'Risk scheme', screens: { default: screenId } });
    expect(scheme.status).toBe(201);
    const path = `/issuetypescreenscheme/${project.issueTypeScreenSchemeId}/mapping`;
    const mapping = { issueTypeId: ISSUE_TYPE.bug, screenSchemeId: String(valueAt(scheme, 'id')) };
    expect((await call('PUT', path, { issueTypeMappings: [mapping] })).status).toBe(204);
    const meta = await call('GET', `/issue/createmeta/SHOP/issuetypes/${ISSUE_TYPE.bug}`);
    const ids = (valueAt(meta, 'fields') as { fieldId: string }[]).map(({ fieldId }) => fieldId);
    expect(ids.sort()).toEqual(['duedate', 'issuetype', 'parent', 'project', 'summary']);
    const story = await call('GET', `/issue/createmeta/SHOP/issuetypes/${ISSUE_TYPE.story}`);
    expect(valueAt(story, 'fields', 'length')).toBeGreaterThan(10);
  });

  test('name screens that exist', async () => {
    const { call } = testSite();
    const answer = await call('POST', '/screenscheme', { name: 'X', screens: { default: 4711 } });
    expect([answer.status, messageOf(answer)]).toEqual([
      404,
      'One or more screens assigned to screen types was not found.',
    ]);
  });

  test('issue type screen schemes need a default, take none later, and no type twice', async () => {
    const { call } = testSite();
    const create = (issueTypeMappings: unknown, name = 'Risks'): ReturnType<Call> =>
      call('POST', '/issuetypescreenscheme', { name, issueTypeMappings });
    const byDefault = { issueTypeId: 'default', screenSchemeId: '1' };
    const bug = { issueTypeId: ISSUE_TYPE.bug, screenSchemeId: '1' };
    expect((await create([bug])).status).toBe(400);
    expect(messageOf(await create([byDefault, bug, bug]))).toBe(
      'One or more issue type IDs are repeated, an issue type ID can only be specified once.',
    );
    const created = await create([byDefault, bug]);
    expect(created.status).toBe(201);
    const path = `/issuetypescreenscheme/${String(valueAt(created, 'id'))}/mapping`;
    expect(messageOf(await call('PUT', path, { issueTypeMappings: [byDefault] }))).toBe(
      'A default mapping cannot be added.',
    );
    expect((await call('PUT', path, { issueTypeMappings: [bug] })).status).toBe(400);
    expect((await call('PUT', path, { issueTypeMappings: [{ issueTypeId: '99', screenSchemeId: '1' }] })).status).toBe(
      404,
    );
  });

  test('issue type screen schemes go to company-managed projects only', async () => {
    const { call, jira, project } = testSite();
    const team = addProject(jira.state, {
      key: 'TEAM',
      name: 'Team',
      leadAccountId: ADMIN_ACCOUNT_ID,
      style: 'next-gen',
    });
    const assign = (projectId: string): ReturnType<Call> =>
      call('PUT', '/issuetypescreenscheme/project', { issueTypeScreenSchemeId: '1', projectId });
    expect((await assign(project.id)).status).toBe(204);
    expect(messageOf(await assign(team.id))).toBe('Only classic projects can have issue type screen schemes assigned.');
    expect(await call('GET', `/issuetypescreenscheme/project?projectId=${project.id}`)).toMatchObject({
      body: { values: [{ issueTypeScreenScheme: { id: '1' }, projectIds: [project.id] }] },
    });
  });
});

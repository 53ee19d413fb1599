/** The older model: project → field configuration scheme → a field configuration for each issue type. */
import { addProject, ADMIN_ACCOUNT_ID, ISSUE_TYPE, STORY_POINTS } from '../seed';
import { messageOf, testSite, valueAt, type TestSite } from './test-site';

const body = (fieldConfigurationItems: readonly object[]): unknown => ({ fieldConfigurationItems });

/** A copy of the default configuration and a scheme that gives it to bugs, made through REST. */
async function copyForBugs({ call }: TestSite): Promise<{ configurationId: string; schemeId: string }> {
  const configurationId = String(valueAt(await call('POST', '/fieldconfiguration', { name: 'SHOP bugs' }), 'id'));
  const schemeId = String(valueAt(await call('POST', '/fieldconfigurationscheme', { name: 'SHOP' }), 'id'));
  const mappings = [{ issueTypeId: ISSUE_TYPE.bug, fieldConfigurationId: configurationId }];
  await call('PUT', `/fieldconfigurationscheme/${schemeId}/mapping`, { mappings });
  return { configurationId, schemeId };
}

describe('field configurations', () => {
  test('decide, once a project has them, which fields its issues have and need', async () => {
    const site = testSite();
    const { call, project } = site;
    const { configurationId, schemeId } = await copyForBugs(site);
    await call('PUT', `/fieldconfiguration/${configurationId}/fields`, {
      fieldConfigurationItems: [
        { id: STORY_POINTS, isHidden: true },
        { id: 'duedate', isRequired: true },
      ],
    });
    const fieldsOf = async (typeId: string): Promise<readonly unknown[]> => {
      const answer = await call('GET', `/projects/fields?projectId=${project.id}&workTypeId=${typeId}&maxResults=100`);
      const rows = valueAt(answer, 'values') as { fieldId: string; isRequired: boolean }[];
      const row = (id: string): boolean | undefined => rows.find(({ fieldId }) => fieldId === id)?.isRequired;
      return [row(STORY_POINTS), row('duedate')];
    };
    expect(await fieldsOf(ISSUE_TYPE.bug)).toEqual([false, false]);
    const assign = { fieldConfigurationSchemeId: schemeId, projectId: project.id };
    expect((await call('PUT', '/fieldconfigurationscheme/project', assign)).status).toBe(204);
    expect(await fieldsOf(ISSUE_TYPE.bug)).toEqual([undefined, true]);
    expect(await fieldsOf(ISSUE_TYPE.story)).toEqual([false, false]);
    const bug = { project: { key: 'SHOP' }, issuetype: { id: ISSUE_TYPE.bug }, summary: 'Broken' };
    expect((await call('POST', '/issue', { fields: bug }, 'member')).status).toBe(400);
    expect((await call('POST', '/issue', { fields: { ...bug, duedate: '2026-12-01' } }, 'member')).status).toBe(201);
    await call('PUT', '/fieldconfigurationscheme/project', { ...assign, fieldConfigurationSchemeId: null });
    expect(await fieldsOf(ISSUE_TYPE.bug)).toEqual([false, false]);
  });

  test('begin as the default one, all optional; hiding a field forgets the rest about it', async () => {
    const site = testSite();
    const { call } = site;
    const standard = '/fieldconfiguration/10000/fields';
    await call('PUT', standard, body([{ id: 'duedate', isRequired: true, description: 'By when?' }]));
    await call('PUT', standard, body([{ id: 'environment', isHidden: true }]));
    const { configurationId } = await copyForBugs(site);
    const path = `/fieldconfiguration/${configurationId}/fields`;
    const item = async (id: string): Promise<unknown> =>
      (valueAt(await call('GET', `${path}?maxResults=50`), 'values') as { id: string }[]).find((row) => row.id === id);
    const unseen = { isHidden: true, isRequired: false };
    expect(await item('duedate')).toEqual({
      id: 'duedate',
      description: 'By when?',
      isHidden: false,
      isRequired: false,
    });
    expect(await item('environment')).toMatchObject(unseen);
    await call('PUT', path, body([{ id: 'duedate', isRequired: true }]));
    expect(await item('duedate')).toMatchObject({ description: 'By when?', isRequired: true });
    await call('PUT', path, body([{ id: 'duedate', isHidden: true }]));
    await call('PUT', path, body([{ id: 'duedate', isHidden: false }]));
    expect(await item('duedate')).toEqual({ id: 'duedate', isHidden: false, isRequired: false });
    await call('PUT', path, body([{ id: 'description', renderer: 'text-renderer' }]));
    expect(await item('description')).toMatchObject({ renderer: 'text-renderer' });
    // What one configuration answers, another takes: a copy is made this way.
    const all = valueAt(await call('GET', `${standard}?maxResults=50`), 'values') as object[];
    expect((await call('PUT', path, body(all))).status).toBe(204);
    expect((await call('GET', path)).body).toMatchObject({ values: valueAt(await call('GET', standard), 'values') });
  });

  test('refuse what Jira refuses, all or nothing', async () => {
    const site = testSite();
    const { call, jira } = site;
    const { configurationId } = await copyForBugs(site);
    const before = jira.snapshot();
    const path = `/fieldconfiguration/${configurationId}/fields`;
    for (const wrong of [
      [
        { id: 'duedate', isHidden: true },
        { id: 'summary', isHidden: true },
      ],
      [{ id: 'summary', isRequired: false }],
      [{ id: 'customfield_99999', isHidden: true }],
      [{ id: 'duedate', renderer: 'wiki-renderer' }],
      [{ id: 'description', renderer: 'html' }],
    ]) {
      expect((await call('PUT', path, body(wrong))).status).toBe(400);
    }
    expect(messageOf(await call('POST', '/fieldconfiguration', { name: 'shop bugs' }))).toBe(
      'A field configuration is using this name.',
    );
    expect((await call('DELETE', '/fieldconfiguration/10000')).status).toBe(400);
    expect((await call('PUT', '/fieldconfiguration/10000', { name: 'Mine' })).status).toBe(400);
    expect((await call('DELETE', `/fieldconfiguration/${configurationId}`)).status).toBe(400);
    expect((await call('GET', '/fieldconfiguration/99999/fields')).status).toBe(404);
    expect(jira.snapshot()).toEqual(before);
  });
});

describe('field configuration schemes', () => {
  test('show the default one by what it lacks: no row names it', async () => {
    const site = testSite();
    const { call, jira, project } = site;
    const other = addProject(jira.state, { key: 'WEB', name: 'Web', leadAccountId: ADMIN_ACCOUNT_ID });
    const { schemeId } = await copyForBugs(site);
    const assign = { fieldConfigurationSchemeId: schemeId, projectId: project.id };
    await call('PUT', '/fieldconfigurationscheme/project', assign);
    const ids = `projectId=${project.id}&projectId=${other.id}`;
    expect((await call('GET', `/fieldconfigurationscheme/project?${ids}`)).body).toMatchObject({
      total: 2,
      values: [
        { projectIds: [other.id] },
        { fieldConfigurationScheme: { id: schemeId, name: 'SHOP' }, projectIds: [project.id] },
      ],
    });
    expect(valueAt(await call('GET', `/fieldconfigurationscheme/project?${ids}`), 'values', 0)).not.toHaveProperty(
      'fieldConfigurationScheme',
    );
    expect((await call('GET', '/fieldconfigurationscheme')).body).toMatchObject({ total: 1 });
    const mapping = await call('GET', `/fieldconfigurationscheme/mapping?fieldConfigurationSchemeId=${schemeId}`);
    expect(valueAt(mapping, 'values')).toEqual([
      { fieldConfigurationSchemeId: schemeId, issueTypeId: ISSUE_TYPE.bug, fieldConfigurationId: '10001' },
      { fieldConfigurationSchemeId: schemeId, issueTypeId: 'default', fieldConfigurationId: '10000' },
    ]);
    expect((await call('GET', '/fieldconfigurationscheme/mapping?fieldConfigurationSchemeId=77')).status).toBe(404);
  });

  test('are kept while a project has them, and lose mappings', async () => {
    const site = testSite();
    const { call, project } = site;
    const { schemeId, configurationId } = await copyForBugs(site);
    const assign = { fieldConfigurationSchemeId: schemeId, projectId: project.id };
    await call('PUT', '/fieldconfigurationscheme/project', assign);
    const path = `/fieldconfigurationscheme/${schemeId}`;
    expect((await call('DELETE', path)).status).toBe(400);
    const types = { issueTypeIds: [ISSUE_TYPE.bug] };
    expect((await call('POST', `${path}/mapping/delete`, types)).status).toBe(204);
    expect((await call('POST', `${path}/mapping/delete`, types)).status).toBe(404);
    const twice = { issueTypeIds: [ISSUE_TYPE.bug, ISSUE_TYPE.bug] };
    expect(messageOf(await call('POST', `${path}/mapping/delete`, twice))).toBe(
      'The issueTypeIds must not contain duplicates.',
    );
    await call('PUT', '/fieldconfigurationscheme/project', { projectId: project.id });
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('DELETE', `/fieldconfiguration/${configurationId}`)).status).toBe(204);
    expect((await call('PUT', '/fieldconfigurationscheme/project', assign)).status).toBe(404);
  });

  test('are there no more on a site with field schemes', async () => {
    const { call } = testSite({ fieldSchemes: true });
    expect((await call('GET', '/fieldconfiguration')).status).toBe(404);
    expect((await call('GET', '/fieldconfigurationscheme')).status).toBe(404);
    expect((await call('GET', '/fieldconfiguration', undefined, 'member')).status).toBe(403);
  });
});

/** Who uses what, copies for one project alone, and what scheme calls know of team-managed projects. */
import fc from 'fast-check';
import { addProject, ADMIN_ACCOUNT_ID, ISSUE_TYPE, STATUS } from '../seed';
import type { Project } from '../state/config-entities';
import { messageOf, testSite, valueAt, type Answer, type TestSite } from './test-site';

/** SHOP, and WEB with the same schemes. */
function sharingSite(fieldSchemes = false): TestSite & { web: Project; workflowId: string } {
  const site = testSite({ fieldSchemes });
  const web = addProject(site.jira.state, {
    key: 'WEB',
    name: 'Web',
    leadAccountId: ADMIN_ACCOUNT_ID,
    sharesSchemesWith: site.project,
  });
  const scheme = site.jira.state.workflowSchemes.require(site.project.workflowSchemeId);
  return { ...site, web, workflowId: scheme.defaultWorkflowId };
}

const idsIn = (answer: Answer, name: string): unknown[] =>
  (valueAt(answer, name, 'values') as { id: unknown }[]).map(({ id }) => id);

describe('usages', () => {
  test('of a workflow scheme, a workflow and a status name the projects, page by page', async () => {
    const { call, project, web, workflowId } = sharingSite();
    const both = [project.id, web.id];
    const scheme = `/workflowscheme/${project.workflowSchemeId}/projectUsages`;
    for (const path of [scheme, `/workflow/${workflowId}/projectUsages`, `/statuses/${STATUS.done}/projectUsages`]) {
      expect(idsIn(await call('GET', `${path}?maxResults=200`), 'projects')).toEqual(both);
      const first = await call('GET', `${path}?maxResults=1`);
      const token = String(valueAt(first, 'projects', 'nextPageToken'));
      const second = await call('GET', `${path}?maxResults=1&nextPageToken=${token}`);
      expect([...idsIn(first, 'projects'), ...idsIn(second, 'projects')]).toEqual(both);
      expect(valueAt(second, 'projects')).not.toHaveProperty('nextPageToken');
      expect(messageOf(await call('GET', `${path}?nextPageToken=x`))).toBe('Invalid format of nextPageToken');
      expect((await call('GET', `${path}?maxResults=201`)).status).toBe(400);
    }
  });

  test('come whole, once and in order, whatever the size of a page', async () => {
    const { call, jira, project } = sharingSite();
    for (let made = 0; made < 9; made += 1) {
      const more = { key: `P${made}`, name: `P${made}`, leadAccountId: ADMIN_ACCOUNT_ID, sharesSchemesWith: project };
      addProject(jira.state, more);
    }
    const all = jira.state.projects.all().map(({ id }) => id);
    const path = `/workflowscheme/${project.workflowSchemeId}/projectUsages`;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
        const seen: unknown[] = [];
        let token: string | undefined = '';
        while (token !== undefined) {
          const page = await call('GET', `${path}?maxResults=${size}${token === '' ? '' : `&nextPageToken=${token}`}`);
          seen.push(...idsIn(page, 'projects'));
          token = valueAt(page, 'projects', 'nextPageToken') as string | undefined;
        }
        expect(seen).toEqual(all);
      }),
      { numRuns: 30 },
    );
  });

  test('of a workflow name its schemes and the issue types of a project', async () => {
    const { call, project, workflowId } = sharingSite();
    const body = { name: 'Second', defaultWorkflow: 'jira', issueTypeMappings: {} };
    await call('POST', '/workflowscheme', body);
    expect(idsIn(await call('GET', `/workflow/${workflowId}/workflowSchemes`), 'workflowSchemes')).toEqual([
      project.workflowSchemeId,
    ]);
    const types = await call('GET', `/workflow/${workflowId}/project/${project.id}/issueTypeUsages`);
    expect(idsIn(types, 'issueTypes')).toContain(ISSUE_TYPE.story);
    const ofStatus = await call('GET', `/statuses/${STATUS.review}/project/${project.id}/issueTypeUsages`);
    expect(idsIn(ofStatus, 'issueTypes')).toContain(ISSUE_TYPE.story);
    expect(idsIn(await call('GET', `/statuses/${STATUS.review}/workflowUsages`), 'workflows')).toContain(workflowId);
    expect((await call('GET', '/workflow/nothing/projectUsages')).status).toBe(404);
    expect((await call('GET', '/statuses/77/workflowUsages')).status).toBe(404);
    // Jira keeps its default scheme without an id.
    expect((await call('GET', '/workflowscheme/10000/projectUsages')).status).toBe(404);
  });

  test('of the other schemes are read by expanding them', async () => {
    const { call, project, web } = sharingSite();
    const keys = (answer: Answer): unknown =>
      (valueAt(answer, 'values', 0, 'projects', 'values') as { key: string }[]).map(({ key }) => key);
    const types = await call('GET', `/issuetypescheme?id=${project.issueTypeSchemeId}&expand=projects`);
    const screens = await call('GET', `/issuetypescreenscheme?id=${project.issueTypeScreenSchemeId}&expand=projects`);
    expect([keys(types), keys(screens)]).toEqual([
      ['SHOP', 'WEB'],
      ['SHOP', 'WEB'],
    ]);
    const path = `/issuetypescreenscheme/${project.issueTypeScreenSchemeId}/project`;
    expect((await call('GET', `${path}?query=web`)).body).toMatchObject({ total: 1, values: [{ id: web.id }] });
    const schemes = await call('GET', '/screenscheme?queryString=SHOP&expand=issueTypeScreenSchemes');
    expect(valueAt(schemes, 'values', 0, 'issueTypeScreenSchemes')).toMatchObject({
      total: 1,
      values: [{ id: project.issueTypeScreenSchemeId }],
    });
    expect(valueAt(await call('GET', '/field/duedate/screens?expand=tab'), 'values')).toContainEqual(
      expect.objectContaining({ id: 1, tab: { id: 10000, name: 'Field Tab' } }),
    );
    expect((await call('GET', '/screens/tabs?screenId=1')).body).toMatchObject({
      values: [{ screenId: 1, tabId: 10000, tabName: 'Field Tab' }],
    });
  });
});

describe('field schemes', () => {
  test('are cloned for one project, so that the others keep theirs', async () => {
    const { call, project, web } = sharingSite(true);
    const clone = await call('POST', '/config/fieldschemes/10000/clone', { name: 'SHOP', description: 'A copy' });
    const id = Number(valueAt(clone, 'id'));
    expect(await call('PUT', '/config/fieldschemes/projects', { [id]: { projectIds: [project.id] } })).toMatchObject({
      status: 200,
    });
    expect((await call('DELETE', '/config/fieldschemes/fields', { duedate: { schemeIds: [id] } })).status).toBe(200);
    const has = async ({ id: projectId }: Project): Promise<boolean> =>
      JSON.stringify(
        (await call('GET', `/projects/fields?projectId=${projectId}&workTypeId=${ISSUE_TYPE.story}&maxResults=100`))
          .body,
      ).includes('"duedate"');
    expect([await has(project), await has(web)]).toEqual([false, true]);
    expect((await call('GET', `/config/fieldschemes/${id}/projects`)).body).toMatchObject({
      values: [{ id: project.id, key: 'SHOP' }],
    });
    expect((await call('DELETE', `/config/fieldschemes/${id}`)).status).toBe(409);
    await call('PUT', '/config/fieldschemes/projects', { 10000: { projectIds: [project.id] } });
    expect(await call('DELETE', `/config/fieldschemes/${id}`)).toMatchObject({
      status: 200,
      body: { deleted: true, id: String(id) },
    });
    expect((await call('GET', `/config/fieldschemes/${id}`)).status).toBe(404);
    expect((await call('DELETE', '/config/fieldschemes/10000')).status).toBe(400);
  });

  test('never lose the fields that every issue has, and say which part failed', async () => {
    const { call } = sharingSite(true);
    const answer = await call('DELETE', '/config/fieldschemes/fields', {
      summary: { schemeIds: [10000] },
      duedate: { schemeIds: [10000] },
    });
    expect(answer).toMatchObject({ status: 207, body: { results: [{ success: false }, { success: true }] } });
    const shown = await call('GET', '/config/fieldschemes/10000');
    expect(shown.body).toMatchObject({ id: '10000', isDefault: true });
    expect((await call('PUT', '/config/fieldschemes/10000', { name: 'Renamed' })).status).toBe(200);
    expect(valueAt(await call('GET', '/config/fieldschemes/10000'), 'name')).toBe('Renamed');
  });
});

describe("Jira's default workflow scheme", () => {
  test('has no id; a project without issues gets it by naming none', async () => {
    const { call, project, web } = sharingSite();
    expect((await call('PUT', '/workflowscheme/project', { projectId: project.id })).status).toBe(204);
    const answer = await call('GET', `/workflowscheme/project?projectId=${project.id}&projectId=${web.id}`);
    const rows = valueAt(answer, 'values') as { projectIds: string[]; workflowScheme: Record<string, unknown> }[];
    const own = rows.find(({ projectIds }) => projectIds.includes(project.id))?.workflowScheme;
    expect(own).toMatchObject({ name: 'Default Workflow Scheme' });
    expect(own).not.toHaveProperty('id');
    expect(own).not.toHaveProperty('self');
    expect(rows.find(({ projectIds }) => projectIds.includes(web.id))?.workflowScheme).toHaveProperty('id');
    expect(JSON.stringify((await call('GET', '/workflowscheme')).body)).not.toContain('Default Workflow Scheme');
  });

  test('is changed by nobody and led to by no switch', async () => {
    const { call, jira, project } = sharingSite();
    const before = jira.snapshot();
    const [scheme] = jira.state.workflowSchemes.filter(({ id }) => id === '10000');
    const change = { id: '10000', name: 'Mine', description: '', version: scheme?.version, workflowsForIssueTypes: [] };
    expect((await call('POST', '/workflowscheme/update', change)).status).toBe(400);
    const to = { projectId: project.id, targetSchemeId: '10000' };
    expect((await call('POST', '/workflowscheme/project/switch', to)).status).toBe(400);
    const put = { projectId: project.id, workflowSchemeId: '10000' };
    expect((await call('PUT', '/workflowscheme/project', put)).status).toBe(404);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await call(method, '/workflowscheme/10000', method === 'PUT' ? {} : undefined)).status).toBe(404);
    }
    expect(jira.snapshot()).toEqual(before);
  });
});

describe('team-managed projects', () => {
  const team = ({ jira }: TestSite): Project =>
    addProject(jira.state, { key: 'TEAM', name: 'Team', leadAccountId: ADMIN_ACCOUNT_ID, style: 'next-gen' });

  test('are given no scheme', async () => {
    const site = testSite();
    const { id: projectId } = team(site);
    const schemes = {
      '/issuetypescheme/project': { issueTypeSchemeId: '10000', projectId },
      '/issuetypescreenscheme/project': { issueTypeScreenSchemeId: '1', projectId },
      '/workflowscheme/project': { projectId },
      '/fieldconfigurationscheme/project': { projectId },
    };
    const messages: string[] = [];
    for (const [path, body] of Object.entries(schemes)) {
      const answer = await site.call('PUT', path, body);
      expect([path, answer.status]).toEqual([path, 400]);
      messages.push(messageOf(answer));
    }
    expect(messages).toEqual([
      'Only classic projects can have issue type schemes assigned.',
      'Only classic projects can have issue type screen schemes assigned.',
      'Only classic projects can have workflow schemes assigned.',
      'Only classic projects can have field configuration schemes assigned.',
    ]);
    const association = {
      associationContexts: [{ type: 'PROJECT_ID', identifier: Number(projectId) }],
      fields: [{ type: 'FIELD_ID', identifier: 'duedate' }],
    };
    expect((await site.call('PUT', '/field/association', association)).status).toBe(400);
  });

  test('have types, statuses and screens of their own, which schemes of others do not take', async () => {
    const site = testSite();
    const { call, jira } = site;
    const { id: projectId, issueTypeSchemeId } = team(site);
    const [typeId = ''] = jira.state.issueTypeSchemes.require(issueTypeSchemeId).issueTypeIds;
    const scope = { type: 'PROJECT', project: { id: projectId } };
    expect((await call('GET', `/issuetype/${typeId}`)).body).toMatchObject({ scope });
    const other = site.project.issueTypeSchemeId;
    expect((await call('PUT', `/issuetypescheme/${other}/issuetype`, { issueTypeIds: [typeId] })).status).toBe(404);
    const issueTypeMappings = [{ issueTypeId: typeId, screenSchemeId: '1' }];
    const screens = `/issuetypescreenscheme/${site.project.issueTypeScreenSchemeId}/mapping`;
    expect((await call('PUT', screens, { issueTypeMappings })).status).toBe(404);
    expect((await call('GET', `/statuses/search?projectId=${projectId}`)).body).toMatchObject({
      total: 3,
      values: [{ scope }, { scope }, { scope }],
    });
    const [screen] = jira.state.screens.filter(({ scopeProjectId }) => scopeProjectId === projectId);
    const path = `/screens/${screen!.id}`;
    expect((await call('GET', `/screens?id=${screen!.id}`)).body).toMatchObject({ values: [{ scope }] });
    expect((await call('PUT', path, { name: 'Mine' })).status).toBe(400);
    expect((await call('POST', `${path}/tabs/${screen!.tabs[0]!.id}/fields`, { fieldId: 'duedate' })).status).toBe(400);
    const lists = ['/issuetypescheme', '/issuetypescreenscheme', '/screenscheme', '/workflowscheme'];
    for (const list of lists) expect(JSON.stringify((await call('GET', list)).body)).not.toContain('TEAM');
  });

  test('are in no list of the projects of a field scheme', async () => {
    const site = testSite({ fieldSchemes: true });
    const { id } = team(site);
    expect((await site.call('GET', `/config/fieldschemes/projects?projectId=${id}`)).body).toMatchObject({ total: 0 });
    const given = await site.call('PUT', '/config/fieldschemes/projects', { 10000: { projectIds: [id] } });
    expect(given).toMatchObject({ status: 400, body: { results: [{ success: false }] } });
  });
});

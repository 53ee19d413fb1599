import { addProject, ADMIN_ACCOUNT_ID, ISSUE_TYPE } from '../seed';
import { addIssues, messageOf, testSite, valueAt } from './test-site';

describe('issue types', () => {
  test('are created by an admin and join the default scheme only', async () => {
    const { call, jira, project } = testSite();
    const created = await call('POST', '/issuetype', {
      name: 'Security Risk',
      description: 'A risk',
      hierarchyLevel: 0,
    });
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'Security Risk', subtask: false, hierarchyLevel: 0, avatarId: expect.any(Number) as number },
    });
    const id = String(valueAt(created, 'id'));
    expect(await call('GET', `/issuetype/${id}`)).toMatchObject({ status: 200, body: { id } });
    expect(jira.state.issueTypeSchemes.require('10000').issueTypeIds).toContain(id);
    expect(jira.state.issueTypeSchemes.require(project.issueTypeSchemeId).issueTypeIds).not.toContain(id);
  });

  test('have unique names of at most 60 characters and one of two levels', async () => {
    const { call } = testSite();
    expect((await call('POST', '/issuetype', { name: 'story' })).status).toBe(409);
    expect((await call('POST', '/issuetype', { name: 'x'.repeat(61) })).status).toBe(400);
    expect((await call('POST', '/issuetype', { name: 'x'.repeat(60) })).status).toBe(201);
    expect((await call('POST', '/issuetype', { name: 'High', hierarchyLevel: 2 })).status).toBe(400);
    expect(await call('POST', '/issuetype', { name: 'Low', hierarchyLevel: -1 })).toMatchObject({
      body: { subtask: true },
    });
    expect((await call('POST', '/issuetype')).status).toBe(400);
    expect((await call('POST', '/issuetype', { name: 'A', colour: 'red' })).status).toBe(400);
  });

  test('are not created, changed or deleted by others', async () => {
    const { call } = testSite();
    expect((await call('POST', '/issuetype', { name: 'Risk' }, 'member')).status).toBe(403);
    expect((await call('PUT', `/issuetype/${ISSUE_TYPE.story}`, { name: 'Risk' }, 'member')).status).toBe(403);
    expect((await call('DELETE', `/issuetype/${ISSUE_TYPE.story}`, undefined, 'member')).status).toBe(403);
  });

  test('are hidden from people who may browse no project with them', async () => {
    const { call } = testSite();
    expect((await call('GET', '/issuetype', undefined, 'nobody')).body).toEqual([]);
    expect((await call('GET', `/issuetype/${ISSUE_TYPE.story}`, undefined, 'nobody')).status).toBe(404);
    expect(valueAt(await call('GET', '/issuetype', undefined, 'member'), 'length')).toBe(5);
  });

  test('of a project follow its scheme', async () => {
    const { call, project } = testSite();
    const answer = await call('GET', `/issuetype/project?projectId=${project.id}&level=-1`, undefined, 'member');
    expect(answer.body).toMatchObject([{ name: 'Sub-task' }]);
    expect((await call('GET', `/issuetype/project?projectId=${project.id}`, undefined, 'nobody')).status).toBe(404);
    expect((await call('GET', '/issuetype/project')).status).toBe(400);
  });

  test('in use are deleted only with an alternative', async () => {
    const site = testSite();
    addIssues(site, { typeId: ISSUE_TYPE.bug });
    expect((await site.call('DELETE', `/issuetype/${ISSUE_TYPE.bug}`)).status).toBe(404);
    const same = `/issuetype/${ISSUE_TYPE.bug}?alternativeIssueTypeId=`;
    expect((await site.call('DELETE', `${same}${ISSUE_TYPE.bug}`)).status).toBe(409);
    expect((await site.call('DELETE', `${same}${ISSUE_TYPE.subtask}`)).status).toBe(409);
    expect((await site.call('DELETE', `${same}${ISSUE_TYPE.task}`)).status).toBe(204);
    expect(site.jira.state.issues.byKey('SHOP-1')?.typeId).toBe(ISSUE_TYPE.task);
  });
});

describe('issue type schemes', () => {
  test('take types all or nothing', async () => {
    const { call, project } = testSite();
    const id = String(valueAt(await call('POST', '/issuetype', { name: 'Security Risk' }), 'id'));
    const path = `/issuetypescheme/${project.issueTypeSchemeId}/issuetype`;
    const refused = await call('PUT', path, { issueTypeIds: [id, ISSUE_TYPE.story] });
    expect(refused.status).toBe(400);
    expect(messageOf(refused)).toBe(
      `These issue types were not added because they are already present in the issue type scheme: ${ISSUE_TYPE.story}`,
    );
    const types = await call('GET', `/issuetype/project?projectId=${project.id}`);
    expect(JSON.stringify(types.body)).not.toContain('Security Risk');
    expect((await call('PUT', path, { issueTypeIds: [id] })).status).toBe(204);
    expect((await call('PUT', path, { issueTypeIds: ['99999'] })).status).toBe(404);
  });

  test('that are shared change every project that uses them', async () => {
    const { call, jira, project } = testSite();
    const other = addProject(jira.state, {
      key: 'TWO',
      name: 'Two',
      leadAccountId: ADMIN_ACCOUNT_ID,
      sharesSchemesWith: project,
    });
    const id = String(valueAt(await call('POST', '/issuetype', { name: 'Security Risk' }), 'id'));
    await call('PUT', `/issuetypescheme/${project.issueTypeSchemeId}/issuetype`, { issueTypeIds: [id] });
    const types = await call('GET', `/issuetype/project?projectId=${other.id}`);
    expect(JSON.stringify(types.body)).toContain('Security Risk');
    const schemes = await call('GET', `/issuetypescheme/project?projectId=${project.id}&projectId=${other.id}`);
    expect(schemes.body).toMatchObject({ total: 1, values: [{ projectIds: [project.id, other.id] }] });
  });

  test('are copied and given to a project, unless issues would lose their type', async () => {
    const site = testSite();
    const { call, project } = site;
    addIssues(site, { typeId: ISSUE_TYPE.bug });
    const create = (issueTypeIds: string[], name: string): ReturnType<typeof call> =>
      call('POST', '/issuetypescheme', { name, issueTypeIds, defaultIssueTypeId: ISSUE_TYPE.story });
    const without = await create([ISSUE_TYPE.story], 'Without bugs');
    expect(without.status).toBe(201);
    const assign = (issueTypeSchemeId: unknown): ReturnType<typeof call> =>
      call('PUT', '/issuetypescheme/project', { issueTypeSchemeId, projectId: project.id });
    const refused = await assign(valueAt(without, 'issueTypeSchemeId'));
    expect(refused.status).toBe(400);
    expect(messageOf(refused)).toContain('some issues in this project use issue types not present in the scheme');
    const withBugs = await create([ISSUE_TYPE.story, ISSUE_TYPE.bug], 'With bugs');
    expect((await assign(valueAt(withBugs, 'issueTypeSchemeId'))).status).toBe(204);
    expect((await create([ISSUE_TYPE.story], 'With bugs')).status).toBe(409);
    expect(messageOf(await create([ISSUE_TYPE.bug], 'No default'))).toBe(
      'The default issue type ID has to be present in issue type IDs list.',
    );
  });

  test('keep types that issues use, and their last standard type', async () => {
    const site = testSite();
    const { call, project } = site;
    addIssues(site, { typeId: ISSUE_TYPE.bug });
    const remove = (id: string): ReturnType<typeof call> =>
      call('DELETE', `/issuetypescheme/${project.issueTypeSchemeId}/issuetype/${id}`);
    expect((await remove(ISSUE_TYPE.bug)).status).toBe(400);
    expect((await remove(ISSUE_TYPE.task)).status).toBe(204);
    expect((await remove(ISSUE_TYPE.task)).status).toBe(404);
    expect((await call('DELETE', `/issuetypescheme/10000/issuetype/${ISSUE_TYPE.task}`)).status).toBe(400);
  });

  test('are only shown for company-managed projects, and only to admins', async () => {
    const { call, jira } = testSite();
    const next = addProject(jira.state, {
      key: 'TEAM',
      name: 'Team',
      leadAccountId: ADMIN_ACCOUNT_ID,
      style: 'next-gen',
    });
    expect((await call('GET', `/issuetypescheme/project?projectId=${next.id}`)).body).toMatchObject({ values: [] });
    const others = await call('GET', '/issuetypescheme', undefined, 'member');
    expect(others.status).toBe(403);
    expect(messageOf(others)).toBe('Only Jira administrators can access issue type schemes.');
  });
});

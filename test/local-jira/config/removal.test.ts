/** Taking configuration away again: what goes, what goes with it, and what is kept because something uses it. */
import { addProject, ADMIN_ACCOUNT_ID, ISSUE_TYPE, STATUS, STORY_POINTS } from '../seed';
import type { ProductEvent } from '../state/events';
import { addIssues, messageOf, testSite, valueAt, type Answer, type TestSite } from './test-site';

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';
const BUG = `/issuetype/${ISSUE_TYPE.bug}`;

describe('an issue type', () => {
  test('without issues goes out of every scheme that names it', async () => {
    const { call, jira, project } = testSite({ fieldSchemes: true });
    const { state } = jira;
    const scheme = state.workflowSchemes.require(project.workflowSchemeId);
    state.workflowSchemes.put({ ...scheme, workflowIds: { [ISSUE_TYPE.bug]: scheme.defaultWorkflowId } });
    await call('PUT', '/config/fieldschemes/fields', {
      [STORY_POINTS]: [{ schemeIds: [10000], restrictedToWorkTypes: [ISSUE_TYPE.bug] }],
      duedate: [{ schemeIds: [10000], restrictedToWorkTypes: [ISSUE_TYPE.bug, ISSUE_TYPE.task] }],
    });
    const context = { name: 'Bugs', projectIds: [project.id], issueTypeIds: [ISSUE_TYPE.bug] };
    const contextId = String(valueAt(await call('POST', `/field/${STORY_POINTS}/context`, context), 'id'));
    expect((await call('DELETE', BUG)).status).toBe(204);
    expect((await call('DELETE', BUG)).status).toBe(404);
    expect(state.issueTypeSchemes.require('10000').issueTypeIds).not.toContain(ISSUE_TYPE.bug);
    expect(state.workflowSchemes.require(scheme.id).workflowIds).toEqual({});
    // Restricted to this type alone: "no restriction" would have meant every type.
    const { fields } = state.fieldSchemes.require('10000');
    expect(fields).not.toHaveProperty(STORY_POINTS);
    expect(fields['duedate']?.restrictedToWorkTypes).toEqual([ISSUE_TYPE.task]);
    expect(state.fieldContexts.has(contextId)).toBe(false);
    expect((await call('GET', `/issuetype/project?projectId=${project.id}`)).status).toBe(200);
  });

  test('is replaced only by types that are configured the same way wherever it is offered', async () => {
    const site = testSite();
    const { call, jira, project } = site;
    addIssues(site, { typeId: ISSUE_TYPE.bug });
    const names = (answer: Answer): unknown => (answer.body as { name: string }[]).map(({ name }) => name);
    expect(names(await call('GET', `${BUG}/alternatives`, undefined, 'member'))).toEqual(['Story', 'Task']);
    const own = await call('POST', '/screenscheme', { name: 'Bugs only', screens: { default: 1 } });
    const issueTypeMappings = [{ issueTypeId: ISSUE_TYPE.bug, screenSchemeId: String(valueAt(own, 'id')) }];
    await call('PUT', `/issuetypescreenscheme/${project.issueTypeScreenSchemeId}/mapping`, { issueTypeMappings });
    expect(names(await call('GET', `${BUG}/alternatives`))).toEqual([]);
    const refused = await call('DELETE', `${BUG}?alternativeIssueTypeId=${ISSUE_TYPE.task}`);
    expect([refused.status, messageOf(refused)]).toEqual([
      400,
      'Some issues cannot be updated with the alternative issue type.',
    ]);
    expect(jira.state.issues.byKey('SHOP-1')?.typeId).toBe(ISSUE_TYPE.bug);
    expect((await call('GET', `${BUG}/alternatives`, undefined, 'nobody')).status).toBe(404);
  });

  test('is found by no search any more, however far search lags', async () => {
    const site = testSite({ searchLagMs: 60_000 });
    addIssues(site, { typeId: ISSUE_TYPE.bug });
    await site.call('DELETE', `${BUG}?alternativeIssueTypeId=${ISSUE_TYPE.task}`);
    const found = await site.call('POST', '/search/jql', { jql: 'project = SHOP', fields: ['issuetype'] }, 'member');
    expect(found.body).toMatchObject({ issues: [{ fields: { issuetype: { name: 'Task' } } }] });
  });

  test('takes only pictures of its own or of Jira', async () => {
    const { call } = testSite();
    expect((await call('PUT', BUG, { avatarId: 99_999 })).status).toBe(400);
    expect(await call('PUT', BUG, { avatarId: 10_300 })).toMatchObject({ status: 200, body: { avatarId: 10_300 } });
    expect((await call('PUT', BUG, { name: 'Story' })).status).toBe(409);
    expect((await call('PUT', BUG)).status).toBe(400);
  });
});

describe('a custom field', () => {
  async function fieldOnIssue(site: TestSite): Promise<{ fieldId: string; optionId: string; contextId: string }> {
    const body = { name: 'Likelihood', type: `${TYPES}:select`, searcherKey: `${TYPES}:multiselectsearcher` };
    const fieldId = String(valueAt(await site.call('POST', '/field', body), 'id'));
    const contextId = String(valueAt(await site.call('GET', `/field/${fieldId}/context`), 'values', 0, 'id'));
    const options = { options: [{ value: '1' }, { value: '2' }] };
    const made = await site.call('POST', `/field/${fieldId}/context/${contextId}/option`, options);
    const optionId = String(valueAt(made, 'options', 0, 'id'));
    await site.call('POST', '/screens/1/tabs/10000/fields', { fieldId });
    addIssues(site, { typeId: ISSUE_TYPE.story, custom: { [fieldId]: optionId } });
    return { fieldId, optionId, contextId };
  }

  test('in the trash is gone everywhere, and comes back as it was', async () => {
    const site = testSite();
    const { call, jira } = site;
    const { fieldId } = await fieldOnIssue(site);
    const before = jira.state.issues.byKey('SHOP-1');
    expect((await call('POST', `/field/${fieldId}/trash`, undefined, 'member')).status).toBe(403);
    expect(await call('POST', `/field/${fieldId}/trash`)).toMatchObject({ status: 200, body: {} });
    expect((await call('POST', `/field/${fieldId}/trash`)).status).toBe(400);
    const seen = async (): Promise<boolean[]> => {
      const search = { jql: `cf[${fieldId.slice(12)}] is not EMPTY`, fields: ['summary'] };
      return [
        JSON.stringify((await call('GET', '/field')).body).includes(fieldId),
        JSON.stringify((await call('GET', '/field/search?type=custom')).body).includes(fieldId),
        JSON.stringify((await call('GET', '/issue/SHOP-1', undefined, 'member')).body).includes(fieldId),
        JSON.stringify((await call('GET', '/screens/1/tabs/10000/fields')).body).includes(fieldId),
        valueAt(await call('GET', `/field/${fieldId}/screens`), 'total') === 1,
        (await call('GET', `/field/${fieldId}/context`)).status === 200,
        (await call('POST', '/search/jql', search, 'member')).status === 200,
      ];
    };
    expect(await seen()).toEqual([false, false, false, false, false, false, false]);
    expect((await call('POST', '/screens/addToDefault/' + fieldId)).status).toBe(404);
    expect(await call('GET', '/field/search/trashed?query=likeli')).toMatchObject({
      body: {
        total: 1,
        values: [
          {
            id: fieldId,
            trashedDate: '2026-11-20T14:30:00.000+0000',
            plannedDeletionDate: '2027-01-19T14:30:00.000+0000',
            trashedBy: { accountId: ADMIN_ACCOUNT_ID },
          },
        ],
      },
    });
    expect(messageOf(await call('GET', '/field/search/trashed?type=system'))).toBe(
      'Only custom fields can be queried.',
    );
    expect((await call('GET', '/field/search/trashed', undefined, 'member')).status).toBe(403);
    expect((await call('POST', `/field/${fieldId}/restore`)).status).toBe(200);
    expect((await call('POST', `/field/${fieldId}/restore`)).status).toBe(400);
    expect(await seen()).toEqual([true, true, true, true, true, true, true]);
    expect(jira.state.issues.byKey('SHOP-1')).toEqual(before);
  });

  test('is deleted from the trash too, once, with its values, options and places', async () => {
    const site = testSite();
    const { call, jira } = site;
    const { fieldId, optionId } = await fieldOnIssue(site);
    await call('POST', `/field/${fieldId}/trash`);
    const deletion = await call('DELETE', `/field/${fieldId}`);
    expect(deletion.status).toBe(303);
    expect(await call('DELETE', `/field/${fieldId}`)).toMatchObject({
      status: 409,
      body: { errors: { conflictingTaskId: valueAt(deletion, 'id') } },
    });
    jira.clock.advance(2000);
    expect(valueAt(await call('GET', `/task/${String(valueAt(deletion, 'id'))}`), 'status')).toBe('COMPLETE');
    expect((await call('DELETE', `/field/${fieldId}`)).status).toBe(404);
    expect(jira.state.issues.byKey('SHOP-1')?.custom).toEqual({});
    expect(jira.state.fieldOptions.has(optionId)).toBe(false);
    expect(JSON.stringify(jira.state.screens.all())).not.toContain(fieldId);
    expect((await call('GET', '/field/search/trashed')).body).toMatchObject({ total: 0 });
  });

  test('that is locked or of the system is neither trashed nor deleted', async () => {
    const { call } = testSite();
    for (const path of ['customfield_10020/trash', 'summary/trash', 'summary/restore']) {
      expect((await call('POST', `/field/${path}`)).status).toBe(400);
    }
    expect((await call('POST', '/field/customfield_77777/trash')).status).toBe(404);
    expect((await call('DELETE', '/field/customfield_10020')).status).toBe(400);
  });

  test('loses a deleted option wherever it was chosen', async () => {
    const site = testSite();
    const { fieldId, optionId, contextId } = await fieldOnIssue(site);
    const path = `/field/${fieldId}/context/${contextId}/option/${optionId}`;
    expect((await site.call('DELETE', path)).status).toBe(204);
    expect((await site.call('DELETE', path)).status).toBe(404);
    expect(site.jira.state.issues.byKey('SHOP-1')?.custom).toEqual({});
  });

  test('is renamed, and made unsearchable with null', async () => {
    const site = testSite();
    const { fieldId } = await fieldOnIssue(site);
    expect((await site.call('PUT', `/field/${fieldId}`, { name: 'How likely', searcherKey: null })).status).toBe(204);
    expect(site.jira.state.fields.require(fieldId)).toMatchObject({ name: 'How likely', searchable: false });
    const wrong = await site.call('PUT', `/field/${fieldId}`, { searcherKey: `${TYPES}:daterange` });
    expect(messageOf(wrong)).toBe('searcherKey is invalid for the field type.');
  });
});

test('a link type goes with its links: the issues, their histories and the app hear of it', async () => {
  const site = testSite();
  const { call, jira } = site;
  const events: ProductEvent[] = [];
  jira.onEvent((event) => events.push(event));
  addIssues(site, { typeId: ISSUE_TYPE.story }, { typeId: ISSUE_TYPE.story });
  const link = { type: { name: 'Blocks' }, inwardIssue: { key: 'SHOP-1' }, outwardIssue: { key: 'SHOP-2' } };
  await call('POST', '/issueLink', link, 'member');
  expect((await call('DELETE', '/issueLinkType/10000')).status).toBe(204);
  expect(valueAt(await call('GET', '/issue/SHOP-1', undefined, 'member'), 'fields', 'issuelinks')).toEqual([]);
  const history = await call('GET', '/issue/SHOP-1/changelog', undefined, 'member');
  expect(JSON.stringify(history.body)).toContain('"from":"SHOP-2"');
  expect(events.filter(({ eventType }) => eventType === 'avi:jira:deleted:issuelink')).toHaveLength(1);
  expect((await call('DELETE', '/issueLinkType/10000')).status).toBe(404);
});

describe('what something still uses stays:', () => {
  test('workflows in a scheme, and the one of Jira', async () => {
    const { call, jira, project } = testSite();
    const own = jira.state.workflowSchemes.require(project.workflowSchemeId);
    const remove = async (id: string): Promise<unknown[]> => {
      const answer = await call('DELETE', `/workflow/${id}`);
      return [answer.status, answer.status === 204 ? undefined : messageOf(answer)];
    };
    expect(await remove(own.defaultWorkflowId)).toEqual([400, 'Cannot delete an active workflow.']);
    const standard = jira.state.workflowSchemes.require('10000').defaultWorkflowId;
    expect(await remove(standard)).toEqual([400, 'Cannot delete a system workflow.']);
    // Without issues the project goes back to Jira's default scheme, and its own scheme is free.
    expect((await call('PUT', '/workflowscheme/project', { projectId: project.id })).status).toBe(204);
    expect((await remove(own.defaultWorkflowId))[0]).toBe(400);
    expect((await call('DELETE', `/workflowscheme/${own.id}`)).status).toBe(204);
    expect(await remove(own.defaultWorkflowId)).toEqual([204, undefined]);
    expect(await remove(own.defaultWorkflowId)).toEqual([404, 'The workflow was not found.']);
  });

  test('schemes and screens of a project, and the default ones', async () => {
    const { call, project } = testSite();
    const { issueTypeSchemeId, issueTypeScreenSchemeId, workflowSchemeId } = project;
    const refusals = {
      [`/workflowscheme/${workflowSchemeId}`]: 'The workflow scheme is active and cannot be deleted.',
      [`/issuetypescheme/${issueTypeSchemeId}`]:
        'The issue type scheme is associated with one or more projects and cannot be removed.',
      '/issuetypescheme/10000': "The default issue type scheme can't be removed.",
      [`/issuetypescreenscheme/${issueTypeScreenSchemeId}`]:
        'The issue type screen scheme cannot be deleted because it is assigned to one or more projects.',
      '/issuetypescreenscheme/1': 'The default issue type screen scheme cannot be deleted.',
      '/screenscheme/1': 'The screen scheme cannot be deleted as it is in use in an issue type screen scheme.',
      '/screens/1': 'The default screen cannot be deleted.',
    };
    for (const [path, message] of Object.entries(refusals)) {
      const answer = await call('DELETE', path);
      expect([path, answer.status, messageOf(answer)]).toEqual([path, 400, message]);
    }
  });

  test('a scheme that a running switch leads to', async () => {
    const { call, jira, project } = testSite();
    const target = String(valueAt(await call('POST', '/workflowscheme', { name: 'Target' }), 'id'));
    const body = { projectId: project.id, targetSchemeId: target };
    expect((await call('POST', '/workflowscheme/project/switch', body)).status).toBe(303);
    expect(messageOf(await call('DELETE', `/workflowscheme/${target}`))).toBe(
      'A project is being switched to the workflow scheme.',
    );
    jira.clock.advance(2000);
    await call('GET', '/field');
    expect(jira.state.projects.require(project.id).workflowSchemeId).toBe(target);
  });

  test('the schemes of a project in the trash', async () => {
    const { call, project } = testSite();
    expect((await call('DELETE', '/project/SHOP')).status).toBe(204);
    expect((await call('DELETE', `/workflowscheme/${project.workflowSchemeId}`)).status).toBe(400);
  });
});

describe('tasks', () => {
  const start = async ({ call, project }: TestSite): Promise<Answer> => {
    const target = String(valueAt(await call('POST', '/workflowscheme', { name: 'Target' }), 'id'));
    return call('POST', '/workflowscheme/project/switch', { projectId: project.id, targetSchemeId: target });
  };
  const taskOf = ({ call }: TestSite, started: Answer): Promise<Answer> =>
    call('GET', `/task/${String(valueAt(started, 'id'))}`);

  test('can be made slow; meanwhile other changes of workflows are refused', async () => {
    const site = testSite();
    site.jira.faults.add({ kind: 'slow-task', delayMs: 60_000, match: { path: '/rest/api/3/workflowscheme/*' } });
    const started = await start(site);
    site.jira.clock.advance(30_000);
    expect((await taskOf(site, started)).body).toMatchObject({ status: 'RUNNING', progress: 50 });
    const conflict = { status: 409, body: { errors: { conflictingTaskId: valueAt(started, 'id') } } };
    const status = { name: 'New', statusCategory: 'TODO' };
    expect(await site.call('POST', '/statuses', { scope: { type: 'GLOBAL' }, statuses: [status] })).toMatchObject(
      conflict,
    );
    const renamed = { statuses: [{ id: STATUS.done, name: 'Finished', statusCategory: 'DONE' }] };
    expect(await site.call('PUT', '/statuses', renamed)).toMatchObject(conflict);
    const again = { projectId: site.project.id, targetSchemeId: site.project.workflowSchemeId };
    expect(await site.call('POST', '/workflowscheme/project/switch', again)).toMatchObject(conflict);
    site.jira.clock.advance(30_000);
    expect((await taskOf(site, started)).body).toMatchObject({ status: 'COMPLETE' });
  });

  test('can be made to fail, and then have done nothing', async () => {
    const site = testSite();
    site.jira.faults.add({ kind: 'failed-task', message: 'Out of luck', times: 1 });
    const started = await start(site);
    site.jira.clock.advance(2000);
    expect((await taskOf(site, started)).body).toMatchObject({ status: 'FAILED', message: 'Out of luck' });
    expect(site.jira.state.projects.require(site.project.id).workflowSchemeId).toBe(site.project.workflowSchemeId);
    const second = { projectId: site.project.id, targetSchemeId: '10011' };
    expect((await site.call('POST', '/workflowscheme/project/switch', second)).status).toBe(303);
  });
});

test('fields change their place on a tab, and types their place in a scheme', async () => {
  const { call, project } = testSite();
  const path = '/screens/1/tabs/10000/fields';
  const order = async (): Promise<string[]> =>
    ((await call('GET', path)).body as { id: string }[]).map(({ id }) => id).slice(0, 3);
  expect(await order()).toEqual(['summary', 'issuetype', 'priority']);
  await call('POST', `${path}/priority/move`, { position: 'First' });
  expect(await order()).toEqual(['priority', 'summary', 'issuetype']);
  await call('POST', `${path}/priority/move`, { after: 'summary', position: 'Last' });
  expect(await order()).toEqual(['summary', 'priority', 'issuetype']);
  await call('POST', `${path}/priority/move`, { position: 'Earlier' });
  await call('POST', `${path}/summary/move`, { position: 'Later' });
  expect(await order()).toEqual(['priority', 'issuetype', 'summary']);
  expect((await call('POST', `${path}/priority/move`, {})).status).toBe(400);
  expect((await call('POST', `${path}/priority/move`, { after: 'nothing' })).status).toBe(404);
  const scheme = `/issuetypescheme/${project.issueTypeSchemeId}/issuetype/move`;
  expect((await call('PUT', scheme, { issueTypeIds: [ISSUE_TYPE.bug], position: 'First' })).status).toBe(204);
  const types = await call('GET', `/issuetype/project?projectId=${project.id}`);
  expect(valueAt(types, 0, 'name')).toBe('Bug');
  expect(messageOf(await call('PUT', scheme, { issueTypeIds: ['77'], position: 'First' }))).toBe(
    'The issue type scheme does not include some of the specified issue types. Issue type IDs missing from the scheme are: 77',
  );
});

test('a team-managed project keeps what is its own', async () => {
  const { call, jira } = testSite();
  const team = addProject(jira.state, {
    key: 'TEAM',
    name: 'Team',
    leadAccountId: ADMIN_ACCOUNT_ID,
    style: 'next-gen',
  });
  const workflowScheme = await call('DELETE', `/workflowscheme/${team.workflowSchemeId}`);
  const typeScheme = await call('DELETE', `/issuetypescheme/${team.issueTypeSchemeId}`);
  const screens = await call('DELETE', `/issuetypescreenscheme/${team.issueTypeScreenSchemeId}`);
  expect([workflowScheme.status, typeScheme.status, screens.status]).toEqual([404, 404, 404]);
});

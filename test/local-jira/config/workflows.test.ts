import { addProject, ADMIN_ACCOUNT_ID, ISSUE_TYPE, STATUS } from '../seed';
import { addIssues, messageOf, testSite, valueAt, type Call, type TestSite } from './test-site';

const REFERENCES = ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002'] as const;

/** A workflow Identified → Closed, as a set-up would create it. */
function riskWorkflow(name = 'Risk workflow'): Record<string, unknown> & { workflows: Record<string, unknown>[] } {
  const [identified, closed] = REFERENCES;
  return {
    scope: { type: 'GLOBAL' },
    statuses: [
      { statusReference: identified, name: 'Identified', statusCategory: 'TODO' },
      { statusReference: closed, name: 'Closed', statusCategory: 'DONE' },
    ],
    workflows: [
      {
        name,
        description: '',
        statuses: REFERENCES.map((statusReference) => ({ statusReference, properties: {} })),
        transitions: [
          { id: '1', name: 'Create', type: 'INITIAL', toStatusReference: identified, links: [] },
          {
            id: '11',
            name: 'Close',
            type: 'DIRECTED',
            toStatusReference: closed,
            links: [{ fromStatusReference: identified, fromPort: 0, toPort: 1 }],
            validators: [
              {
                ruleKey: 'system:validate-field-value',
                parameters: { ruleType: 'fieldRequired', fieldsRequired: 'duedate', errorMessage: 'When?' },
              },
            ],
          },
        ],
      },
    ],
  };
}

describe('workflows', () => {
  test('are created with their statuses and read back by id and name', async () => {
    const { call } = testSite();
    const created = await call('POST', '/workflows/create', riskWorkflow());
    expect(created).toMatchObject({
      status: 200,
      body: {
        statuses: [{ name: 'Identified', statusCategory: 'TODO' }, { name: 'Closed' }],
        workflows: [{ name: 'Risk workflow', isEditable: true, version: { versionNumber: 0 } }],
      },
    });
    const [statusId, workflowId] = [valueAt(created, 'statuses', 0, 'id'), valueAt(created, 'workflows', 0, 'id')];
    // References are the caller's own only on the way in.
    expect(valueAt(created, 'statuses', 0, 'statusReference')).toBe(statusId);
    for (const asked of [{ workflowIds: [workflowId] }, { workflowNames: ['Risk workflow'] }]) {
      const read = await call('POST', '/workflows', asked);
      expect(read).toMatchObject({ status: 200, body: { workflows: [{ id: workflowId }] } });
      expect(valueAt(read, 'workflows', 0, 'transitions', 1)).toMatchObject({
        name: 'Close',
        links: [{ fromStatusReference: statusId }],
        validators: [{ ruleKey: 'system:validate-field-value', id: expect.any(String) as string }],
      });
    }
    expect(await call('GET', '/workflows/search?queryString=risk&isActive=false')).toMatchObject({
      body: { total: 1, isLast: true, values: [{ id: workflowId }] },
    });
  });

  test('are found by project and issue type', async () => {
    const { call, project } = testSite();
    const answer = await call('POST', '/workflows', {
      projectAndIssueTypes: [{ projectId: project.id, issueTypeId: ISSUE_TYPE.story }],
    });
    expect(answer.body).toMatchObject({ workflows: [{ name: 'Software Simplified Workflow for Project SHOP' }] });
    expect((await call('POST', '/workflows', {})).status).toBe(400);
  });

  test('validation answers 200 with every mistake; creating the same is a 400 that changes nothing', async () => {
    const { call, jira } = testSite();
    const payload = riskWorkflow();
    Object.assign(payload, {
      statuses: [
        { statusReference: 'x', name: 'Done', statusCategory: 'DONE' },
        { statusReference: 'x', name: 'New', statusCategory: 'TODO' },
      ],
    });
    payload.workflows[0] = {
      name: 'Software Simplified Workflow',
      statuses: [{ statusReference: 'x', properties: {} }],
      transitions: [
        { id: '1', name: 'Go', type: 'DIRECTED', toStatusReference: 'y', actions: [{ ruleKey: 'system:fly' }] },
        { id: '1', name: 'Back', type: 'GLOBAL', toStatusReference: 'x' },
      ],
    };
    const validated = await call('POST', '/workflows/create/validation', {
      payload,
      validationOptions: { levels: ['ERROR', 'WARNING'] },
    });
    expect(validated.status).toBe(200);
    const codes = (valueAt(validated, 'errors') as { code: string; level: string }[]).map(({ code }) => code);
    expect(codes).toEqual([
      'NON_UNIQUE_STATUS_NAME',
      'NON_UNIQUE_STATUS_REFERENCE',
      'NON_UNIQUE_WORKFLOW_NAME',
      'INITIAL_TRANSITION_COUNT',
      'TO_STATUS_NOT_FOUND',
      'DIRECTED_WITHOUT_START',
      'RULE_NOT_FOUND',
      'NON_UNIQUE_TRANSITION_ID',
    ]);
    expect(valueAt(validated, 'errors', 0)).toEqual({
      code: 'NON_UNIQUE_STATUS_NAME',
      level: 'ERROR',
      type: 'STATUS',
      message: 'You must use a unique status name.',
      elementReference: { statusReference: 'x' },
    });
    const before = JSON.stringify(jira.snapshot());
    expect((await call('POST', '/workflows/create', payload)).status).toBe(400);
    expect(JSON.stringify(jira.snapshot())).toBe(before);
    const good = await call('POST', '/workflows/create/validation', { payload: riskWorkflow() });
    expect(good).toMatchObject({ status: 200, body: { errors: [] } });
  });

  test('rule parameters are texts only', async () => {
    const { call } = testSite();
    const payload = riskWorkflow();
    const transitions = payload.workflows[0]!['transitions'] as Record<string, unknown>[];
    transitions[1]!['validators'] = [{ ruleKey: 'system:validate-field-value', parameters: { fieldsRequired: ['a'] } }];
    expect((await call('POST', '/workflows/create', payload)).status).toBe(400);
  });

  test('a missing permission is 401 here', async () => {
    const { call } = testSite();
    expect((await call('POST', '/workflows/create', riskWorkflow(), 'member')).status).toBe(401);
    expect((await call('POST', '/workflows', { workflowNames: ['x'] }, 'member')).status).toBe(401);
    expect((await call('GET', '/workflows/capabilities?workflowId=x', undefined, 'member')).status).toBe(400);
  });

  test('team-managed projects need UUIDs as status references', async () => {
    const { call, jira } = testSite();
    const team = addProject(jira.state, {
      key: 'TEAM',
      name: 'Team',
      leadAccountId: ADMIN_ACCOUNT_ID,
      style: 'next-gen',
    });
    const payload = { ...riskWorkflow(), scope: { type: 'PROJECT', project: { id: team.id } } };
    expect(await call('POST', '/workflows/create/validation', { payload })).toMatchObject({ body: { errors: [] } });
    const text = JSON.stringify(payload).replaceAll(REFERENCES[0], 'one');
    expect(await call('POST', '/workflows/create/validation', { payload: JSON.parse(text) as unknown })).toMatchObject({
      body: { errors: [{ code: 'INVALID_STATUS_REFERENCE' }] },
    });
  });

  test('capabilities list the rules of Jira', async () => {
    const { call, project } = testSite();
    const answer = await call('GET', `/workflows/capabilities?projectId=${project.id}&issueTypeId=${ISSUE_TYPE.story}`);
    expect(answer).toMatchObject({ status: 200, body: { editorScope: 'GLOBAL', forgeRules: [] } });
    expect(valueAt(answer, 'systemRules')).toContainEqual(
      expect.objectContaining({ ruleKey: 'system:validate-field-value', ruleType: 'Validator' }),
    );
    expect((await call('GET', '/workflows/capabilities')).status).toBe(400);
  });
});

describe('an update of a workflow', () => {
  async function readShop({ call }: TestSite): Promise<Record<string, unknown>> {
    const read = await call('POST', '/workflows', { workflowNames: ['Software Simplified Workflow for Project SHOP'] });
    return valueAt(read, 'workflows', 0) as Record<string, unknown>;
  }
  const KEPT: readonly string[] = [STATUS.toDo, STATUS.done];
  function withoutOtherStatuses(workflow: Record<string, unknown>, more: Record<string, unknown> = {}): unknown {
    return {
      statuses: [
        { statusReference: STATUS.toDo, id: STATUS.toDo, name: 'To Do', statusCategory: 'TODO' },
        { statusReference: STATUS.done, id: STATUS.done, name: 'Done', statusCategory: 'DONE' },
      ],
      workflows: [
        {
          id: workflow['id'],
          version: workflow['version'],
          statuses: KEPT.map((statusReference) => ({ statusReference, properties: {} })),
          transitions: (workflow['transitions'] as { toStatusReference: string }[]).filter(({ toStatusReference }) =>
            KEPT.includes(toStatusReference),
          ),
          ...more,
        },
      ],
    };
  }

  test('is refused with 409 when somebody else was faster', async () => {
    const site = testSite();
    const workflow = await readShop(site);
    const first = await site.call('POST', '/workflows/update', withoutOtherStatuses(workflow));
    expect(first).toMatchObject({ status: 200, body: { workflows: [{ version: { versionNumber: 2 } }] } });
    expect(valueAt(first, 'taskId')).toBeUndefined();
    expect((await site.call('POST', '/workflows/update', withoutOtherStatuses(workflow))).status).toBe(409);
  });

  test('names statuses that issues would lose, and moves the issues by a task when told where to', async () => {
    const site = testSite();
    const { call, jira } = site;
    addIssues(site, { typeId: ISSUE_TYPE.story, statusId: STATUS.review });
    const workflow = await readShop(site);
    const refused = await call('POST', '/workflows/update', withoutOtherStatuses(workflow));
    expect(refused.status).toBe(400);
    expect(messageOf(refused)).toContain(`in status ${STATUS.review}`);
    const defaultStatusMappings = [{ oldStatusReference: STATUS.review, newStatusReference: STATUS.toDo }];
    const updated = await call('POST', '/workflows/update', withoutOtherStatuses(workflow, { defaultStatusMappings }));
    expect(updated.status).toBe(200);
    const taskId = String(valueAt(updated, 'taskId'));
    expect(await call('GET', `/task/${taskId}`)).toMatchObject({ body: { status: 'RUNNING' } });
    const meanwhile = await call('POST', '/workflows/create', riskWorkflow());
    expect(meanwhile).toMatchObject({ status: 409, body: { errors: { conflictingTaskId: taskId } } });
    const statuses = { scope: { type: 'GLOBAL' }, statuses: [{ name: 'Late', statusCategory: 'TODO' }] };
    expect((await call('POST', '/statuses', statuses)).status).toBe(409);
    jira.clock.advance(2000);
    expect(await call('GET', `/task/${taskId}`)).toMatchObject({ body: { status: 'COMPLETE' } });
    expect(jira.state.issues.byKey('SHOP-1')?.statusId).toBe(STATUS.toDo);
    expect((await call('POST', '/workflows/create', riskWorkflow())).status).toBe(200);
  });
});

describe('workflow schemes', () => {
  async function riskScheme(call: Call, name = 'Risk scheme'): Promise<string> {
    await call('POST', '/workflows/create', riskWorkflow());
    const scheme = await call('POST', '/workflowscheme', {
      name,
      defaultWorkflow: 'Software Simplified Workflow for Project SHOP',
      issueTypeMappings: { [ISSUE_TYPE.bug]: 'Risk workflow' },
    });
    expect(scheme).toMatchObject({ status: 201, body: { issueTypeMappings: { [ISSUE_TYPE.bug]: 'Risk workflow' } } });
    return String(valueAt(scheme, 'id'));
  }

  test('are assigned only while a project has no issues', async () => {
    const site = testSite();
    const { call, project } = site;
    const id = await riskScheme(call);
    const assign = (): ReturnType<Call> =>
      call('PUT', '/workflowscheme/project', { projectId: project.id, workflowSchemeId: id });
    expect((await assign()).status).toBe(204);
    expect(await call('GET', `/workflowscheme/project?projectId=${project.id}`)).toMatchObject({
      body: { values: [{ projectIds: [project.id], workflowScheme: { id: Number(id) } }] },
    });
    addIssues(site, { typeId: ISSUE_TYPE.story });
    expect((await assign()).status).toBe(400);
    expect((await call('DELETE', `/workflowscheme/${id}`)).status).toBe(400);
    expect((await call('PUT', `/workflowscheme/${id}`, { name: 'New name' })).status).toBe(400);
    expect((await call('PUT', `/workflowscheme/${id}`, { name: 'N', updateDraftIfNeeded: true })).status).toBe(501);
  });

  test('a switch needs a mapping for each lost status, then runs as a task, one at a time', async () => {
    const site = testSite();
    const { call, jira, project } = site;
    addIssues(
      site,
      { typeId: ISSUE_TYPE.bug, statusId: STATUS.review },
      { typeId: ISSUE_TYPE.story, statusId: STATUS.review },
    );
    const targetSchemeId = await riskScheme(call);
    const risk = await call('POST', '/workflows', { workflowNames: ['Risk workflow'] });
    const identified = String(valueAt(risk, 'statuses', 0, 'id'));
    const body = { projectId: project.id, targetSchemeId };
    const refused = await call('POST', '/workflowscheme/project/switch', body);
    expect(refused.status).toBe(400);
    expect(messageOf(refused)).toContain('Bug: Review');
    const mappingsByIssueTypeOverride = [
      {
        issueTypeId: ISSUE_TYPE.bug,
        statusMappings: Object.values(STATUS).map((oldStatusId) => ({ oldStatusId, newStatusId: identified })),
      },
    ];
    const started = await call('POST', '/workflowscheme/project/switch', { ...body, mappingsByIssueTypeOverride });
    expect(started.status).toBe(303);
    const again = await call('POST', '/workflowscheme/project/switch', { ...body, mappingsByIssueTypeOverride });
    expect(again).toMatchObject({ status: 409, body: { errors: { conflictingTaskId: valueAt(started, 'id') } } });
    expect(jira.state.projects.require(project.id).workflowSchemeId).not.toBe(targetSchemeId);
    jira.clock.advance(2000);
    // Any call finds the work done, not only GET /task.
    await call('GET', '/issuetype');
    expect(jira.state.projects.require(project.id).workflowSchemeId).toBe(targetSchemeId);
    expect(jira.state.issues.byKey('SHOP-1')?.statusId).toBe(identified);
    expect(jira.state.issues.byKey('SHOP-2')?.statusId).toBe(STATUS.review);
    expect(jira.state.history.get(jira.state.issues.byKey('SHOP-1')!.id)).toHaveLength(1);
  });

  test('are read by ids with versions, and updated at once', async () => {
    const site = testSite();
    const { call, project, jira } = site;
    addIssues(site, { typeId: ISSUE_TYPE.bug, statusId: STATUS.review });
    await riskScheme(call);
    const risk = await call('POST', '/workflows', { workflowNames: ['Risk workflow'] });
    const [workflowId, identified] = [valueAt(risk, 'workflows', 0, 'id'), valueAt(risk, 'statuses', 0, 'id')];
    const read = await call('POST', '/workflowscheme/read', { projectIds: [project.id] });
    expect(read).toMatchObject({ status: 200, body: [{ id: project.workflowSchemeId, scope: { type: 'GLOBAL' } }] });
    const change = {
      id: project.workflowSchemeId,
      name: 'Shop scheme',
      description: '',
      defaultWorkflowId: valueAt(read, 0, 'defaultWorkflow', 'id'),
      workflowsForIssueTypes: [{ workflowId, issueTypeIds: [ISSUE_TYPE.bug] }],
      version: valueAt(read, 0, 'version'),
    };
    const needed = await call('POST', '/workflowscheme/update/mappings', {
      id: change.id,
      workflowsForIssueTypes: change.workflowsForIssueTypes,
    });
    expect(needed).toMatchObject({
      body: { statusMappingsByIssueTypes: [{ issueTypeId: ISSUE_TYPE.bug, statusIds: [STATUS.review] }] },
    });
    expect((await call('POST', '/workflowscheme/update', change)).status).toBe(400);
    const statusMappingsByIssueTypeOverride = [
      { issueTypeId: ISSUE_TYPE.bug, statusMappings: [{ oldStatusId: STATUS.review, newStatusId: identified }] },
    ];
    const updated = await call('POST', '/workflowscheme/update', { ...change, statusMappingsByIssueTypeOverride });
    expect(updated.status).toBe(303);
    jira.clock.advance(2000);
    const stale = await call('POST', '/workflowscheme/update', { ...change, statusMappingsByIssueTypeOverride });
    expect(stale.status).toBe(409);
    expect(jira.state.issues.byKey('SHOP-1')?.statusId).toBe(identified);
  });

  test('refuse others: 403 in the older calls, 401 in the newer ones', async () => {
    const { call } = testSite();
    expect((await call('GET', '/workflowscheme', undefined, 'member')).status).toBe(403);
    expect((await call('POST', '/workflowscheme/read', { projectIds: ['1'] }, 'member')).status).toBe(401);
    expect((await call('POST', '/workflowscheme/project/switch', {}, 'member')).status).toBe(401);
    const missing = await call('GET', '/workflowscheme/project');
    expect(missing.body).toEqual({
      errorMessages: [],
      errors: { projectId: 'The ID of a project has to be provided.' },
    });
  });
});

import { addBoard, addSprint, ISSUE_TYPE, RESOLUTION, STATUS } from '../seed';
import { shop, type Shop } from '../testing/shop';

/** SHOP-1 … SHOP-6 with different values; SHOP-1 blocks SHOP-2, SHOP-3 relates to nobody. */
function world(): Shop & {
  find(jql: string): Promise<string>;
  problem(jql: string): Promise<{ status: number; messages: string[] }>;
} {
  const site = shop();
  const { state } = site.jira;
  state.fields.put({
    ...state.fields.require('customfield_10016'),
    id: 'customfield_10050',
    name: 'Risk level',
    kind: 'select',
    schema: { type: 'option', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select', customId: 10_050 },
  });
  state.fields.put({
    ...state.fields.require('customfield_10016'),
    id: 'customfield_10051',
    name: 'Next review',
    kind: 'date',
    schema: { type: 'date', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:datepicker', customId: 10_051 },
  });
  ['Low', 'Medium', 'High', 'Critical'].forEach((value, position) =>
    state.fieldOptions.put({
      id: `2010${position}`,
      fieldId: 'customfield_10050',
      contextId: '1',
      value,
      disabled: false,
      position,
    }),
  );
  const day = (text: string) => Date.parse(text);
  const common = { projectId: site.project.id, typeId: ISSUE_TYPE.story };
  const board = addBoard(state, site.project);
  const sprint = addSprint(state, board, { name: 'Sprint 7', state: 'active' });
  site.jira.bulkLoad(
    [
      {
        ...common,
        summary: 'Checkout logs card numbers',
        created: day('2026-11-01T10:00:00Z'),
        custom: { customfield_10050: '20103', customfield_10051: '2026-11-19' },
        assigneeId: site.mara.id,
      },
      {
        ...common,
        summary: 'Mask the card in logging',
        created: day('2026-11-10T10:00:00Z'),
        custom: { customfield_10050: '20100', customfield_10051: '2026-11-20' },
        statusId: STATUS.inProgress,
        labels: ['pci', 'log'],
      },
      {
        ...common,
        summary: 'Sign in again',
        created: day('2026-11-19T23:30:00Z'),
        custom: { customfield_10051: '2026-12-04' },
        statusId: STATUS.done,
        resolutionId: RESOLUTION.done,
        resolved: day('2026-11-20T08:00:00Z'),
      },
      {
        ...common,
        typeId: ISSUE_TYPE.task,
        summary: 'Set up pipelines',
        created: day('2026-11-20T09:00:00Z'),
        priorityId: '1',
        custom: { customfield_10020: [sprint.id] },
      },
      {
        ...common,
        typeId: ISSUE_TYPE.bug,
        summary: 'Loop in the checkout',
        created: day('2026-11-20T10:00:00Z'),
        priorityId: '5',
        dueDate: '2026-11-18',
        assigneeId: site.priya.id,
      },
      {
        ...common,
        typeId: ISSUE_TYPE.subtask,
        summary: 'A part',
        created: day('2026-11-20T11:00:00Z'),
        parentId: '10004',
        statusId: STATUS.wontDo,
        resolutionId: RESOLUTION.wontDo,
      },
    ],
    [
      { typeId: '10000', source: 0, destination: 1 },
      { typeId: '10003', source: 1, destination: 3 },
    ],
  );
  return {
    ...site,
    find: async (jql) =>
      (await site.keys(`project = SHOP AND (${jql}) ORDER BY key`)).map((key) => key.slice(5)).join(' '),
    problem: async (jql) => {
      const { status, body } = await site.as(site.mara).post('/rest/api/3/search/jql', { jql });
      return { status, messages: [...body.errorMessages] };
    },
  };
}

describe('JQL', () => {
  const site = world();

  it.each([
    ['issuetype = Story', '1 2 3'],
    ['type in (Task, 10004)', '4 5'],
    ['issuetype in standardIssueTypes()', '1 2 3 4 5'],
    ['status = "In Progress"', '2'],
    ['status != "To Do"', '2 3 6'],
    ['statusCategory = Done', '3 6'],
    ['statusCategory != done', '1 2 4 5'],
    ['resolution = Unresolved', '1 2 4 5'],
    ['resolution is not EMPTY', '3 6'],
    ['resolution in (Done)', '3'],
    ['priority > Medium', '4'],
    ['priority <= Low', '5'],
    ['key in (SHOP-1, SHOP-4)', '1 4'],
    ['issue = shop-2', '2'],
    ['key > SHOP-4', '5 6'],
    ['parent = SHOP-5', '6'],
    ['parent is EMPTY', '1 2 3 4 5'],
    ['labels = pci', '2'],
    ['labels in (log, x)', '2'],
    ['labels is EMPTY', '1 3 4 5 6'],
    ['assignee = currentUser()', '1'],
    ['assignee is EMPTY', '2 3 4 6'],
    ['assignee != currentUser()', '5'],
    ['NOT assignee = currentUser()', '5'],
    ['assignee in membersOf("jira-users")', '1 5'],
    ['reporter = "Mara Lindqvist"', '1 2 3 4 5 6'],
    ['cf[10050] = Critical', '1'],
    ['cf[10050] = 20100', '2'],
    ['"Risk level" in (Low, Critical)', '1 2'],
    ['"Risk level[Dropdown]" = Low', '2'],
    ['cf[10050] != Critical', '2'],
    ['cf[10050] is EMPTY', '3 4 5 6'],
    ['cf[10050] in (Low, EMPTY)', '2 3 4 5 6'],
    ['cf[10051] < startOfDay()', '1'],
    ['cf[10051] <= endOfDay("+14d")', '1 2 3'],
    ['cf[10051] = 2026-11-20', '2'],
    ['due <= now()', '5'],
    ['created >= startOfDay()', '3 4 5 6'],
    ['created >= -1d', '3 4 5 6'],
    ['created < "2026/11/02"', '1'],
    ['created >= 2026-11-20 AND created < "2026-11-20 10:30"', '3 4'],
    ['resolved >= startOfDay() ', '3'],
    ['summary ~ log', '1 2'],
    ['summary ~ "card log"', '1 2'],
    ['summary ~ chec', ''],
    ['summary ~ "chec*"', '1 5'],
    ['summary ~ "\\"in the\\""', '5'],
    ['summary !~ card', '3 4 5 6'],
    ['text ~ checkout', '1 5'],
    ['issueLinkType = blocks', '1'],
    ['issueLinkType = "IS BLOCKED BY"', '2'],
    ['issueLinkType = "relates to"', '2 4'],
    ['issueLinkType is EMPTY', '3 5 6'],
    ['issueLinkType != blocks', '2 3 4 5 6'],
    ['NOT issueLinkType = blocks', '2 3 4 5 6'],
    ['issue in linkedIssues(SHOP-2)', '1 4'],
    ['issue in linkedIssues(SHOP-2, "is blocked by")', '1'],
    ['issue in linkedIssues(SHOP-2, "blocks")', ''],
    ['issue not in linkedIssues(SHOP-2)', '2 3 5 6'],
    ['sprint in openSprints()', '4'],
    ['sprint = "Sprint 7"', '4'],
    ['NOT (issuetype = Story OR status = "To Do")', '6'],
    ['"Story Points" is EMPTY', '1 2 3 4 5 6'],
  ])('%s', async (jql, found) => {
    expect(await site.find(jql)).toBe(found);
  });

  it.each([
    ['project = SHOP ORDER BY key DESC', '6 5 4 3 2 1'],
    ['project = SHOP ORDER BY priority DESC, key', '4 1 2 3 6 5'],
    ['project = SHOP ORDER BY cf[10050] ASC, key', '2 1 3 4 5 6'],
    ['project = SHOP ORDER BY "Risk level" DESC, key', '3 4 5 6 1 2'],
    ['project = SHOP AND issuetype = Story ORDER BY cf[10051], key', '1 2 3'],
    ['project = SHOP', '6 5 4 3 2 1'],
  ])('sorts: %s', async (jql, order) => {
    expect((await site.keys(jql)).map((key) => key.slice(5)).join(' ')).toBe(order);
  });

  it.each([
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['status = Nope', "The value 'Nope' does not exist for the field 'status'."],
    ['nope = 1', "Field 'nope' does not exist or you do not have permission to view it."],
    ['customfield_10050 = Low', "Field 'customfield_10050' does not exist or you do not have permission to view it."],
    ['cf[10050] = Extreme', "The option 'Extreme' for field 'cf[10050]' does not exist."],
    ['key = SHOP-99', "An issue with key 'SHOP-99' does not exist for field 'key'."],
    ['issueLinkType = mitigates', "The value 'mitigates' does not exist for the field 'issueLinkType'."],
    ['issue in linkedIssues(SHOP-99)', "Issue 'SHOP-99' could not be found in function 'linkedIssues'."],
    ['status ~ Done', "The operator '~' is not supported by the 'status' field."],
    ['summary = x', "The operator '=' is not supported by the 'summary' field."],
    ['assignee = nobody()', "Unable to find JQL function 'nobody()'."],
    ['project = SHOP ORDER BY nope', "Field 'nope' does not exist or you do not have permission to view it."],
    ['project = SHOP ORDER BY issueLinkType', "Field 'issueLinkType' cannot be used for sorting."],
  ])('refuses %s', async (jql, message) => {
    expect(await site.problem(jql)).toEqual({ status: 400, messages: [message] });
  });

  it('names everything that is wrong with a query', async () => {
    expect((await site.problem('project = NOPE AND status = Nope AND nope = 1')).messages).toHaveLength(3);
  });

  it.each([
    ['summary ~ "*ing"', 'not allowed to start with'],
    ['created > yesterday', 'is invalid. Valid formats include'],
    ['project =', 'Error in the JQL Query'],
    ['this is not jql', 'Error in the JQL Query'],
  ])('refuses %s with Jira-like words', async (jql, part) => {
    const { status, messages } = await site.problem(jql);
    expect(status).toBe(400);
    expect(messages[0]).toContain(part);
  });

  it.each([
    ['status was Done', "history operator 'was'"],
    ['status changed', "history operator 'changed'"],
    ['component = 1', "field 'component'"],
    ['assignee.property[x].y = "1"', 'entity properties'],
    ['issue.property[x].y is EMPTY', 'EMPTY of the unindexed issue.property[…]'],
    ['issue in watchedIssues()', 'function watchedIssues()'],
  ])('answers 501 to JQL that Jira has and the local Jira has not: %s', async (jql, part) => {
    const { status, messages } = await site.problem(jql);
    expect(status).toBe(501);
    expect(messages[0]).toContain(part);
  });

  it('finds nothing of a project that the caller may not browse, and does not even know its name', async () => {
    const answer = await site.as(site.guest).post('/rest/api/3/search/jql', { jql: 'project = SHOP' });
    expect(answer.status).toBe(400);
    expect(
      (await site.as(site.guest).post('/rest/api/3/search/jql', { jql: 'summary ~ checkout' })).body.issues,
    ).toEqual([]);
  });
});

describe('issue properties that an app has indexed', () => {
  const PROPERTY = 'my-app.note';
  const noted = async () => {
    const site = shop();
    site.jira.installApp({
      appId: '7d0c1f5e-3a52-4c1e-9a0a-51f7a9d2c6b4',
      environmentId: '00000000-0000-4000-9000-000000000001',
      workflowValidators: [],
      entityProperties: [
        {
          propertyKey: PROPERTY,
          values: [
            { path: 'state', type: 'string', searchAlias: 'noteState' },
            { path: 'tags', type: 'string' },
            { path: 'size.inner', type: 'number', searchAlias: 'noteSize' },
            { path: 'since', type: 'date', searchAlias: 'noteSince' },
            { path: 'words', type: 'text' },
          ],
        },
      ],
    });
    const note = async (summary: string, value?: unknown) => {
      const { key } = await site.create({ summary });
      if (value !== undefined) await site.as(site.mara).put(`/rest/api/3/issue/${key}/properties/${PROPERTY}`, value);
      return key;
    };
    await note('one', { state: 'open', tags: ['a', 'b'], size: { inner: 5 }, since: '2026-11-01T10:00:00Z' });
    await note('two', { state: 'Shut', tags: ['b'], size: { inner: 7 }, since: '2026-11-19' });
    await note('three', { state: 4 });
    await note('four');
    return site;
  };

  it.each([
    [`issue.property["${PROPERTY}"].state = open`, ['SHOP-1']],
    [`issue.property[${PROPERTY}].state in (open, Shut)`, ['SHOP-2', 'SHOP-1']],
    ['noteState = "Shut"', ['SHOP-2']],
    ['NOTESTATE != open', ['SHOP-2']],
    ['NOT noteState = open', ['SHOP-2']],
    ['project = SHOP AND noteState is EMPTY', ['SHOP-4', 'SHOP-3']],
    ['noteState is not EMPTY', ['SHOP-2', 'SHOP-1']],
    [`issue.property[${PROPERTY}].tags = a`, ['SHOP-1']],
    ['noteSize > 5', ['SHOP-2']],
    [`issue.property[${PROPERTY}].size.inner = 5`, ['SHOP-1']],
    ['noteSince < "2026-11-10"', ['SHOP-1']],
    ['noteState is not EMPTY ORDER BY noteSince ASC', ['SHOP-1', 'SHOP-2']],
    // Nobody declared these: no error, and nothing is found.
    [`issue.property[${PROPERTY}].other = open`, []],
    ['issue.property[theirs].state = open', []],
  ])('%s', async (jql, keys) => {
    expect(await (await noted()).keys(jql)).toEqual(keys);
  });

  it('are an unknown field and find nothing once the app is gone', async () => {
    const site = await noted();
    site.jira.uninstallApp('7d0c1f5e-3a52-4c1e-9a0a-51f7a9d2c6b4');
    expect(await site.keys(`issue.property[${PROPERTY}].state = open`)).toEqual([]);
    const { status, body } = await site.as(site.mara).post('/rest/api/3/search/jql', { jql: 'noteState = open' });
    expect([status, body.errorMessages[0]]).toEqual([400, expect.stringContaining("Field 'noteState' does not exist")]);
  });

  it('are found as late as everything else, and change neither the date nor the history of the issue', async () => {
    const site = await noted();
    const before = site.jira.state.issues.byKey('SHOP-4');
    site.jira.faults.add({ kind: 'search-lag', lagMs: 60_000 });
    await site.as(site.mara).put(`/rest/api/3/issue/SHOP-4/properties/${PROPERTY}`, { state: 'open' });
    await site.as(site.mara).delete(`/rest/api/3/issue/SHOP-1/properties/${PROPERTY}`);
    expect(await site.keys('noteState = open')).toEqual(['SHOP-1']);
    site.jira.state.index.settle();
    expect(await site.keys('noteState = open')).toEqual(['SHOP-4']);
    expect(site.jira.state.issues.byKey('SHOP-4')?.updated).toBe(before?.updated);
    expect(site.jira.state.history.get(before?.id ?? '')).toBeUndefined();
  });

  it('of a kind that the local Jira does not read are refused by name', async () => {
    const site = await noted();
    const { status, body } = await site.as(site.mara).post('/rest/api/3/search/jql', {
      jql: `issue.property[${PROPERTY}].words ~ word`,
    });
    expect([status, body.errorMessages[0]]).toEqual([501, expect.stringContaining('a property indexed as text')]);
  });
});

describe('saved filters', () => {
  const filter = (id: string, jql: string, ownerAccountId: string, shared: boolean) => {
    return { id, name: `Filter ${id}`, description: '', jql, ownerAccountId, shared };
  };

  it('find what their query finds, for whoever asks, by id and by name', async () => {
    const site = world();
    const { filters } = site.jira.state;
    filters.put(filter('10500', 'key in (SHOP-1, SHOP-2, SHOP-3) ORDER BY key DESC', site.mara.id, true));
    filters.put(filter('10501', 'filter = 10500 AND key != SHOP-2', site.mara.id, true));
    expect(await site.find('filter = 10500')).toBe(await site.find('key in (SHOP-1, SHOP-2, SHOP-3)'));
    expect(await site.find('filter = "filter 10501"')).toBe(await site.find('key in (SHOP-1, SHOP-3)'));
    expect(await site.find('project = SHOP AND filter != 10500')).toBe(
      await site.find('project = SHOP AND key not in (SHOP-1, SHOP-2, SHOP-3)'),
    );
  });

  it('of others do not exist unless they are shared, and none may come back to itself', async () => {
    const site = world();
    const { filters } = site.jira.state;
    filters.put(filter('10500', 'key = SHOP-1', 'somebody-else', false));
    filters.put(filter('10501', 'filter = 10501', site.mara.id, true));
    expect(await site.problem('filter = 10500')).toMatchObject({
      status: 400,
      messages: ["The value '10500' does not exist for the field 'filter'."],
    });
    expect(await site.problem('filter = 10999')).toMatchObject({ status: 400 });
    expect(await site.problem('filter = 10501')).toMatchObject({
      status: 400,
      messages: [expect.stringContaining('itself')],
    });
    expect(await site.problem('filter > 10501')).toMatchObject({ status: 400 });
  });
});

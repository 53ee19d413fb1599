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
    ['fixVersion = 1', "field 'fixVersion'"],
    ['issue.property[x].y = "1"', 'entity properties'],
    ['issue in issueHistory()', 'function issueHistory()'],
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

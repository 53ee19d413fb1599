import { addBoard, addDashboard, addSprint } from '../seed';
import { paragraph, shop, type Shop } from '../testing/shop';
import { loadJiraJs, type AgileClient, type CloudClient } from './jira-js';

/**
 * A client that was written against real Jira works here, and its own schemas (checked by their authors against a real
 * site) accept every answer: a mismatch throws.
 */
describe('jira.js as a foreign client', () => {
  let site: Shop;
  let close: () => Promise<void>;
  let jira: CloudClient;
  let agile: AgileClient;

  beforeAll(async () => {
    site = shop();
    const listening = await site.jira.listen();
    close = () => listening.close();
    const { createCloudClient, createAgileClient } = loadJiraJs();
    const config = {
      host: listening.url,
      auth: { type: 'basic', email: site.mara.emailAddress, apiToken: 'anything' },
      onSchemaMismatch: 'throw',
    } as const;
    jira = createCloudClient(config);
    agile = createAgileClient(config);
  });

  afterAll(() => close());

  const story = (summary: string) =>
    jira.issues.createIssue({
      fields: {
        project: { key: 'SHOP' },
        issuetype: { name: 'Story' },
        summary,
        description: paragraph('What and why'),
      },
    });

  it('creates, reads, edits and deletes issues', async () => {
    const { id, key } = await story('Log in with a passkey');
    await jira.issues.editIssue({
      issueIdOrKey: key,
      fields: { summary: 'Sign in with a passkey', customfield_10016: 5, assignee: { accountId: site.mara.id } },
      update: { labels: [{ add: 'login' }] },
    });
    const issue = await jira.issues.getIssue({ issueIdOrKey: id, expand: 'changelog,names,schema' });
    expect(issue.fields).toMatchObject({
      summary: 'Sign in with a passkey',
      labels: ['login'],
      customfield_10016: 5,
      assignee: { displayName: 'Mara Lindqvist' },
    });
    const changes = await jira.issues.getChangeLogs({ issueIdOrKey: key });
    expect(changes.values[0]?.items?.map((item) => item.field).sort()).toEqual([
      'Story Points',
      'assignee',
      'labels',
      'summary',
    ]);
    await expect(jira.issues.deleteIssue({ issueIdOrKey: key })).rejects.toMatchObject({ status: 403 });
  });

  it('searches and counts', async () => {
    const { key } = await story('Reset a password');
    const found = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      jql: 'project = SHOP AND summary ~ "password"',
      fields: ['summary', 'status', 'issuelinks', 'parent', 'comment'],
    });
    expect(found.issues?.map((issue) => issue.key)).toEqual([key]);
    expect(await jira.issueSearch.countIssues({ jql: 'project = SHOP AND summary ~ "password"' })).toMatchObject({
      count: 1,
    });
    const many = await jira.issues.bulkFetchIssues({ issueIdsOrKeys: [key, 'SHOP-999'], fields: ['*all'] });
    expect(many.issues).toHaveLength(1);
    const parsed = await jira.jql.parseJqlQueries({ queries: ['project = SHOP', 'nope = 1'], validation: 'strict' });
    expect(parsed.queries.map((query) => query.errors?.length ?? 0)).toEqual([0, 1]);
    const { id } = await story('To be matched');
    const matched = await jira.issueSearch.matchIssues({ issueIds: [Number(id)], jqls: ['project = SHOP'] });
    expect(matched.matches[0]?.matchedIssues).toEqual([Number(id)]);
  });

  it('links issues, reads and removes the link', async () => {
    const [risk, enabler] = [await story('a'), await story('b')];
    await jira.issueLinks.linkIssues({
      type: { name: 'Blocks' },
      inwardIssue: { key: enabler.key },
      outwardIssue: { key: risk.key },
    });
    const issue = await jira.issues.getIssue({ issueIdOrKey: enabler.key, fields: ['issuelinks'] });
    const links = (issue.fields as { issuelinks: { id: string; outwardIssue?: { key: string } }[] }).issuelinks;
    expect(links[0]?.outwardIssue?.key).toBe(risk.key);
    await jira.issueLinks.getIssueLink({ linkId: links[0]!.id });
    await jira.issueLinks.deleteIssueLink({ linkId: links[0]!.id });
    expect(site.jira.state.links.size).toBe(0);
  });

  it('moves issues through the workflow', async () => {
    const { key } = await story('To be done');
    const { transitions } = await jira.issues.getTransitions({ issueIdOrKey: key });
    const done = transitions?.find((transition) => transition.to?.name === 'Done');
    await jira.issues.doTransition({ issueIdOrKey: key, transition: { id: done!.id! } });
    const { fields } = await jira.issues.getIssue({ issueIdOrKey: key });
    expect(fields).toMatchObject({ status: { name: 'Done' }, resolution: { name: 'Done' } });
  });

  it('keeps properties, comments and remote links', async () => {
    const { key } = await story('With things on it');
    await jira.issueProperties.setIssueProperty({ issueIdOrKey: key, propertyKey: 'note', body: { a: 1 } });
    expect(await jira.issueProperties.getIssueProperty({ issueIdOrKey: key, propertyKey: 'note' })).toEqual({
      key: 'note',
      value: { a: 1 },
    });
    await jira.issueProperties.getIssuePropertyKeys({ issueIdOrKey: key });
    await jira.issueComments.addComment({ issueIdOrKey: key, body: paragraph('Seen') });
    expect((await jira.issueComments.getComments({ issueIdOrKey: key })).total).toBe(1);
    await jira.issueRemoteLinks.createOrUpdateRemoteIssueLink({
      issueIdOrKey: key,
      globalId: 'policy-1',
      object: { url: 'https://example.com/policy', title: 'Policy' },
    });
    await jira.issueRemoteLinks.getRemoteIssueLinks({ issueIdOrKey: key });
  });

  it('reads people, permissions and projects', async () => {
    expect((await jira.myself.getCurrentUser()).displayName).toBe('Mara Lindqvist');
    await jira.users.getUser({ accountId: site.priya.id });
    await jira.userSearch.findUsers({ query: 'priya' });
    await jira.userSearch.findAssignableUsers({ project: 'SHOP' });
    const mine = await jira.permissions.getMyPermissions({ permissions: 'EDIT_ISSUES,LINK_ISSUES' });
    expect(mine.permissions).toMatchObject({ EDIT_ISSUES: { havePermission: true } });
    await jira.permissions.getBulkPermissions({
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [Number(site.project.id)], issues: [] }],
    });
    await jira.projects.getProject({ projectIdOrKey: 'SHOP' });
    expect((await jira.projects.searchProjects({ expand: 'lead,issueTypes' })).values.map((it) => it.key)).toEqual([
      'SHOP',
    ]);
    await jira.projects.getAllStatuses({ projectIdOrKey: 'SHOP' });
    await jira.serverInfo.getServerInfo();
  });

  it('reads dashboards, filters and boards', async () => {
    const dashboard = addDashboard(site.jira.state, 'Security', site.mara.id);
    await jira.dashboards.getAllDashboards();
    await jira.dashboards.getDashboard({ id: dashboard.id });
    await jira.filters.createFilter({ name: 'Open risks', jql: 'project = SHOP' });
    await jira.filters.getFiltersPaginated();
    const board = addBoard(site.jira.state, site.project);
    const sprint = addSprint(site.jira.state, board, { name: 'Sprint 7', state: 'active' });
    await agile.board.getAllBoards({ projectKeyOrId: 'SHOP' });
    await agile.board.getBoard({ boardId: Number(board.id) });
    const configuration = await agile.board.getConfiguration({ boardId: Number(board.id) });
    expect(configuration.estimation?.field?.fieldId).toBe('customfield_10016');
    const { key } = await story('In a sprint');
    await jira.issues.editIssue({ issueIdOrKey: key, fields: { customfield_10020: Number(sprint.id) } });
    expect((await jira.issues.getIssue({ issueIdOrKey: key })).fields).toMatchObject({
      customfield_10020: [{ name: 'Sprint 7', state: 'active' }],
    });
  });
});

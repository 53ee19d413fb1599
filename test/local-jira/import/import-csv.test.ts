import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLocalJira, fixedClock, importCsv, type LocalJira } from '../index';
import { addUser, STORY_POINTS, SPRINT } from '../seed';
import type { Issue } from '../state/issue-entities';
import { plainText } from './adf-plain-text';
import { readCsvTable } from './csv-table';

const HEADER = 'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Created';

function bareJira(): LocalJira {
  return createLocalJira({ clock: fixedClock('2026-11-20T14:30:00Z') });
}

function issue(jira: LocalJira, key: string): Issue {
  const found = jira.state.issues.byKey(key);
  if (!found) throw new Error(`${key} was not imported`);
  return found;
}

describe('a Jira CSV export', () => {
  test('brings summary, type, status, points, dates, labels, people and description', () => {
    const jira = bareJira();
    const report = importCsv(
      jira,
      [
        'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee,Assignee Id,Reporter,Created,Updated,Resolved,Due date,Labels,Labels,Labels,Description,Custom field (Story Points)',
        '"Pay, then ship",ABC-7,100001,Bug,Done,ABC,The shop,High,Duplicate,Mia Krystof,5b10-mia,Jo Doe,24/May/22 6:37 AM,25/May/22 12:05 PM,26/May/22 12:00 AM,2022-06-01,pay,checkout,,"h2. Steps\n\n# open\n# pay\n\n{code:java}\nint a = 1;\n{code}",3.5',
      ].join('\n'),
    );
    expect(report).toMatchObject({
      project: 'ABC',
      issues: 1,
      links: 0,
      problems: [],
      unknownColumns: [],
      notices: [],
    });
    const { state } = jira;
    const imported = issue(jira, 'ABC-7');
    expect(imported).toMatchObject({
      summary: 'Pay, then ship',
      number: 7,
      labels: ['pay', 'checkout'],
      dueDate: '2022-06-01',
      created: Date.UTC(2022, 4, 24, 6, 37),
      updated: Date.UTC(2022, 4, 25, 12, 5),
      resolved: Date.UTC(2022, 4, 26),
      assigneeId: '5b10-mia',
      custom: { [STORY_POINTS]: 3.5 },
    });
    expect(state.issueTypes.require(imported.typeId).name).toBe('Bug');
    expect(state.statuses.require(imported.statusId).name).toBe('Done');
    expect(state.priorities.require(imported.priorityId!).name).toBe('High');
    expect(state.resolutions.require(imported.resolutionId!).name).toBe('Duplicate');
    expect(state.users.require(imported.reporterId!).displayName).toBe('Jo Doe');
    expect(imported.description?.content).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Steps' }] },
      { type: 'orderedList', attrs: { order: 1 }, content: [item('open'), item('pay')] },
      { type: 'codeBlock', attrs: { language: 'java' }, content: [{ type: 'text', text: 'int a = 1;' }] },
    ]);
  });

  test('makes a company-managed project in which everybody who was there may do all', async () => {
    const jira = bareJira();
    const mara = addUser(jira.state, { displayName: 'Mara Lindqvist' });
    importCsv(jira, `${HEADER}\nOne,ABC-1,1,Story,To Do,ABC,The shop,2022-05-24T06:37:00Z`);
    expect(jira.state.projects.find(({ key }) => key === 'ABC')).toMatchObject({ name: 'The shop', style: 'classic' });
    const token = jira.issueToken({ type: 'user', accountId: mara.id }, 'all');
    const answer = await jira.fetch(
      new Request('http://jira/rest/api/3/issue/createmeta/ABC/issuetypes', {
        headers: { Authorization: `Bearer ${token}` },
      }),
    );
    expect(answer.status).toBe(200);
  });

  test('makes statuses, types and people the site does not know, and puts the status into the workflow', () => {
    const jira = bareJira();
    importCsv(
      jira,
      [
        'Summary,Issue key,Issue Type,Status,Status Category,Assignee',
        'One,ABC-1,Spike,Released,,Ana Silva',
        'Two,ABC-2,Story,Waiting for legal,,ana silva',
        'Three,ABC-3,Story,Peer review,To Do,',
      ].join('\n'),
    );
    const { state } = jira;
    const project = state.projects.find(({ key }) => key === 'ABC')!;
    const type = state.issueTypes.require(issue(jira, 'ABC-1').typeId);
    expect(type.name).toBe('Spike');
    expect(state.issueTypeSchemes.require(project.issueTypeSchemeId).issueTypeIds).toContain(type.id);
    const categories = ['ABC-1', 'ABC-2', 'ABC-3'].map(
      (key) => state.statuses.require(issue(jira, key).statusId).category,
    );
    expect(categories).toEqual(['DONE', 'TODO', 'TODO']);
    const workflow = state.workflows.require(state.workflowSchemes.require(project.workflowSchemeId).defaultWorkflowId);
    expect(workflow.transitions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Released', 'Waiting for legal', 'Peer review']),
    );
    expect(issue(jira, 'ABC-1').assigneeId).toBe(issue(jira, 'ABC-2').assigneeId);
  });

  test('makes each link once although both ends export it, with its direction', () => {
    const jira = bareJira();
    const report = importCsv(
      jira,
      [
        'Summary,Issue key,Inward issue link (Blocks),Outward issue link (Blocks),Outward issue link (Blocks),Outward issue link (Relates)',
        'One,ABC-1,,ABC-2,ABC-3,ABC-2',
        'Two,ABC-2,ABC-1,,,ABC-1',
        'Three,ABC-3,ABC-1,,,',
      ].join('\n'),
    );
    expect(report).toMatchObject({ issues: 3, links: 3, notices: [] });
    const blocks = jira.state.linkTypes.find(({ name }) => name === 'Blocks')!;
    const one = issue(jira, 'ABC-1');
    expect(one.links.filter(({ typeId }) => typeId === blocks.id)).toEqual([
      expect.objectContaining({ direction: 'outward', otherId: issue(jira, 'ABC-2').id }),
      expect.objectContaining({ direction: 'outward', otherId: issue(jira, 'ABC-3').id }),
    ]);
    expect(issue(jira, 'ABC-3').links).toEqual([expect.objectContaining({ direction: 'inward', otherId: one.id })]);
  });

  test('says which links and parents lead out of the file, and imports the rest', () => {
    const jira = bareJira();
    const report = importCsv(
      jira,
      [
        'Summary,Issue key,Issue id,Parent id,Outward issue link (Mitigates)',
        'Epic,ABC-1,501,,',
        'Child,ABC-2,502,501,XYZ-9',
        'Orphan,ABC-3,503,999,',
      ].join('\n'),
    );
    expect(report.issues).toBe(3);
    expect(issue(jira, 'ABC-2').parentId).toBe(issue(jira, 'ABC-1').id);
    expect(report.notices).toEqual([
      { row: 3, column: 'Outward issue link (Mitigates)', message: expect.stringContaining('XYZ-9') as string },
      { row: 4, column: 'Parent', message: expect.stringContaining('999') as string },
    ]);
  });

  test('brings comments with author and time, and sprints', () => {
    const jira = bareJira();
    importCsv(
      jira,
      [
        'Summary,Issue key,Resolved,Sprint,Sprint,Comment,Comment',
        'One,ABC-1,24/May/22 7:00 AM,Sprint 1,Sprint 2,24/May/22 6:37 AM;5b10-mia;Looks good; ship it,just text',
      ].join('\n'),
    );
    const { state } = jira;
    const comments = state.comments.all();
    expect(comments.map(({ body }) => plainText(body))).toEqual(['Looks good; ship it', 'just text']);
    expect(comments[0]).toMatchObject({ authorId: '5b10-mia', created: Date.UTC(2022, 4, 24, 6, 37) });
    const sprints = issue(jira, 'ABC-1').custom[SPRINT] as string[];
    expect(sprints.map((id) => state.sprints.require(id))).toEqual([
      expect.objectContaining({ name: 'Sprint 1', state: 'closed' }),
      expect.objectContaining({ name: 'Sprint 2', state: 'closed' }),
    ]);
  });

  test('reports unknown columns once each and imports without them', () => {
    const jira = bareJira();
    const report = importCsv(
      jira,
      'Summary,Attachment,Attachment,Custom field (Team colour),Σ Time Spent\nOne,a.png,b.png,blue,3\n',
      { projectKeyFallback: 'NEW' },
    );
    expect(report).toMatchObject({ project: 'NEW', issues: 1, problems: [] });
    expect(report.unknownColumns).toEqual(['Attachment', 'Σ Time Spent', 'Custom field (Team colour)']);
    expect(issue(jira, 'NEW-1').summary).toBe('One');
  });

  test('keeps text as it is: emoji, HTML, formulas, quotes', () => {
    const jira = bareJira();
    const summary = '=cmd|\' /C calc\'!A0 👩🏽‍💻 <img src=x onerror=alert(1)> "quoted"';
    importCsv(
      jira,
      `Summary,Issue key,Description\n"${summary.replace(/"/g, '""')}",ABC-1,"<b>bold</b>\n+1 & <script>"`,
    );
    expect(issue(jira, 'ABC-1').summary).toBe(summary);
    expect(plainText(issue(jira, 'ABC-1').description)).toBe('<b>bold</b>\n+1 & <script>');
    expect(JSON.stringify(issue(jira, 'ABC-1').description)).not.toContain('"html"');
  });

  test('numbers issues without a key after the keys of the file', () => {
    const jira = bareJira();
    importCsv(jira, 'Summary,Issue key,Project key\nNo key,,ABC\nKey,ABC-41,ABC\n');
    expect(issue(jira, 'ABC-42').summary).toBe('No key');
  });

  test('reads files with semicolons, a byte order mark, Windows line ends and blank lines', () => {
    const jira = bareJira();
    const report = importCsv(jira, '\uFEFFSummary;Issue key\r\nOne;ABC-1\r\n\r\n"Two\nlines";ABC-2\r\n');
    expect(report).toMatchObject({ issues: 2, problems: [] });
    expect(issue(jira, 'ABC-2').summary).toBe('Two\nlines');
  });

  test('goes into a project that is already there', () => {
    const jira = bareJira();
    importCsv(jira, 'Summary,Issue key\nOne,ABC-1');
    const report = importCsv(jira, 'Summary,Project key\nTwo,ABC');
    expect(report).toMatchObject({ project: 'ABC', issues: 1 });
    expect(issue(jira, 'ABC-2').summary).toBe('Two');
    expect(jira.state.projects.size).toBe(1);
  });

  test('fills a select field of the site and says which option it lacks', () => {
    const jira = bareJira();
    const { state } = jira;
    state.fields.put({
      id: 'customfield_10500',
      name: 'Security relevance',
      description: '',
      kind: 'select',
      custom: true,
      schema: { type: 'option', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select', customId: 10500 },
      orderable: true,
      navigable: true,
      searchable: true,
      isLocked: false,
    });
    state.fieldContexts.put({
      id: '10700',
      fieldId: 'customfield_10500',
      name: 'Default',
      description: '',
      projectIds: [],
      issueTypeIds: [],
    });
    state.fieldOptions.put({
      id: '10900',
      fieldId: 'customfield_10500',
      contextId: '10700',
      value: 'Relevant',
      disabled: false,
      position: 0,
    });
    const report = importCsv(
      jira,
      'Summary,Issue key,Custom field (Security relevance)\nOne,ABC-1,Relevant\nTwo,ABC-2,Perhaps',
    );
    expect(issue(jira, 'ABC-1').custom).toEqual({ customfield_10500: '10900' });
    expect(issue(jira, 'ABC-2').custom).toEqual({});
    expect(report.notices).toEqual([
      { row: 3, column: 'Custom field (Security relevance)', message: 'Security relevance has no option "Perhaps".' },
    ]);
  });
});

describe('a broken file', () => {
  test.each([
    ['is empty', '', 1, 'empty'],
    ['has a header but no issues', 'Summary,Issue key\n', 1, 'no issues'],
    ['has no Summary column', 'Title,Issue key\nOne,ABC-1', 1, 'no Summary column'],
    ['has a row without Summary', 'Summary,Issue key\nOne,ABC-1\n  ,ABC-2', 3, 'no Summary'],
    ['never closes a quote', 'Summary,Issue key\nOne,ABC-1\n"Two,ABC-2\nThree,ABC-3', 3, 'never closed'],
    ['has text after a closing quote', 'Summary,Issue key\n"One"x,ABC-1', 2, 'after a closing quote'],
    ['has a row with too few cells', 'Summary,Issue key,Status\nOne,ABC-1', 2, '2 cells, but the header has 3'],
    ['has a row with too many cells', 'Summary,Issue key\nOne,ABC-1,x', 2, '3 cells, but the header has 2'],
    [
      'has an unreadable date',
      'Summary,Issue key,Created\nOne,ABC-1,31/Feb/22 6:37 AM',
      2,
      '"31/Feb/22 6:37 AM" is not a date',
    ],
    ['names a key twice', 'Summary,Issue key\nOne,ABC-1\nTwo,ABC-2\nAgain,ABC-1', 4, 'ABC-1 is already in row 2'],
    ['has a key that is none', 'Summary,Issue key\nOne,abc', 2, 'not an issue key'],
    ['has a project key that is none', 'Summary,Project key\nOne,a b', 2, 'not a project key'],
    ['has points that are no number', 'Summary,Custom field (Story Points)\nOne,many', 2, '"many" is not a number'],
  ])('that %s is refused with row and reason, and nothing is imported', (_what, csv, row, message) => {
    const jira = bareJira();
    const before = JSON.stringify(jira.snapshot());
    const report = importCsv(jira, csv);
    expect(report).toMatchObject({ issues: 0, links: 0 });
    expect(report.problems[0]).toMatchObject({ row, message: expect.stringContaining(message) as string });
    expect(JSON.stringify(jira.snapshot())).toBe(before);
  });

  test('names every broken row, in the order of the file', () => {
    const report = importCsv(
      bareJira(),
      'Summary,Issue key,Created,Due date\n,ABC-1,yesterday,\nTwo,ABC-2,,soon\nThree,ABC-2,,',
    );
    expect(report.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Summary'],
      [2, 'Created'],
      [3, 'Due date'],
      [4, 'Issue key'],
    ]);
  });

  test('counts rows as a spreadsheet does, however many lines a cell has', () => {
    const report = importCsv(bareJira(), 'Summary,Issue key,Created\n"One\n\n\nlines",ABC-1,\nTwo,ABC-2,nonsense');
    expect(report.problems).toMatchObject([{ row: 3, column: 'Created' }]);
  });

  test('is refused when a key is already on the site', () => {
    const jira = bareJira();
    importCsv(jira, 'Summary,Issue key\nOne,ABC-1');
    const report = importCsv(jira, 'Summary,Issue key\nNew,ABC-2\nOne,ABC-1');
    expect(report.problems).toMatchObject([{ row: 3, message: 'ABC-1 is already on this site.' }]);
    expect(jira.state.issues.size).toBe(1);
  });
});

describe('real backlogs', () => {
  const folder = path.join(__dirname, '..', '..', '..', '..', 'shared', 'backlogs');
  const files: readonly [string, number][] = [
    ['mob.csv', 2796],
    ['cus.csv', 1574],
    ['web.csv', 521],
  ];
  if (!existsSync(folder)) {
    test('are not tried here', () => {
      console.log(`skipped: the optional folder ${folder} with real backlogs does not exist`);
      expect(existsSync(folder)).toBe(false);
    });
    return;
  }
  test.each(files)('%s: all %i issues arrive whole', (file, count) => {
    const csv = readFileSync(path.join(folder, file), 'utf8');
    const jira = bareJira();
    const report = importCsv(jira, csv);
    expect(report).toMatchObject({ issues: count, problems: [], notices: [], unknownColumns: [] });
    const table = readCsvTable(csv);
    if (!table.ok) throw new Error('the file could be imported but not read');
    const at = (name: string): number => table.table.headers.indexOf(name);
    for (const { cells } of table.table.rows) {
      const imported = issue(jira, cells[at('Issue key')]!);
      expect(imported.summary).toBe(cells[at('Summary')]);
      expect(jira.state.statuses.require(imported.statusId).name).toBe(cells[at('Status')]);
      expect(jira.state.issueTypes.require(imported.typeId).name).toBe(cells[at('Issue Type')]);
      expect(imported.resolved === null).toBe(cells[at('Resolved')] === '');
      const points = cells[at('Custom field (Story Points)')]!;
      expect(imported.custom[STORY_POINTS]).toBe(points === '' ? undefined : Number(points));
    }
  });
});

function item(text: string): unknown {
  return { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

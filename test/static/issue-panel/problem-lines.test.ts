import { RISK_PROBLEMS } from '../../../src/domain/risk-problems';
import type { RiskView, ThreatenedStoryView } from '../../../src/reads/risk-view';
import { problemLines } from '../../../static/app/src/modules/issue-panel/risk/problem-lines';

const story = (key: string, relevance: ThreatenedStoryView['relevance'], closed = false): ThreatenedStoryView => ({
  id: key,
  key,
  summary: key,
  status: closed ? { name: 'Done', category: 'done' } : { name: 'To Do', category: 'toDo' },
  relevance,
  linkId: key,
});

const risk: RiskView = {
  id: '1',
  key: 'SHOP-1',
  summary: 'A risk',
  projectId: '10000',
  projectKey: 'SHOP',
  status: { name: 'Assessed', category: 'toDo' },
  statusKey: 'assessed',
  moves: [],
  inherent: undefined,
  residual: undefined,
  level: undefined,
  residualLevel: undefined,
  owner: { name: 'Mara Lindqvist', avatarUrl: undefined },
  ownerActive: true,
  treatment: undefined,
  nextReview: '2026-11-12',
  due: undefined,
  acceptanceExpires: undefined,
  businessImpact: undefined,
  infoSecReference: undefined,
  enablers: [],
  progress: { done: 3, inProgress: 0, toDo: 0 },
  pointProgress: undefined,
  threatens: [],
  unread: { enablers: 0, stories: 0 },
  lastReview: undefined,
  problems: [],
  mayEdit: true,
  mayLink: true,
  mayComment: true,
};

const today = '2026-11-20';

test('every problem has a line of its own', () => {
  const threatens = [story('A-1', 'unassessed')];
  for (const problem of RISK_PROBLEMS) {
    const [line] = problemLines({ ...risk, threatens, problems: [problem] }, today, false);
    expect([problem, line?.title, line?.why]).toEqual([
      problem,
      expect.stringMatching(/./),
      expect.stringMatching(/./),
    ]);
  }
});

test('nothing wrong, no lines', () => {
  expect(problemLines(risk, today, false)).toEqual([]);
});

test('the lines keep the order of the problems', () => {
  const lines = problemLines({ ...risk, problems: ['noOwner', 'notScored', 'noEnabler'] }, today, false);
  expect(lines.map((line) => line.title)).toEqual(['Nobody owns it', 'No level yet', 'No enabler linked']);
});

test('without an enabler one can be linked from here, by whoever may link', () => {
  const lines = (mayLink: boolean) => problemLines({ ...risk, mayLink, problems: ['noEnabler'] }, today, false);
  expect(lines(true)[0]?.fix?.kind).toBe('linkEnabler');
  expect(lines(false)[0]).toMatchObject({ why: expect.stringMatching(/^Whoever may link/) as string, fix: undefined });
});

test('each open story nobody assessed is a line; assessed and closed ones are none', () => {
  const threatens = [
    story('A-1', 'unassessed'),
    story('A-2', 'relevant'),
    story('A-3', 'unassessed', true),
    story('A-4', 'unassessed'),
  ];
  const lines = problemLines({ ...risk, threatens, problems: ['storyUnassessed'] }, today, false);
  expect(lines.map((line) => line.title)).toEqual(['A-1 is unassessed', 'A-4 is unassessed']);
  expect(new Set(lines.map((line) => line.id)).size).toBe(2);
});

test('an overdue review says how long and who looks at it', () => {
  const [line] = problemLines({ ...risk, problems: ['reviewOverdue'] }, today, false);
  expect(line?.title).toBe('Review overdue by 8 days');
  expect(line?.why).toContain('Mara Lindqvist');
});

test('all enablers done leads to the residual level; a new risk to the inherent one', () => {
  const [done, unscored] = problemLines({ ...risk, problems: ['allEnablersDone', 'notScored'] }, today, false);
  expect(done?.title).toBe('All 3 enablers are done');
  expect(done?.fix).toMatchObject({ kind: 'score', which: 'residual' });
  expect(unscored?.fix).toMatchObject({ kind: 'score', which: 'inherent' });
});

test('whoever may not edit gets sentences, no fixes', () => {
  const lines = problemLines(
    { ...risk, mayEdit: false, threatens: [story('A-1', 'unassessed')], problems: ['notScored', 'storyUnassessed'] },
    today,
    false,
  );
  expect(lines.map((line) => line.fix)).toEqual([undefined, undefined]);
});

const firstFix = (view: Partial<RiskView>, mayAsk = false) => problemLines({ ...risk, ...view }, today, mayAsk)[0]?.fix;

test('whoever may edit chooses an owner and reviews here; others are told who does', () => {
  expect(firstFix({ problems: ['noOwner'] })?.kind).toBe('owner');
  expect(firstFix({ problems: ['ownerInactive'] })?.kind).toBe('owner');
  expect(firstFix({ problems: ['reviewOverdue'] })?.kind).toBe('review');
  for (const problem of ['noOwner', 'ownerInactive', 'reviewOverdue'] as const) {
    expect(firstFix({ problems: [problem], mayEdit: false })).toBeUndefined();
  }
});

test('all enablers done: first verify, then close, and re-score where Jira offers neither', () => {
  const problems = ['allEnablersDone'] as const;
  expect(firstFix({ problems, moves: ['verification', 'closed'] })).toMatchObject({ kind: 'move', to: 'verification' });
  expect(firstFix({ problems, statusKey: 'verification', moves: ['closed'] })).toMatchObject({
    kind: 'move',
    to: 'closed',
  });
  expect(firstFix({ problems, moves: [] })).toMatchObject({ kind: 'score', which: 'residual' });
});

test('an acceptance that ends is asked for again by whoever may ask', () => {
  expect(firstFix({ problems: ['acceptanceEnding'] }, true)?.kind).toBe('ask');
  expect(firstFix({ problems: ['acceptanceEnding'] })).toBeUndefined();
  expect(firstFix({ problems: ['acceptanceExpired'], moves: ['assessed'] })).toMatchObject({
    kind: 'move',
    to: 'assessed',
  });
});

test('an enabler without assignee is named and opened', () => {
  const enabler: RiskView['enablers'][number] = {
    id: '2',
    key: 'SHOP-2',
    summary: 'An enabler',
    status: { name: 'To Do', category: 'toDo' },
    dropped: false,
    assignee: undefined,
    points: undefined,
    sprint: undefined,
    categorySince: undefined,
    created: undefined,
    linkId: '9',
  };
  const dropped = { ...enabler, id: '3', key: 'SHOP-3', dropped: true };
  const line = (enablers: RiskView['enablers']) =>
    problemLines({ ...risk, enablers, problems: ['enablerUnassigned'] }, today, false)[0];
  expect(line([dropped, enabler])).toMatchObject({
    title: 'SHOP-2 has no assignee',
    fix: { kind: 'open', key: 'SHOP-2' },
  });
  expect(line([enabler, { ...enabler, id: '4', key: 'SHOP-4' }])?.title).toBe('SHOP-2 and 1 more have no assignee');
});

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
  status: { name: 'Assessed', category: 'toDo' },
  inherent: undefined,
  residual: undefined,
  level: undefined,
  residualLevel: undefined,
  owner: { name: 'Mara Lindqvist', avatarUrl: undefined },
  treatment: undefined,
  nextReview: '2026-11-12',
  due: undefined,
  acceptanceExpires: undefined,
  businessImpact: undefined,
  infoSecReference: undefined,
  enablers: [],
  progress: { done: 3, inProgress: 0, toDo: 0 },
  threatens: [],
  problems: [],
  mayEdit: true,
  mayLink: true,
};

const today = '2026-11-20';

test('nothing wrong, no lines', () => {
  expect(problemLines(risk, today)).toEqual([]);
});

test('the lines keep the order of the problems', () => {
  const lines = problemLines({ ...risk, problems: ['noOwner', 'notScored', 'noEnabler'] }, today);
  expect(lines.map((line) => line.title)).toEqual(['Nobody owns it', 'No level yet', 'No enabler linked']);
});

test('each open story nobody assessed is a line; assessed and closed ones are none', () => {
  const threatens = [
    story('A-1', 'unassessed'),
    story('A-2', 'relevant'),
    story('A-3', 'unassessed', true),
    story('A-4', 'unassessed'),
  ];
  const lines = problemLines({ ...risk, threatens, problems: ['storyUnassessed'] }, today);
  expect(lines.map((line) => line.title)).toEqual(['A-1 is unassessed', 'A-4 is unassessed']);
  expect(new Set(lines.map((line) => line.id)).size).toBe(2);
});

test('an overdue review says how long and who looks at it', () => {
  const [line] = problemLines({ ...risk, problems: ['reviewOverdue'] }, today);
  expect(line?.title).toBe('Review overdue by 8 days');
  expect(line?.why).toContain('Mara Lindqvist');
});

test('all enablers done leads to the residual level; a new risk to the inherent one', () => {
  const [done, unscored] = problemLines({ ...risk, problems: ['allEnablersDone', 'notScored'] }, today);
  expect(done?.title).toBe('All 3 enablers are done');
  expect(done?.fix).toMatchObject({ kind: 'score', which: 'residual' });
  expect(unscored?.fix).toMatchObject({ kind: 'score', which: 'inherent' });
});

test('whoever may not edit gets sentences, no fixes', () => {
  const lines = problemLines(
    { ...risk, mayEdit: false, threatens: [story('A-1', 'unassessed')], problems: ['notScored', 'storyUnassessed'] },
    today,
  );
  expect(lines.map((line) => line.fix)).toEqual([undefined, undefined]);
});

import type { Count, TopRisk } from '../../../src/reads/gadget-view';
import { DEFAULT_LIGHTS } from '../../../src/domain/project-settings';
import { factsAsText, factsOf } from '../../../static/app/src/shared/risk-summary/facts';
import { BLOCKS } from '../../../static/app/src/shared/risk-summary/blocks';
import { FIRST_STATE, type SummaryState } from '../../../static/app/src/shared/risk-summary/summary-state';

const TODAY = '2026-11-20';
const count = (value: number): Count => ({ count: value, jql: 'project = 10000' });
const here = <T>(value: T) => ({ status: 'here', value }) as const;
const takeover: TopRisk = {
  id: '1',
  key: 'SHOP-412',
  summary: 'Account takeover through password reset',
  level: 'Critical',
  score: 25,
  status: { name: 'In treatment', category: 'inProgress' },
  owner: 'Mara Lindqvist',
  due: '2026-12-09',
  nextReview: undefined,
  progress: { done: 2, inProgress: 2, toDo: 1 },
  enablersJql: '',
};
const webhook: TopRisk = {
  ...takeover,
  key: 'SHOP-421',
  summary: 'Unsigned callbacks',
  level: 'High',
  owner: undefined,
  due: undefined,
  progress: { done: 0, inProgress: 0, toDo: 0 },
};
const summary: SummaryState = {
  ...FIRST_STATE,
  phase: 'settled',
  countedAt: new Date('2026-11-20T13:30:00Z'),
  lights: { thresholds: DEFAULT_LIGHTS, strictest: false },
  parts: {
    risks: here({
      open: count(1014),
      byLevel: { Low: count(3), Medium: count(1005), High: count(4), Critical: count(2) },
      unscored: count(0),
      recorded: count(1030),
    }),
    trend: here({
      since: '2026-11-03',
      days: [
        { day: '2026-11-03', open: 1017 },
        { day: '2026-11-20', open: 1014 },
      ],
    }),
    attention: here({
      overdueReview: count(3),
      unowned: count(1),
      withoutEnabler: count(3),
      acceptanceExpiring: count(1),
    }),
    enablers: here({ all: count(31), done: count(18), inProgress: count(7), toDo: count(6) }),
    stories: here({
      all: count(120),
      assessed: count(83),
      relevant: count(29),
      notRelevant: count(54),
      unassessed: count(37),
      bypasses: count(2),
    }),
    topRisks: here([takeover, webhook]),
  },
};

test('as text for a chat: place and moment, a line a group, the light in brackets', () => {
  expect(factsAsText('Web Shop', '20 Nov 2026, 14:30', summary, BLOCKS, TODAY)).toBe(
    [
      'Security risks, Web Shop, 20 Nov 2026, 14:30',
      'Open risks: 1,014: 2 Critical, 4 High, 1,005 Medium, 3 Low (Watch)',
      'Trend: 1,017 on 3 Nov, 1,014 on 20 Nov; at most 1,017, at least 1,014. No data 4 Nov to 19 Nov',
      'Needs attention: 3 overdue reviews, 1 unowned, 3 without enabler, 1 acceptance expires within 14 days (Watch)',
      'Enablers: 18 of 31 done (58%), 7 in progress, 6 to do (On track)',
      'Definition of Ready: 83 of 120 open stories assessed: 29 relevant, 54 not relevant, 37 unassessed, 2 bypasses (Watch)',
      'Top risks:',
      '- SHOP-412 Account takeover through password reset (Critical), Mara Lindqvist, due 9 Dec, 2 of 5 enablers done',
      '- SHOP-421 Unsigned callbacks (High), No owner, no due date, no enabler linked',
    ].join('\n'),
  );
});

test('only the blocks that are shown, and of these only what was counted', () => {
  const { enablers } = FIRST_STATE.parts;
  const partly = { ...summary, parts: { ...summary.parts, enablers } };
  expect(factsOf(partly, ['open', 'enablers'], TODAY).map(({ name }) => name)).toEqual(['Open risks']);
  expect(factsOf(FIRST_STATE, BLOCKS, TODAY)).toEqual([]);
});

test('nothing recorded is No data and no praise', () => {
  const zero = count(0);
  const empty: SummaryState = {
    ...summary,
    parts: {
      ...summary.parts,
      risks: here({
        open: zero,
        byLevel: { Low: zero, Medium: zero, High: zero, Critical: zero },
        unscored: zero,
        recorded: zero,
      }),
      enablers: here({ all: zero, done: zero, inProgress: zero, toDo: zero }),
      trend: here(undefined),
      topRisks: here([]),
    },
  };
  expect(factsOf(empty, BLOCKS, TODAY).map(({ name, text }) => `${name}: ${text}`)).toEqual([
    'Open risks: 0 (No data)',
    'Needs attention: 3 overdue reviews, 1 unowned, 3 without enabler, 1 acceptance expires within 14 days (No data)',
    'Enablers: none linked (No data)',
    expect.stringContaining('Definition of Ready'),
  ]);
});

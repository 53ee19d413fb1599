/** What stands on the slide, from numbers and names. */
import { emptyText, type Report, type ReportNumbers, type ReportText } from '../../../src/domain/report';
import { DEFAULT_LIGHTS } from '../../../src/domain/project-settings';
import type { ReportIssue } from '../../../src/reads/report-view';
import { reportNumbers } from '../../fixtures/report';
import { slideOf, type SlideFacts } from '../../../static/app/src/modules/project-page/report/model/slide-of';
import type { Chart } from '../../../static/app/src/modules/project-page/report/model/slide';

const ISSUE: ReportIssue = {
  id: '10001',
  key: 'SHOP-1',
  summary: 'Card data in logs',
  businessImpact: undefined,
  level: 'Critical',
  owner: 'Mara Lindqvist',
  due: undefined,
};

function slide(
  numbers: Partial<ReportNumbers> = {},
  {
    text = {},
    issues = [],
    ...facts
  }: Partial<Omit<SlideFacts, 'text'>> & {
    readonly text?: Partial<ReportText>;
    readonly issues?: readonly ReportIssue[];
  } = {},
) {
  return slideOf({
    projectName: 'Web Shop',
    numbers: {
      ...reportNumbers(),
      closed: [],
      closedCount: 0,
      worse: [],
      worseCount: 0,
      decisions: [],
      decisionCount: 0,
      ...numbers,
    },
    text: { ...emptyText(), ...text },
    names: { issues: new Map(issues.map((issue) => [issue.id, issue])), versions: new Map([['10000', '8.4']]) },
    links: undefined,
    before: undefined,
    earlier: [],
    thresholds: DEFAULT_LIGHTS,
    frozenAt: undefined,
    timezone: 'Europe/Berlin',
    ...facts,
  });
}

function reportOf(numbers: Partial<ReportNumbers>): Report {
  return {
    number: 1,
    frozenAt: '2026-11-06T13:30:00.000Z',
    text: emptyText(),
    numbers: { ...reportNumbers(), day: '2026-11-06', ...numbers },
  };
}

const block = (shown: ReturnType<typeof slide>, name: string) => shown.blocks.find((one) => one.block === name)!;

describe('the headline', () => {
  test.each<[Partial<ReportNumbers>, string]>([
    [{}, 'Nothing closed, nothing got worse.'],
    [{ closedCount: 1 }, 'One risk closed.'],
    [{ closedCount: 13 }, '13 risks closed.'],
    [{ worse: [{ issueId: '1', level: 'Critical' }], worseCount: 1 }, 'No risk closed. One new critical risk.'],
    [
      {
        closedCount: 4,
        worse: [
          { issueId: '1', level: 'High' },
          { issueId: '2', level: 'High' },
        ],
        worseCount: 2,
      },
      'Four risks closed. Two new high risks.',
    ],
    [
      { closedCount: 2, worse: [{ issueId: '1', level: 'High', before: 'Low' }], worseCount: 1 },
      'Two risks closed. One got worse.',
    ],
  ])('is put together from the numbers', (numbers, expected) => {
    expect(slide(numbers).headline).toBe(expected);
  });

  test('is what the author wrote', () => {
    expect(slide({ closedCount: 4 }, { text: { headline: 'All quiet.' } }).headline).toBe('All quiet.');
  });
});

describe('what is not known is not green', () => {
  test('a block without a word says so', () => {
    expect(block(slide(), 'events')).toMatchObject({
      sentence: 'Nothing was reported for this period.',
      chart: undefined,
    });
  });

  test('a query that Jira refused says so', () => {
    const counted = { kind: 'counted', jql: 'x = 1', text: 'weak spots', watch: 1, act: 2 } as const;
    const shown = slide({ counted: {} }, { text: { blocks: { ...emptyText().blocks, vulnerabilities: counted } } });
    expect(block(shown, 'vulnerabilities').sentence).toBe('Jira refused the team’s search, so nothing was counted.');
  });
});

describe('compared with the report before', () => {
  const before = reportOf({ open: { Low: 4, Medium: 6, High: 5, Critical: 1 } });

  test('each level tells how it changed', () => {
    const chart = block(slide({}, { before }), 'openRisks').chart as Extract<Chart, { kind: 'levels' }>;
    expect(chart.levels.map(({ level, count, change }) => `${level} ${String(count)} ${change}`)).toEqual([
      'Critical 2 (+1)',
      'High 4 (−1)',
      'Medium 5 (−1)',
      'Low 3 (−1)',
    ]);
  });

  test.each([
    [before, { direction: 'down', text: '2 fewer since 6 Nov' }],
    [reportOf({ open: { Low: 0, Medium: 0, High: 0, Critical: 1 } }), { direction: 'up', text: '13 more since 6 Nov' }],
    [reportOf({}), { direction: 'same', text: 'as many as on 6 Nov' }],
  ])('the total tells the direction', (then, change) => {
    expect(slide({}, { before: then }).open.change).toEqual(change);
  });

  test('a first report compares nothing', () => {
    const shown = slide();
    expect(shown.open.change).toBeUndefined();
    expect(shown.foot.note).toBe('First report: there is none to compare it with. Counted with your Jira permissions.');
  });

  test('numbers of the team are drawn beside those of earlier reports', () => {
    const blocks = {
      ...emptyText().blocks,
      attempts: { kind: 'typed', light: 'onTrack', number: 1240, entries: [] } as const,
    };
    const earlier = [
      { number: 2, frozenAt: '', day: '2026-11-06', open: 16, team: { attempts: 1110 } },
      { number: 1, frozenAt: '', day: '2026-10-23', open: 18, team: {} },
    ];
    expect(block(slide({}, { text: { blocks }, earlier }), 'attempts').chart).toMatchObject({
      label: 'By report: 6 Nov 1,110, 20 Nov 1,240',
    });
  });
});

describe('lists', () => {
  test('what was closed is told by what it protected, or by its title', () => {
    const issues = [
      { ...ISSUE, id: '1', businessImpact: 'Strangers read the cards. Fines follow.' },
      { ...ISSUE, id: '2' },
    ];
    const shown = slide({ closed: ['1', '2'], closedCount: 2 }, { issues });
    expect(shown.closed.lines.map(({ text }) => text)).toEqual([
      'Averted: strangers read the cards.',
      'Card data in logs.',
    ]);
  });

  test('what this viewer may not see is counted and not named; what does not fit is counted too', () => {
    const ids = ['1', '2', '3', '4', '5', '6', '7'];
    const issues = ids.slice(0, 5).map((id) => ({ ...ISSUE, id }));
    const shown = slide({ closed: ids, closedCount: 9 }, { issues });
    expect(shown.closed.heading).toContain('9 closed');
    expect(shown.closed.lines).toHaveLength(4);
    expect(shown.closed.rest).toEqual(['and 3 more', '2 that are not visible to you.']);
  });

  test('what got worse says from where, by when, and who is missing', () => {
    const issues = [
      { ...ISSUE, id: '1', due: '2026-12-09' },
      { ...ISSUE, id: '2', owner: undefined },
    ];
    const worse = [
      { issueId: '1', level: 'Critical' },
      { issueId: '2', level: 'High', before: 'Low' },
    ] as const;
    const shown = slide({ worse, worseCount: 2 }, { issues });
    expect(shown.worse.lines.map(({ lead, sub }) => [lead, sub])).toEqual([
      ['New, critical:', 'Fix planned for 9 Dec.'],
      ['Now high, was low:', 'Nobody owns it yet.'],
    ]);
  });

  test('the author’s decisions come first; then those of the numbers, as many as fit', () => {
    const decisions = [
      { kind: 'owner', issueId: '1' },
      { kind: 'keepAccepting', issueId: '1', until: '2026-11-26' },
      { kind: 'ship', versionId: '10000', unprotected: 3 },
    ] as const;
    const text = { decisions: [{ text: 'Renew the test?', who: 'Steering group', by: '2026-11-27' }] };
    const shown = slide({ decisions, decisionCount: 3 }, { issues: [{ ...ISSUE, id: '1' }], text });
    expect(shown.decisions.lines.map((line) => [line.text, line.sub])).toEqual([
      ['Renew the test?', 'Steering group, by 27 Nov'],
      ['Who owns “Card data in logs”?', 'Product owner'],
      ['Keep accepting “Card data in logs” after 26 Nov?', 'Mara Lindqvist, by 26 Nov'],
    ]);
    expect(shown.decisions.rest).toEqual(['and 1 more']);
  });
});

describe('versions', () => {
  const version = (due: string | undefined, done: number) => ({
    versionId: '10000',
    ...(due === undefined ? {} : { due }),
    relevant: 12,
    protected: done,
  });

  test.each([
    [version('2026-12-02', 9), 'Version 8.4 goes live in 12 days; 3 of its stories are not protected yet.'],
    [version('2026-11-21', 11), 'Version 8.4 goes live tomorrow; one of its stories is not protected yet.'],
    [version('2026-11-20', 9), 'Version 8.4 goes live today; 3 of its stories are not protected yet.'],
    [version('2026-11-01', 9), 'Version 8.4 is late; 3 of its stories are not protected yet.'],
    [version(undefined, 9), 'Version 8.4: 3 stories are not protected yet.'],
    [version('2026-12-02', 12), 'Every relevant story of the next versions is protected.'],
  ])('say when they go live and what is missing', (given, sentence) => {
    expect(block(slide({ versions: [given] }), 'goLive').sentence).toBe(sentence);
  });

  test('one that is gone from Jira has no name any more', () => {
    const versions = [{ ...version('2026-12-02', 9), versionId: '99' }];
    expect(block(slide({ versions }), 'goLive').sentence).toContain('a version that is gone');
  });
});

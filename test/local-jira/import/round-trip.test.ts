import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { createLocalJira, fixedClock, importCsv } from '../index';
import { STORY_POINTS } from '../seed';
import { plainText } from './adf-plain-text';

/** An issue as somebody might export it; `blocks` are places in the list. */
interface Exported {
  summary: string;
  type: string;
  status: string;
  points: number | undefined;
  labels: string[];
  description: string;
  created: Date;
  resolved: Date | undefined;
  assignee: string | undefined;
  blocks: number[];
  parent: number | undefined;
}

const word = fc.stringMatching(/^[A-Za-zäöüß0-9_.-]{1,12}$/);
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2026-11-20'), noInvalidDate: true });
const exported: fc.Arbitrary<Exported> = fc.record({
  summary: fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('=1+1', '"', ',,', '<b>', '👩🏽‍💻', 'a\nb', 'a\rb', 'a\r\nb'),
    )
    .filter((text) => text.trim() !== ''),
  type: fc.constantFrom('Story', 'Bug', 'Task', 'Security Risk', 'Spike'),
  status: fc.constantFrom('To Do', 'In Progress', 'Done', 'Waiting for Legal', 'Closed'),
  points: fc.option(
    fc.integer({ min: 0, max: 200 }).map((half) => half / 2),
    { nil: undefined },
  ),
  labels: fc.uniqueArray(word, { maxLength: 4 }),
  description: fc.oneof(
    fc.constant(''),
    fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `T ${words.join(' ')}`),
  ),
  created: day,
  resolved: fc.option(day, { nil: undefined }),
  assignee: fc.option(fc.constantFrom('Mara Lindqvist', 'Jonas Weber', '"Q"'), { nil: undefined }),
  blocks: fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 3 }),
  parent: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
});

test('generated issues, written as CSV and imported, have the fields they had', () => {
  fc.assert(
    fc.property(
      fc.array(exported, { minLength: 1, maxLength: 10 }),
      fc.constantFrom('\n', '\r\n'),
      (issues, lineEnd) => {
        const jira = createLocalJira({ clock: fixedClock('2026-11-20T14:30:00Z') });
        const { state } = jira;
        const report = importCsv(jira, toCsv(issues, lineEnd));
        expect(report).toMatchObject({ issues: issues.length, problems: [], notices: [], unknownColumns: [] });
        issues.forEach((expected, place) => {
          const found = state.issues.byKey(keyOf(place))!;
          expect({
            summary: found.summary,
            type: state.issueTypes.require(found.typeId).name,
            status: state.statuses.require(found.statusId).name,
            points: found.custom[STORY_POINTS],
            labels: found.labels,
            description: found.description === null ? '' : plainText(found.description),
            created: found.created,
            resolved: found.resolved,
            assignee: found.assigneeId === null ? undefined : state.users.require(found.assigneeId).displayName,
            blocks: found.links
              .filter(({ direction }) => direction === 'outward')
              .map(({ otherId }) => state.issues.require(otherId).key)
              .sort(),
            parent: found.parentId === null ? undefined : state.issues.require(found.parentId).key,
          }).toEqual({
            ...expected,
            created: expected.created.getTime(),
            resolved: expected.resolved?.getTime() ?? null,
            blocks: others(expected.blocks, place, issues.length).map(keyOf).sort(),
            parent: others([expected.parent ?? place], place, issues.length).map(keyOf)[0],
          });
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('no text makes the import throw, and text with problems changes nothing', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('Summary', 'Issue key', '"', ',', '\n', 'ABC-1'),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      const jira = createLocalJira({ clock: fixedClock('2026-11-20T14:30:00Z') });
      const before = jira.state.issues.size + jira.state.projects.size;
      const report = importCsv(jira, `Summary,Issue key\n${cells.join('')}`);
      if (report.problems.length > 0) expect(jira.state.issues.size + jira.state.projects.size).toBe(before);
      else expect(report.issues).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

function toCsv(issues: readonly Exported[], lineEnd: string): string {
  const labels = Array<string>(4).fill('Labels');
  const blocks = Array<string>(3).fill('Outward issue link (Blocks)');
  const header = [
    'Summary',
    'Issue key',
    'Issue id',
    'Issue Type',
    'Status',
    'Created',
    'Resolved',
    'Description',
    'Assignee',
  ];
  const rows = issues.map((issue, place) => [
    issue.summary,
    keyOf(place),
    String(500 + place),
    issue.type,
    issue.status,
    issue.created.toISOString(),
    issue.resolved?.toISOString() ?? '',
    issue.description,
    issue.assignee ?? '',
    others([issue.parent ?? place], place, issues.length).map((at) => String(500 + at))[0] ?? '',
    issue.points ?? '',
    ...padded(issue.labels, 4),
    ...padded(others(issue.blocks, place, issues.length).map(keyOf), 3),
  ]);
  return stringify([[...header, 'Parent id', 'Custom field (Story Points)', ...labels, ...blocks], ...rows], {
    record_delimiter: lineEnd,
    // Jira quotes every cell with a line break, whatever ends its rows.
    quoted_match: /[\r\n]/,
  });
}

function keyOf(place: number): string {
  return `GEN-${place + 1}`;
}

/** Places that are in the list and not the issue's own. */
function others(places: readonly number[], own: number, count: number): number[] {
  return places.filter((place) => place < count && place !== own);
}

function padded(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array<string>(width - cells.length).fill('')];
}

import type { Assessed } from '../../../static/app/src/modules/project-page/refinement/deeds';
import {
  canTakeBack,
  decisionsOf,
  manyUnderWay,
  undoable,
} from '../../../static/app/src/modules/project-page/refinement/deeds';
import { deedWords } from '../../../static/app/src/modules/project-page/refinement/deed-words';
import { refusalGroups } from '../../../static/app/src/modules/project-page/refinement/refusals';
import { pathOf, placeOf, spotOf } from '../../../static/app/src/modules/project-page/page-place';
import { rowOf, rowsOf } from './rows';

const decided = (change: Partial<Assessed> = {}): Assessed => {
  const rows = change.rows ?? rowsOf(1);
  return {
    id: 1,
    list: 'unassessed',
    at: 0,
    kind: 'assessed',
    phase: 'done',
    assessment: { relevance: 'relevant' },
    rows,
    saved: rows.map(({ id }) => ({ issueId: id, previous: { relevance: 'unassessed' } })),
    refused: [],
    ...change,
  };
};

test('what was decided, in a line', () => {
  expect(deedWords(decided())).toBe('SHOP-1 saved: Relevant');
  expect(deedWords(decided({ phase: 'underWay' }))).toBe('SHOP-1: saving…');
  expect(deedWords(decided({ phase: 'takenBack' }))).toBe('SHOP-1 is as it was before');
  expect(deedWords(decided({ rows: rowsOf(3), assessment: { relevance: 'notRelevant', reason: 'wording' } }))).toBe(
    '3 saved: Not relevant, wording or layout only',
  );
  const own = decided({ assessment: { relevance: 'notRelevant', reason: 'own', optionId: '7' } });
  expect(deedWords(own, new Map([['7', 'Nur intern']]))).toBe('SHOP-1 saved: Not relevant, Nur intern');
  const other = decided({ assessment: { relevance: 'notRelevant', reason: 'other', text: 'Because' } });
  expect(deedWords(other)).toBe('SHOP-1 saved: Not relevant, “Because”');
  expect(deedWords(decided({ saved: [] }))).toBeUndefined();
});

test('undo is for the last thing that stands, and only where it can be put back', () => {
  const first = decided();
  expect(undoable([first, decided({ id: 2, phase: 'takenBack' })])).toBe(first);
  expect(undoable([first, decided({ id: 2, saved: [{ issueId: '1', previous: undefined }] })])).toBeUndefined();
  expect(canTakeBack(decided({ phase: 'takingBack' }))).toBe(false);
  // One story can be taken back while it is being saved, many not.
  expect(canTakeBack(decided({ phase: 'underWay', saved: [] }))).toBe(true);
  expect(canTakeBack(decided({ phase: 'underWay', saved: [], rows: rowsOf(2) }))).toBe(false);
  expect(manyUnderWay([decided({ phase: 'underWay', rows: rowsOf(2) })])).toBeDefined();
  expect(manyUnderWay([decided({ phase: 'underWay' })])).toBeUndefined();
});

test('the pace counts what was saved and stands', () => {
  const deeds = [
    decided({ at: 5 }),
    decided({ id: 2, at: 9, rows: rowsOf(3) }),
    decided({ id: 3, phase: 'takenBack' }),
    decided({ id: 4, phase: 'underWay', saved: [] }),
  ];
  expect(decisionsOf(deeds)).toEqual([
    { at: 5, stories: 1 },
    { at: 9, stories: 3 },
  ]);
});

test('refusals are grouped by why, the largest group first', () => {
  const [a, b, c] = [rowOf(1), rowOf(2), rowOf(3)];
  const groups = refusalGroups(
    [
      { issueId: a.id, error: { code: 'conflict' } },
      { issueId: b.id, error: { code: 'no-permission' } },
      { issueId: c.id, error: { code: 'no-permission' } },
      { issueId: '99', error: { code: 'no-permission' } },
    ],
    [a, b, c],
  );
  expect(groups).toEqual([
    { reason: 'No permission to edit:', rows: [b, c] },
    { reason: 'Assessed by somebody else meanwhile, nothing of theirs was overwritten:', rows: [a] },
  ]);
});

test('nobody is told that a lost answer was not saved, and Jira’s own words are repeated', () => {
  const row = rowOf(1);
  const why = (error: Parameters<typeof refusalGroups>[0][number]['error']) =>
    refusalGroups([{ issueId: row.id, error }], [row])[0]?.reason;
  expect(why({ code: 'jira-unavailable' })).toMatch(/may have been saved/);
  expect(why({ code: 'jira-refused', message: 'Summary is required.' })).toBe('Jira said: “Summary is required.”:');
});

test('the page’s address names tab and list, and anything else leads to the first tab', () => {
  expect(spotOf('/')).toEqual({ tab: 'overview', within: '' });
  expect(spotOf('/refinement/bypasses')).toEqual({ tab: 'refinement', within: 'bypasses' });
  expect(spotOf('/../admin')).toEqual({ tab: 'overview', within: '' });
  for (const path of ['/', '/refinement', '/refinement/bypasses']) expect(pathOf(spotOf(path))).toBe(path);
});

test('the project comes from the host, and is checked', () => {
  expect(placeOf({ project: { id: 10_000, key: 'SHOP' } })).toEqual({ projectId: '10000', projectKey: 'SHOP' });
  expect(placeOf({ project: { id: '1; x', key: 'SHOP' } })).toBeUndefined();
  expect(placeOf({})).toBeUndefined();
});

import fc from 'fast-check';
import { DEFAULT_BANDS } from '../../../src/domain/level';
import type { RiskRow } from '../../../src/reads/risk-board-view';
import {
  CHIPS,
  chipCounts,
  filtered,
  isFiltering,
  NO_FILTER,
  ownersOf,
  type BoardFilter,
} from '../../../static/app/src/modules/project-page/risks/filter';
import {
  cellKey,
  CELLS,
  heatMapOf,
  levelCountsOf,
  SCORE_KINDS,
  scoredKinds,
} from '../../../static/app/src/modules/project-page/risks/standing';
import { anyRisks, personOf, riskOf, scored } from './rows';

const BASIS = { bands: DEFAULT_BANDS, accountId: 'mara' };
const rows: readonly RiskRow[] = [
  riskOf(1, { summary: 'Größere Lücke', ...scored(5, 5), owner: personOf('Mara'), treatment: 'Mitigate' }),
  riskOf(2, { summary: 'Card data in logs', problems: ['noOwner', 'noEnabler', 'reviewOverdue'] }),
  riskOf(3, { summary: 'Old card reader', owner: personOf('Deniz'), problems: ['acceptanceExpired'] }),
  riskOf(4, {
    status: { name: 'Closed', category: 'done' },
    owner: personOf('Mara'),
    problems: ['reviewOverdue', 'closedWithOpenEnablers'],
  }),
];
const keys = (filter: Partial<BoardFilter>) => filtered(rows, { ...NO_FILTER, ...filter }, BASIS).map(({ key }) => key);

test.each([
  ['card', ['SHOP-2', 'SHOP-3']],
  ['  LOGS  card', ['SHOP-2']],
  ['shop-3', ['SHOP-3']],
  ['deniz', ['SHOP-3']],
  // Composed and decomposed letters are the same.
  ['gro\u0308ßere', ['SHOP-1']],
  ['nowhere', []],
])('the words “%s”', (words, found) => {
  expect(keys({ words })).toEqual(found);
});

test('each chip finds what needs somebody; a closed risk needs nobody', () => {
  expect(CHIPS.map((chip) => [chip, keys({ chip })])).toEqual([
    ['overdue', ['SHOP-2']],
    ['unowned', ['SHOP-2']],
    ['withoutEnabler', ['SHOP-2']],
    ['acceptanceEnding', ['SHOP-3']],
    ['allDone', []],
    ['mine', ['SHOP-1']],
  ]);
});

test('whose risks are “mine” nobody says where the host does not tell who looks', () => {
  expect(filtered(rows, { ...NO_FILTER, chip: 'mine' }, { ...BASIS, accountId: '' })).toEqual([]);
});

test('by owner, treatment, cell and level, and those that have none', () => {
  expect(keys({ owner: 'mara' })).toEqual(['SHOP-1', 'SHOP-4']);
  expect(keys({ owner: 'none' })).toEqual(['SHOP-2']);
  expect(keys({ treatment: 'Mitigate' })).toEqual(['SHOP-1']);
  expect(keys({ treatment: 'none' })).toEqual(['SHOP-2', 'SHOP-3', 'SHOP-4']);
  expect(keys({ spot: { kind: 'inherent', cell: { likelihood: 5, impact: 5 } } })).toEqual(['SHOP-1']);
  expect(keys({ spot: { kind: 'inherent', level: 'Critical' } })).toEqual(['SHOP-1']);
  expect(keys({ spot: { kind: 'residual', level: 'none' } })).toEqual(['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4']);
  expect(keys({ chip: 'overdue', words: 'reader' })).toEqual([]);
});

test('without a filter the rows are the very same', () => {
  expect(isFiltering({ ...NO_FILTER, words: '  ' })).toBe(false);
  expect(filtered(rows, { ...NO_FILTER, words: '  ' }, BASIS)).toBe(rows);
});

test('the owners to choose from are those that occur, by name', () => {
  const { owners, nobody } = ownersOf(rows);
  expect(owners.map(({ name, count }) => [name, count])).toEqual([
    ['Deniz', 1],
    ['Mara', 2],
  ]);
  expect(nobody).toBe(1);
});

test('the number on a chip is the number of rows it leaves', () => {
  fc.assert(
    fc.property(anyRisks, (any) => {
      const counts = chipCounts(any, 'mara');
      for (const chip of CHIPS) {
        expect(filtered(any, { ...NO_FILTER, chip }, BASIS)).toHaveLength(counts[chip]);
      }
    }),
  );
});

test('every risk stands in one cell or is not scored, and each cell’s number is the rows it leaves', () => {
  fc.assert(
    fc.property(anyRisks, fc.constantFrom(...SCORE_KINDS), (any, kind) => {
      const { cells, notScored } = heatMapOf(any, kind);
      expect([...cells.values()].reduce((sum, count) => sum + count, notScored)).toBe(any.length);
      for (const cell of CELLS) {
        const left = filtered(any, { ...NO_FILTER, spot: { kind, cell } }, BASIS);
        expect(left).toHaveLength(cells.get(cellKey(cell)) ?? 0);
      }
    }),
  );
});

test('every risk has one level or none, and each number is the rows it leaves', () => {
  fc.assert(
    fc.property(anyRisks, fc.constantFrom(...SCORE_KINDS), (any, kind) => {
      const counts = levelCountsOf(any, kind, DEFAULT_BANDS);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(any.length);
      for (const level of ['Low', 'Medium', 'High', 'Critical', 'none'] as const) {
        expect(filtered(any, { ...NO_FILTER, spot: { kind, level } }, BASIS)).toHaveLength(counts[level]);
      }
    }),
  );
});

test('a map needs both fields of its scores', () => {
  expect(scoredKinds({})).toEqual(['inherent', 'residual']);
  expect(scoredKinds({ missingFields: ['residualImpact'] })).toEqual(['inherent']);
  expect(scoredKinds({ missingFields: ['likelihood', 'residualImpact'] })).toEqual([]);
});

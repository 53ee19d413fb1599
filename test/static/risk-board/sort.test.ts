import fc from 'fast-check';
import { DEFAULT_BANDS } from '../../../src/domain/level';
import type { RiskRow } from '../../../src/reads/risk-board-view';
import { COLUMNS, type Column } from '../../../static/app/src/modules/project-page/risks/columns';
import { FIRST_ORDER, orderAfter, sorted, type Order } from '../../../static/app/src/modules/project-page/risks/sort';
import { anyRisks, personOf, riskOf, scored } from './rows';

const keys = (rows: readonly RiskRow[], by: Column, direction: Order['direction']) =>
  sorted(rows, { by, direction }, DEFAULT_BANDS).map(({ key }) => key);

test('the most severe first: level, then score, then impact; what is not scored last, of equals the older first', () => {
  const rows = [
    riskOf(1),
    riskOf(2, scored(2, 5)),
    riskOf(3, scored(5, 2)),
    riskOf(4, scored(4, 4)),
    riskOf(5, scored(5, 5)),
    riskOf(6, scored(2, 5)),
  ];
  expect(sorted(rows, FIRST_ORDER, DEFAULT_BANDS).map(({ key }) => key)).toEqual([
    'SHOP-5',
    'SHOP-4',
    'SHOP-2',
    'SHOP-6',
    'SHOP-3',
    'SHOP-1',
  ]);
});

test('the stored level goes before the score: another band holds for the one that was not recalculated yet', () => {
  const rows = [riskOf(1, scored(5, 5)), riskOf(2, { ...scored(1, 1), level: 'Critical' }), riskOf(3, scored(4, 4))];
  expect(keys(rows, 'inherent', 'descending')).toEqual(['SHOP-1', 'SHOP-2', 'SHOP-3']);
});

test('by review, owner, status, progress and age', () => {
  const rows = [
    riskOf(1, {
      nextReview: '2026-12-01',
      owner: personOf('Ziya'),
      statusKey: 'accepted',
      progress: { done: 1, inProgress: 0, toDo: 0 },
      created: '2026-01-01T00:00:00.000Z',
    }),
    riskOf(2, {
      nextReview: '2026-11-01',
      owner: personOf('Ärzte'),
      statusKey: 'identified',
      progress: { done: 1, inProgress: 0, toDo: 1 },
      created: '2026-03-01T00:00:00.000Z',
    }),
    riskOf(3, { statusKey: 'assessed', created: '2026-02-01T00:00:00.000Z' }),
  ];
  expect(keys(rows, 'nextReview', 'ascending')).toEqual(['SHOP-2', 'SHOP-1', 'SHOP-3']);
  expect(keys(rows, 'nextReview', 'descending')).toEqual(['SHOP-1', 'SHOP-2', 'SHOP-3']);
  expect(keys(rows, 'owner', 'ascending')).toEqual(['SHOP-2', 'SHOP-1', 'SHOP-3']);
  expect(keys(rows, 'status', 'ascending')).toEqual(['SHOP-2', 'SHOP-3', 'SHOP-1']);
  expect(keys(rows, 'enablers', 'ascending')).toEqual(['SHOP-2', 'SHOP-1', 'SHOP-3']);
  expect(keys(rows, 'age', 'descending')).toEqual(['SHOP-1', 'SHOP-3', 'SHOP-2']);
});

test('sorting loses and makes nothing, and the same again changes nothing', () => {
  fc.assert(
    fc.property(anyRisks, fc.constantFrom(...COLUMNS), fc.boolean(), (rows, by, up) => {
      const order: Order = { by, direction: up ? 'ascending' : 'descending' };
      const once = sorted(rows, order, DEFAULT_BANDS);
      expect(new Set(once)).toEqual(new Set(rows));
      expect(once).toHaveLength(rows.length);
      expect(sorted(once, order, DEFAULT_BANDS)).toEqual(once);
      // In whatever order they came.
      expect(sorted([...rows].reverse(), order, DEFAULT_BANDS)).toEqual(once);
    }),
  );
});

test('a header sorts by what is looked for first, and again the other way round', () => {
  const byReview = orderAfter(FIRST_ORDER, 'nextReview');
  expect(byReview).toEqual({ by: 'nextReview', direction: 'ascending' });
  expect(orderAfter(byReview, 'nextReview')).toEqual({ by: 'nextReview', direction: 'descending' });
  expect(orderAfter(byReview, 'age')).toEqual({ by: 'age', direction: 'descending' });
});

import fc from 'fast-check';
import {
  NO_PROGRESS,
  percentDone,
  pointProgressOf,
  progressOf,
  progressTotal,
  progressVerdict,
  STATUS_CATEGORIES,
} from '../../src/domain/progress';

const enabler = fc.record({ category: fc.constantFrom(...STATUS_CATEGORIES), dropped: fc.boolean() });

describe('progress of enablers', () => {
  test('counts each enabler once, and dropped ones never', () => {
    fc.assert(
      fc.property(fc.array(enabler), (enablers) => {
        const progress = progressOf(enablers);
        expect(progressTotal(progress)).toBe(enablers.filter(({ dropped }) => !dropped).length);
        expect(progressOf([...enablers].reverse())).toEqual(progress);
        expect(progressOf([...enablers, { category: 'done', dropped: true }])).toEqual(progress);
      }),
    );
  });

  test('a hundred percent is said exactly when all are done', () => {
    fc.assert(
      fc.property(fc.array(enabler), (enablers) => {
        const progress = progressOf(enablers);
        expect(percentDone(progress) === 100).toBe(progressVerdict(progress) === 'allDone');
        expect(percentDone(progress) === undefined).toBe(progressVerdict(progress) === 'noneLinked');
      }),
    );
  });

  test('no enabler is not the same as no progress', () => {
    expect(percentDone(NO_PROGRESS)).toBeUndefined();
    expect(percentDone({ done: 0, inProgress: 0, toDo: 3 })).toBe(0);
    expect(percentDone({ done: 18, inProgress: 7, toDo: 6 })).toBe(58);
    expect(percentDone({ done: 199, inProgress: 1, toDo: 0 })).toBe(99);
  });
});

describe('progress in points', () => {
  const estimated = fc.record({
    category: fc.constantFrom(...STATUS_CATEGORIES),
    dropped: fc.boolean(),
    points: fc.option(
      fc.integer({ min: 0, max: 40 }).map((halves) => halves / 2),
      { nil: undefined },
    ),
  });

  test('sums what counts, leaves out what was dropped, says how many have none', () => {
    expect(
      pointProgressOf([
        { category: 'done', dropped: false, points: 5 },
        { category: 'done', dropped: true, points: 13 },
        { category: 'inProgress', dropped: false, points: 2.5 },
        { category: 'toDo', dropped: false, points: 8 },
        { category: 'toDo', dropped: false, points: undefined },
      ]),
    ).toEqual({ done: 5, inProgress: 2.5, toDo: 8, unestimated: 1 });
  });

  test('of any enablers: never more than there is, never anything where nobody estimated', () => {
    fc.assert(
      fc.property(fc.array(estimated), (enablers) => {
        const points = pointProgressOf(enablers);
        const counted = enablers.filter(({ dropped }) => !dropped);
        const sum = counted.reduce((total, enabler) => total + (enabler.points ?? 0), 0);
        expect(points === undefined).toBe(sum === 0);
        if (points === undefined) return;
        expect(progressTotal(points)).toBe(sum);
        expect(points.unestimated).toBe(counted.filter((enabler) => enabler.points === undefined).length);
      }),
    );
  });

  test('sums of tenths stay tenths', () => {
    const tenths = [0.1, 0.2].map((points) => ({ category: 'done' as const, dropped: false, points }));
    expect(pointProgressOf(tenths)).toMatchObject({ done: 0.3 });
  });
});

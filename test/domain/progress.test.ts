import fc from 'fast-check';
import {
  NO_PROGRESS,
  percentDone,
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

import fc from 'fast-check';
import { daysAfter } from '../../src/domain/day';
import { compareLevels, LEVELS, type Level } from '../../src/domain/level';
import { DEFAULT_REVIEW_DAYS } from '../../src/domain/project-settings';
import { isOverdue, mayReviewOn, nextReviewAfter, nextReviewAfterScore } from '../../src/domain/review';
import { reviewRecordIn } from '../../src/domain/review-record';

const TODAY = '2026-11-20';
const day = fc.integer({ min: -800, max: 800 }).map((days) => daysAfter(TODAY, days));
const level = fc.constantFrom<Level>(...LEVELS);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const days = fc.integer({ min: 1, max: 365 });
const intervals = fc.record({ Low: days, Medium: days, High: days, Critical: days });

test.each([
  ['Critical', '2026-12-20'],
  ['High', '2027-01-19'],
  ['Medium', '2027-02-18'],
  ['Low', '2027-05-19'],
  [undefined, '2026-12-20'],
] as const)('%s is looked at again on %s', (its, next) => {
  expect(nextReviewAfter(TODAY, its, DEFAULT_REVIEW_DAYS)).toBe(next);
});

describe('after a score', () => {
  const after = (was: Level | undefined, now: Level, nextReview?: string) =>
    nextReviewAfterScore({ was, level: now, nextReview }, TODAY, DEFAULT_REVIEW_DAYS);

  test('it is set where there was none', () => {
    expect([after(undefined, 'High'), after('High', 'Low')]).toEqual(['2027-01-19', '2027-05-19']);
  });

  test('it comes nearer when the level gets worse, and never moves away', () => {
    expect(after('Low', 'Critical', '2027-05-01')).toBe('2026-12-20');
    expect(after('Critical', 'Low', '2026-12-01')).toBe('2026-12-01');
  });

  test('the same level again leaves a day that somebody chose', () => {
    expect(after('Critical', 'Critical', '2027-05-01')).toBe('2027-05-01');
  });

  test('of any risk: never later than it was, never later than the interval where it got worse, overdue stays', () => {
    fc.assert(
      fc.property(maybe(level), level, maybe(day), intervals, (was, now, nextReview, by) => {
        const next = nextReviewAfterScore({ was, level: now, nextReview }, TODAY, by);
        const interval = daysAfter(TODAY, by[now]);
        expect(next <= (nextReview ?? interval)).toBe(true);
        if (compareLevels(was, now) > 0) expect(next <= interval).toBe(true);
        if (isOverdue(nextReview, TODAY)) expect(next).toBe(nextReview);
        // Scored so a second time, nothing more changes.
        expect(nextReviewAfterScore({ was: now, level: now, nextReview: next }, TODAY, by)).toBe(next);
      }),
    );
  });
});

test('due today is not late, the day after it is', () => {
  expect([isOverdue(TODAY, TODAY), isOverdue('2026-11-19', TODAY), isOverdue(undefined, TODAY)]).toEqual([
    false,
    true,
    false,
  ]);
});

test('by hand from today for a year', () => {
  const asked = ['2026-11-19', '2026-11-20', '2027-11-20', '2027-11-21'];
  expect(asked.map((on) => mayReviewOn(on, TODAY))).toEqual([false, true, true, false]);
});

describe('what is kept of a review', () => {
  test('is read back as it was written', () => {
    const record = {
      version: 1,
      commentId: '10001',
      state: { level: 'High', residualLevel: 'Low', enablers: { done: 1, total: 3 } },
    };
    expect(reviewRecordIn(record)).toEqual(record);
    expect(reviewRecordIn({ ...record, note: 'more', state: { enablers: { done: 0, total: 0 } } })).toEqual({
      version: 1,
      commentId: '10001',
      state: { enablers: { done: 0, total: 0 } },
    });
  });

  test('anything that somebody else wrote there is none', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(reviewRecordIn(value)).toBeUndefined();
      }),
    );
    const state = { enablers: { done: 0, total: 1 } };
    for (const wrong of [
      { version: 2, commentId: '1', state },
      { version: 1, commentId: '../issue/1', state },
      { version: 1, commentId: '1', state: { enablers: { done: -1, total: 1 } } },
      { version: 1, commentId: '1', state: { enablers: { done: 0.5, total: 1 } } },
      { version: 1, commentId: '1' },
    ]) {
      expect(reviewRecordIn(wrong)).toBeUndefined();
    }
  });
});

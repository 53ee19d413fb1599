/**
 * Reviews: when somebody should look at a risk again. Pure; days are ISO days.
 */
import { daysAfter } from './day';
import { compareLevels, type Level } from './level';
import type { ProjectSettings } from './project-settings';

type Intervals = ProjectSettings['reviewDays'];

/** The next review of a risk that was looked at today. An unscored risk is looked at as often as a Critical one. */
export function nextReviewAfter(today: string, level: Level | undefined, intervals: Intervals): string {
  return daysAfter(today, intervals[level ?? 'Critical']);
}

export interface ScoredRisk {
  /** Before the score; none where it never had a whole one. */
  readonly was: Level | undefined;
  readonly level: Level;
  readonly nextReview: string | undefined;
}

/**
 * The next review of a risk that was just scored: set where there was none, nearer where the level got more severe and
 * its interval ends earlier, otherwise as it was. A score alone is no review, so it never moves away; an overdue review
 * stays overdue.
 */
export function nextReviewAfterScore(
  { was, level, nextReview }: ScoredRisk,
  today: string,
  intervals: Intervals,
): string {
  const byLevel = nextReviewAfter(today, level, intervals);
  if (nextReview === undefined) return byLevel;
  const worse = compareLevels(was, level) > 0;
  return worse && byLevel < nextReview ? byLevel : nextReview;
}

/** Overdue from the day after: a risk that is due today is not late. */
export function isOverdue(nextReview: string | undefined, today: string): boolean {
  return nextReview !== undefined && nextReview < today;
}

/** Due from the day itself on: what a review meeting walks through. A risk without a day is not: its first score sets one. */
export function isReviewDue(nextReview: string | undefined, today: string): boolean {
  return nextReview !== undefined && nextReview <= today;
}

/** Days until which a review can be put off by hand, counted from today; both ends belong to the range. */
export const REVIEW_BY_HAND = { least: 0, most: 365 } as const;

/** True for a day on which the next review may be put by hand, when a risk was just reviewed. */
export function mayReviewOn(day: string, today: string): boolean {
  return day >= daysAfter(today, REVIEW_BY_HAND.least) && day <= daysAfter(today, REVIEW_BY_HAND.most);
}

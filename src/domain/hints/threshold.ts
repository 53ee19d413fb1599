/**
 * From which total on there is a hint: the longer a text, the more of everything occurs in it. Pure.
 */

/**
 * `words` counts what summary and description say, up to and including; `beside` is asked for on top where the summary
 * says nothing of it, because details mention everything. Chosen by the mean F1 over the labelled sets for development:
 * one more or one less of any number in this file changes it by less than a thousandth, or makes it worse.
 */
const THRESHOLDS: readonly { readonly words: number; readonly total: number; readonly beside: number }[] = [
  { words: 40, total: 2, beside: 2 },
  { words: 80, total: 5, beside: 3 },
  { words: Infinity, total: 6, beside: 3 },
];

/** A summary that is explained needs more than one word of subject matter: "subscription" is in every title of a shop. */
const EXPLAINED = 3;

/** "Reset password", however long the description: what an issue's summary says outright is enough. */
const NAMED = 4;

/** What does not work, or is only looked into, is seldom a question of who may do what: more has to speak for it. */
const HELD_BACK = 2;

export interface Where {
  /** Any of the evidence stands in the summary. */
  readonly isInSummary: boolean;
  /** It stands there outright, no mere sign, nothing there speaks against it, and a description goes with it. */
  readonly isNamed: boolean;
  /** There is a description. */
  readonly isIssue: boolean;
  /** A fault or an inquiry (work.ts). */
  readonly isHeldBack: boolean;
}

/** @param words How many the story has. */
export function thresholdFor(words: number, { isInSummary, isNamed, isIssue, isHeldBack }: Where): number {
  const row = THRESHOLDS.find((one) => words <= one.words);
  if (row === undefined) return Infinity;
  const total = Math.max(row.total + (isInSummary ? 0 : row.beside), isIssue ? EXPLAINED : 0);
  if (isHeldBack) return total + HELD_BACK;
  return isNamed ? Math.min(total, NAMED) : total;
}

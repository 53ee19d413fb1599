/**
 * What is kept of the last review of a risk, in an issue property: which comment says it, and the numbers of that moment,
 * so that the next one sees what changed. No names and no text. Anybody who may edit the issue may also write it, so it
 * informs and is never trusted: who and when are those of the comment in Jira. Pure.
 */
import { isNumericId } from './identifiers';
import { isLevel, type Level } from './level';

/** Key of the issue property. */
export const REVIEW_PROPERTY = 'shift-up.review';

/** The numbers of one moment. */
export interface ReviewedState {
  readonly level?: Level;
  readonly residualLevel?: Level;
  /** Enablers that count, and how many of them were done, as far as the reviewer could see them. */
  readonly enablers: { readonly done: number; readonly total: number };
}

export interface ReviewRecord {
  readonly version: 1;
  readonly commentId: string;
  readonly state: ReviewedState;
}

/** A record as this version writes it; `undefined` for anything else. */
export function reviewRecordIn(value: unknown): ReviewRecord | undefined {
  if (!isRecord(value) || value.version !== 1 || !isNumericId(value.commentId) || !isRecord(value.state)) {
    return undefined;
  }
  const { level, residualLevel, enablers } = value.state;
  if (!isRecord(enablers) || !isCount(enablers.done) || !isCount(enablers.total)) return undefined;
  const state: ReviewedState = {
    ...(isLevel(level) ? { level } : {}),
    ...(isLevel(residualLevel) ? { residualLevel } : {}),
    enablers: { done: enablers.done, total: enablers.total },
  };
  return { version: 1, commentId: value.commentId, state };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What became another one since a review; only what did. */
export interface SinceReview {
  readonly level?: Change<Level | undefined>;
  readonly residualLevel?: Change<Level | undefined>;
  readonly enablers?: Change<ReviewedState['enablers']>;
}

interface Change<T> {
  readonly was: T;
  readonly is: T;
}

export function sinceReview(was: ReviewedState, is: ReviewedState): SinceReview {
  const sameEnablers = was.enablers.done === is.enablers.done && was.enablers.total === is.enablers.total;
  return {
    ...(was.level === is.level ? {} : { level: { was: was.level, is: is.level } }),
    ...(was.residualLevel === is.residualLevel
      ? {}
      : { residualLevel: { was: was.residualLevel, is: is.residualLevel } }),
    ...(sameEnablers ? {} : { enablers: { was: was.enablers, is: is.enablers } }),
  };
}

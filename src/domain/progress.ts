/**
 * Progress of enablers: done, in progress, to do, by count. Pure.
 */

/** Jira's three status categories. */
export const STATUS_CATEGORIES = ['toDo', 'inProgress', 'done'] as const;
export type StatusCategory = (typeof STATUS_CATEGORIES)[number];

export interface Progress {
  readonly done: number;
  readonly inProgress: number;
  readonly toDo: number;
}

/** What the progress of one enabler is decided from. */
export interface EnablerState {
  readonly category: StatusCategory;
  /** Ended without being done (won't do, duplicate …): named, never counted. */
  readonly dropped: boolean;
}

export const NO_PROGRESS: Progress = { done: 0, inProgress: 0, toDo: 0 };

/** Counts the enablers that were not dropped. */
export function progressOf(enablers: readonly EnablerState[]): Progress {
  const counted = enablers.filter((enabler) => !enabler.dropped);
  const count = (category: StatusCategory) => counted.filter((enabler) => enabler.category === category).length;
  return { done: count('done'), inProgress: count('inProgress'), toDo: count('toDo') };
}

/** An enabler with the story points of its board; `undefined` where nobody estimated it. */
export interface EstimatedEnabler extends EnablerState {
  readonly points: number | undefined;
}

/** Progress in story points, and how many enablers that count have none. */
export interface PointProgress extends Progress {
  readonly unestimated: number;
}

/**
 * Points of the enablers that were not dropped; `undefined` where none of them has any. A negative number is no estimate.
 */
export function pointProgressOf(enablers: readonly EstimatedEnabler[]): PointProgress | undefined {
  const counted = enablers.filter(({ dropped }) => !dropped);
  const estimated = counted.filter(({ points }) => points !== undefined && points >= 0);
  const total = (category: StatusCategory) => {
    const points = estimated.filter((enabler) => enabler.category === category).map((enabler) => enabler.points ?? 0);
    // Points may be halves and tenths; no more is shown of a sum.
    return Math.round(points.reduce((sum, each) => sum + each, 0) * 100) / 100;
  };
  const progress = { done: total('done'), inProgress: total('inProgress'), toDo: total('toDo') };
  if (progressTotal(progress) === 0) return undefined;
  return { ...progress, unestimated: counted.length - estimated.length };
}

/** All enablers that count. */
export function progressTotal(progress: Progress): number {
  return progress.done + progress.inProgress + progress.toDo;
}

/**
 * Whole percent done, rounded down so that 100 means all. `undefined` when nothing is linked:
 * no enabler is not the same as no progress.
 */
export function percentDone(progress: Progress): number | undefined {
  const total = progressTotal(progress);
  return total === 0 ? undefined : Math.floor((progress.done / total) * 100);
}

/** What the bar says in words. `allDone` asks somebody to verify; it never closes a risk. */
export type ProgressVerdict = 'noneLinked' | 'underWay' | 'allDone';

export function progressVerdict(progress: Progress): ProgressVerdict {
  const total = progressTotal(progress);
  if (total === 0) return 'noneLinked';
  return progress.done === total ? 'allDone' : 'underWay';
}

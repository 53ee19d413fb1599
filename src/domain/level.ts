/**
 * Risk level: likelihood (1–5) × impact (1–5), banded. Pure; no clock, no I/O.
 */

/** Levels in rising order of severity. The order is the one every list, bar and legend is sorted by. */
export const LEVELS = ['Low', 'Medium', 'High', 'Critical'] as const;
export type Level = (typeof LEVELS)[number];

/** A position on one axis of the matrix, as stored in the Likelihood and Impact fields. */
export const SCALE = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof SCALE)[number];

/** Where a risk stands on the matrix. */
export interface Score {
  readonly likelihood: Rating;
  readonly impact: Rating;
}

/** Lowest product of likelihood × impact that belongs to each level; anything below `Medium` is Low. */
export interface LevelBands {
  readonly Medium: number;
  readonly High: number;
  readonly Critical: number;
}

/** 1–4 Low, 5–9 Medium, 10–16 High, 17–25 Critical. */
export const DEFAULT_BANDS: LevelBands = { Medium: 5, High: 10, Critical: 17 };

/** True for 1, 2, 3, 4 and 5, and for nothing else. */
export function isRating(value: unknown): value is Rating {
  return typeof value === 'number' && (SCALE as readonly number[]).includes(value);
}

/** True for the name of a level, exactly as written in the Risk level field. */
export function isLevel(value: unknown): value is Level {
  return typeof value === 'string' && (LEVELS as readonly string[]).includes(value);
}

/** Likelihood × impact, 1 to 25. */
export function scoreValue(score: Score): number {
  return score.likelihood * score.impact;
}

/** The level of a score under the given bands. */
export function levelOf(score: Score, bands: LevelBands = DEFAULT_BANDS): Level {
  const value = scoreValue(score);
  if (value >= bands.Critical) return 'Critical';
  if (value >= bands.High) return 'High';
  if (value >= bands.Medium) return 'Medium';
  return 'Low';
}

/** True where every score has the same level by both. */
export function areSameBands(one: LevelBands, other: LevelBands): boolean {
  return one.Medium === other.Medium && one.High === other.High && one.Critical === other.Critical;
}

/** Sorts the more severe level first; an unscored risk (undefined) comes last. */
export function compareLevels(a: Level | undefined, b: Level | undefined): number {
  return rank(b) - rank(a);
}

function rank(level: Level | undefined): number {
  return level === undefined ? -1 : LEVELS.indexOf(level);
}

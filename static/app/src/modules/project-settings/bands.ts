/**
 * The borders between the levels as the form shows them: one number for each, the highest score that still belongs to
 * the lower level. Where the next level begins follows from it. Pure.
 */
import { LEVELS } from '../../../../../src/domain/level';
import type { Level, LevelBands } from '../../../../../src/domain/level';
import { numberOf } from './typed-number';

/** Likelihood × impact goes from 1 to 25. */
export const SCORE_MIN = 1;
export const SCORE_MAX = 25;

/** The levels that end at a border. */
export const BOUNDED = ['Low', 'Medium', 'High'] as const;
export type Bounded = (typeof BOUNDED)[number];

/** The highest score of each level but the last, as typed. */
export type UpTo = Readonly<Record<Bounded, string>>;

export function upToOf(bands: LevelBands): UpTo {
  return { Low: String(bands.Medium - 1), Medium: String(bands.High - 1), High: String(bands.Critical - 1) };
}

/** NaN for a border that is not a whole number. */
export function bandsOf(upTo: UpTo): LevelBands {
  return { Medium: numberOf(upTo.Low) + 1, High: numberOf(upTo.Medium) + 1, Critical: numberOf(upTo.High) + 1 };
}

export interface Range {
  readonly level: Level;
  /** Missing while the border below is no whole number. */
  readonly from: number | undefined;
  /** Missing while this border is no whole number. */
  readonly to: number | undefined;
}

/** From where to where each level goes, in rising order. */
export function rangesOf(upTo: UpTo): readonly Range[] {
  let from: number | undefined = SCORE_MIN;
  return LEVELS.map((level) => {
    const border = level === 'Critical' ? SCORE_MAX : numberOf(upTo[level]);
    const to = Number.isNaN(border) ? undefined : border;
    const range: Range = { level, from, to };
    from = to === undefined ? undefined : to + 1;
    return range;
  });
}

/** The only level without a border above it is the last. */
export function isBounded(level: Level): level is Bounded {
  return level !== 'Critical';
}

/** Whether every level has at least one score. */
export function isRising(upTo: UpTo): boolean {
  return rangesOf(upTo).every(({ from, to }) => from !== undefined && to !== undefined && from <= to);
}

export function sameBorders(one: UpTo, other: UpTo): boolean {
  return BOUNDED.every((level) => numberOf(one[level]) === numberOf(other[level]));
}

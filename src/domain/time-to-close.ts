/**
 * How long it takes to close a risk, beside how long those have been open that nobody closed: closing nothing must not
 * look good. Pure.
 */
import { LEVELS, type Level } from './level';
import type { LightState } from './light';

/** Closed risks below which a percentile says nothing. */
export const PERCENTILE_LEAST = 5;
/** How far back closed risks count, in days. */
export const CLOSED_WITHIN_DAYS = 90;

/** A risk that was closed. */
export interface ClosedRisk {
  readonly level: Level;
  /** ISO instants. */
  readonly created: string;
  readonly closed: string;
}

export interface ClosedOfLevel {
  /** The sample. */
  readonly count: number;
  /** Days; `undefined` where nothing was closed. */
  readonly median: number | undefined;
  /** Days; `undefined` below PERCENTILE_LEAST. */
  readonly percentile90: number | undefined;
}

const DAY_MS = 86_400_000;

/** Calendar days (UTC) from one instant to another; never below zero. */
export function daysBetween(from: string, to: string): number {
  const day = (instant: string) => Math.floor(new Date(instant).getTime() / DAY_MS);
  return Math.max(0, day(to) - day(from));
}

/** By level: how long the closed ones took. */
export function timesToClose(closed: readonly ClosedRisk[]): Readonly<Record<Level, ClosedOfLevel>> {
  const ofLevel = (level: Level): ClosedOfLevel => {
    const days = closed
      .filter((risk) => risk.level === level)
      .map((risk) => daysBetween(risk.created, risk.closed))
      .sort((a, b) => a - b);
    return {
      count: days.length,
      median: median(days),
      percentile90: days.length < PERCENTILE_LEAST ? undefined : nearestRank(days, 0.9),
    };
  };
  return Object.fromEntries(LEVELS.map((level) => [level, ofLevel(level)])) as Record<Level, ClosedOfLevel>;
}

/** Of ascending numbers; between the two in the middle of an even count. */
function median(sorted: readonly number[]): number | undefined {
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** The smallest of ascending numbers that so large a share of them does not exceed: always one that was seen. */
function nearestRank(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.ceil(sorted.length * share) - 1];
}

/** One level as the light looks at it. */
export interface LevelStanding {
  readonly closed: number;
  readonly open: number;
  /** Days; `undefined` where nothing was closed. */
  readonly median: number | undefined;
  /** Age in days of the oldest open one; `undefined` where none is open. */
  readonly oldest: number | undefined;
  /** Days. */
  readonly target: number;
}

export interface CloseVerdict {
  readonly light: LightState;
  /** What decided it: the most severe level that is late, and whether by what is open or by what was closed. */
  readonly because: { readonly level: Level; readonly by: 'oldest' | 'median' } | undefined;
}

/**
 * The light over time to close; the first line that fits counts.
 *
 * | Light     | When                                                          |
 * | --------- | ------------------------------------------------------------- |
 * | `noData`  | nothing was closed lately and nothing is open                 |
 * | `actNow`  | a Critical risk has been open for longer than its target      |
 * | `watch`   | another one has been, or a level's median is above its target |
 * | `onTrack` | else                                                          |
 */
export function closeVerdict(levels: Readonly<Record<Level, LevelStanding>>): CloseVerdict {
  if (LEVELS.every((level) => levels[level].closed === 0 && levels[level].open === 0)) {
    return { light: 'noData', because: undefined };
  }
  const bySeverity = [...LEVELS].reverse();
  const late = (by: 'oldest' | 'median') => bySeverity.find((level) => (levels[level][by] ?? 0) > levels[level].target);
  const [open, closed] = [late('oldest'), late('median')];
  if (open !== undefined) {
    return { light: open === 'Critical' ? 'actNow' : 'watch', because: { level: open, by: 'oldest' } };
  }
  if (closed !== undefined) return { light: 'watch', because: { level: closed, by: 'median' } };
  return { light: 'onTrack', because: undefined };
}

/**
 * The line of a trend as places in a box, and what it leaves out. Pure.
 */
import type { openRisksTogether } from '../../../../../src/domain/trend';

export type TrendSeries = ReturnType<typeof openRisksTogether>;

/** `x` and `y` from 0 to 1; `y` 0 is the top. */
export interface TrendPoint {
  readonly day: string;
  readonly open: number;
  readonly x: number;
  readonly y: number;
}

/** Days between two points on which nothing was counted. */
export interface TrendGap {
  readonly fromDay: string;
  readonly toDay: string;
  /** Where the line ends and where it goes on. */
  readonly fromX: number;
  readonly toX: number;
}

export interface TrendPicture {
  /** Stretches without a gap, each of at least one point. */
  readonly lines: readonly (readonly TrendPoint[])[];
  readonly gaps: readonly TrendGap[];
  readonly first: TrendPoint;
  readonly last: TrendPoint;
  readonly most: number;
  readonly least: number;
}

/**
 * `undefined` where there is no day at all. Days ascend, no day twice.
 * @param today today may not be counted yet; where yesterday was not either, the line ends in a gap.
 */
export function trendPicture({ days }: TrendSeries, today: string): TrendPicture | undefined {
  const [begin] = days;
  const counted = days.at(-1);
  if (begin === undefined || counted === undefined) return undefined;
  const end = { day: dayAt(Math.max(dayNumber(counted.day), dayNumber(today) - 1)) };
  const all = days.map(({ open }) => open);
  const [most, least] = [Math.max(...all), Math.min(...all)];
  const span = dayNumber(end.day) - dayNumber(begin.day);
  const points = days.map(({ day, open }): TrendPoint => {
    return {
      day,
      open,
      x: span === 0 ? 1 : (dayNumber(day) - dayNumber(begin.day)) / span,
      // The axis does not begin at zero, so that small changes are seen; the line is never filled below.
      y: most === least ? 0.5 : (most - open) / (most - least),
    };
  });
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const lines: TrendPoint[][] = [];
  const gaps: TrendGap[] = [];
  for (const point of points) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line !== undefined && before !== undefined && dayNumber(point.day) - dayNumber(before.day) === 1) {
      line.push(point);
      continue;
    }
    if (before !== undefined) {
      gaps.push({
        fromDay: dayAt(dayNumber(before.day) + 1),
        toDay: dayAt(dayNumber(point.day) - 1),
        fromX: before.x,
        toX: point.x,
      });
    }
    lines.push([point]);
  }
  if (last.day < end.day) {
    gaps.push({ fromDay: dayAt(dayNumber(last.day) + 1), toDay: end.day, fromX: last.x, toX: 1 });
  }
  return { lines, gaps, first, last, most, least };
}

const DAY_MS = 86_400_000;

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function dayAt(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

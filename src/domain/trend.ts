/**
 * The history of a project in counts: one entry for each UTC day on which it was counted. Counts only: nothing in it
 * names an issue or a person. Pure.
 */
import { daysAfter } from './day';
import { LEVELS, type Level } from './level';

/** What was counted on a day, over all issues of the project. */
export interface DayCounts {
  /** Open security risks by level. */
  readonly open: Readonly<Record<Level, number>>;
  /** Open security risks without a level. */
  readonly unscored: number;
  readonly overdueReview: number;
  readonly unowned: number;
  readonly withoutEnabler: number;
  readonly enablers: { readonly done: number; readonly inProgress: number; readonly toDo: number };
  /** Open stories, and those of them whose relevance is assessed. */
  readonly stories: { readonly all: number; readonly assessed: number };
  readonly bypasses: number;
}

/** A day before the history began, from the dates that Jira keeps on issues. Levels of that day are not known. */
export interface RebuiltCounts {
  readonly openRisks: number;
  readonly created: number;
  readonly closed: number;
}

/** A day that is missing was missed: a gap, not a zero. */
export type TrendDay = CountedDay | RebuiltDay;
export interface CountedDay {
  readonly day: string;
  readonly kind: 'counted';
  readonly counts: DayCounts;
}
export interface RebuiltDay {
  readonly day: string;
  readonly kind: 'rebuilt';
  readonly counts: RebuiltCounts;
}

export interface Trend {
  readonly projectId: string;
  /** ISO day (UTC) of the first count; `undefined` before it. */
  readonly since: string | undefined;
  /** Ascending, no day twice. */
  readonly days: readonly TrendDay[];
}

/** The longest look back. */
export const TREND_DAYS_MOST = 400;

/** The first of so many days of which `today` is the last. */
export function firstOfDays(today: string, days: number): string {
  return daysAfter(today, 1 - days);
}

/** Open security risks on a day, with a level or without. */
export function openRisksOn(day: TrendDay): number {
  if (day.kind === 'rebuilt') return day.counts.openRisks;
  const { open, unscored } = day.counts;
  return LEVELS.reduce((sum, level) => sum + open[level], unscored);
}

/**
 * What was counted and what was reconstructed as one line. A reconstructed day counts only before the history began: it
 * stands for no day that was missed later.
 * @param from the first day that is asked for.
 * @param today the last one.
 */
export function trendOf(
  projectId: string,
  since: string | undefined,
  counted: readonly CountedDay[],
  rebuilt: readonly RebuiltDay[],
  { from, today }: { readonly from: string; readonly today: string },
): Trend {
  const before = rebuilt.filter(({ day }) => since === undefined || day < since);
  const days = [...before, ...counted]
    .filter(({ day }) => day >= from && day <= today)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  return { projectId, since, days };
}

/** Open risks of several projects together on one day. */
export interface OpenRisks {
  readonly day: string;
  readonly open: number;
  /** By level; missing where one of the projects has a reconstructed day. */
  readonly byLevel?: Readonly<Record<Level, number>>;
}

/**
 * The open risks of all these projects together. A day on which one of them is not known is a gap: a sum of fewer would
 * look as if risks had been closed.
 */
export function openRisksTogether(trends: readonly Trend[]): {
  /** From then on all of them were counted; `undefined` while one of them never was. */
  readonly since: string | undefined;
  readonly days: readonly OpenRisks[];
} {
  const [first, ...others] = trends.map(({ days }) => new Map(days.map((day) => [day.day, day])));
  if (first === undefined) return { since: undefined, days: [] };
  const days = [...first.values()].flatMap((day) => {
    const all = [day, ...others.map((other) => other.get(day.day))];
    return all.every((one) => one !== undefined) ? [sumOf(day.day, all)] : [];
  });
  const begins = trends.map(({ since }) => since);
  const since = begins.every((begin) => begin !== undefined) ? [...begins].sort().at(-1) : undefined;
  return { since, days };
}

function sumOf(day: string, all: readonly TrendDay[]): OpenRisks {
  const open = all.reduce((sum, one) => sum + openRisksOn(one), 0);
  const counted = all.filter((one) => one.kind === 'counted');
  if (counted.length < all.length) return { day, open };
  const ofLevel = (level: Level) => counted.reduce((sum, { counts }) => sum + counts.open[level], 0);
  return {
    day,
    open,
    byLevel: {
      Low: ofLevel('Low'),
      Medium: ofLevel('Medium'),
      High: ofLevel('High'),
      Critical: ofLevel('Critical'),
    },
  };
}

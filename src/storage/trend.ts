/**
 * The history of each project: one value a project and year with what was counted, and one with what was reconstructed of
 * the days before. Each has one writer: counting never touches what was reconstructed, and the other way round.
 *
 * A counted day is a row of numbers, so that a year (366 of them, some 25 KB) stays far below what one value holds.
 * Values are read one by one: Forge allows 45 batches a minute for the whole app.
 */
import * as v from 'valibot';
import { daysAfter, isIsoDay } from '../domain/day';
import type { CountedDay, DayCounts, RebuiltCounts, RebuiltDay } from '../domain/trend';
import { DamagedValueError, keyOfId, readValue, removeValue, writeValue, type Entry } from './kvs';

const isoDay = v.pipe(
  v.string(),
  v.check((text) => isIsoDay(text)),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const row = v.object({
  /** Low, Medium, High, Critical, unscored. */
  open: v.tuple([count, count, count, count, count]),
  /** Overdue review, unowned, without enabler. */
  attention: v.tuple([count, count, count]),
  /** Done, in progress, to do. */
  enablers: v.tuple([count, count, count]),
  /** Open, assessed, bypasses. */
  stories: v.tuple([count, count, count]),
});
type Row = v.InferOutput<typeof row>;

interface CountedYear {
  readonly version: 1;
  /** The day of the first count of all, in whichever year. */
  readonly since: string;
  readonly days: Readonly<Record<string, Row>>;
}

const countedYear: v.GenericSchema<unknown, CountedYear> = v.object({
  version: v.literal(1),
  since: isoDay,
  days: v.record(isoDay, row),
});

/** @throws RangeError for what is no day. */
function yearOf(day: string): number {
  if (!isIsoDay(day)) throw new RangeError('not a day');
  return Number(day.slice(0, 4));
}

function yearEntry(projectId: string, year: number): Entry<CountedYear> {
  return { key: `${keyOfId('trend', projectId)}:${year}`, schema: countedYear };
}

interface Rebuilt {
  readonly version: 1;
  /** The day of the first row; the others follow day by day. */
  readonly from: string;
  /** Open, created, closed; `null` for a day that could not be known. */
  readonly days: readonly (readonly [number, number, number] | null)[];
}

const rebuiltSchema: v.GenericSchema<unknown, Rebuilt> = v.object({
  version: v.literal(1),
  from: isoDay,
  days: v.array(v.nullable(v.tuple([count, count, count]))),
});

function rebuiltEntry(projectId: string): Entry<Rebuilt> {
  return { key: keyOfId('trend-before', projectId), schema: rebuiltSchema };
}

/** What is kept of one project; days in no order. */
export interface KeptTrend {
  readonly since: string | undefined;
  readonly counted: readonly CountedDay[];
  readonly rebuilt: readonly RebuiltDay[];
}

/**
 * What is kept of a project in the years of these days, and what was reconstructed. What cannot be read is left out.
 * @param from the first day.
 * @param today the last one.
 */
export async function readKeptTrend(
  projectId: string,
  { from, today }: { readonly from: string; readonly today: string },
): Promise<KeptTrend> {
  const first = yearOf(from);
  const years = Array.from({ length: yearOf(today) - first + 1 }, (_, index) => first + index);
  const [rebuilt, ...counted] = await Promise.all([
    orNothing(rebuiltEntry(projectId)),
    ...years.map((year) => orNothing(yearEntry(projectId, year))),
  ]);
  const found = counted.filter((year) => year !== undefined);
  return {
    since: found.at(-1)?.since,
    counted: found.flatMap(({ days }) => Object.entries(days).map(([day, numbers]) => countedDay(day, numbers))),
    rebuilt: rebuilt === undefined ? [] : rebuiltDays(rebuilt),
  };
}

async function orNothing<T>(entry: Entry<T>): Promise<T | undefined> {
  try {
    return await readValue(entry);
  } catch (error) {
    if (error instanceof DamagedValueError) return undefined;
    throw error;
  }
}

/** @throws DamagedValueError */
export async function isCounted(projectId: string, day: string): Promise<boolean> {
  const year = await readValue(yearEntry(projectId, yearOf(day)));
  return year !== undefined && Object.hasOwn(year.days, day);
}

/** The day of the first count of a project that was counted this year or the year before. */
export async function countedSince(projectId: string, today: string): Promise<string | undefined> {
  const year = yearOf(today);
  const [now, before] = await Promise.all([
    orNothing(yearEntry(projectId, year)),
    orNothing(yearEntry(projectId, year - 1)),
  ]);
  return (now ?? before)?.since;
}

/**
 * Keeps a day. Only for whoever has the turn of counting. A day that is there stays as it is.
 * @returns whether it was written.
 * @throws DamagedValueError; the value is left as it is.
 */
export async function writeCounted(projectId: string, day: string, counts: DayCounts): Promise<boolean> {
  const entry = yearEntry(projectId, yearOf(day));
  const year = await readValue(entry);
  if (year !== undefined && Object.hasOwn(year.days, day)) return false;
  const since = year?.since ?? (await readValue(yearEntry(projectId, yearOf(day) - 1)))?.since ?? day;
  await writeValue(entry, { version: 1, since, days: { ...year?.days, [day]: rowOf(counts) } });
  return true;
}

/** Keeps what was reconstructed, in the place of what was before. Only for whoever has the turn of reconstructing. */
export async function writeRebuilt(
  projectId: string,
  from: string,
  days: readonly (RebuiltCounts | undefined)[],
): Promise<void> {
  yearOf(from);
  await writeValue(rebuiltEntry(projectId), {
    version: 1,
    from,
    days: days.map((counts) =>
      counts === undefined ? null : ([counts.openRisks, counts.created, counts.closed] as const),
    ),
  });
}

/** The oldest year of which anything can be kept: the app is not older. */
const FIRST_YEAR = 2026;

/** Forgets the history of a project. @param today ISO day. */
export async function removeTrend(projectId: string, today: string): Promise<void> {
  // A year more: another function may already live in the next one.
  const last = yearOf(today) + 1;
  const years = Array.from({ length: Math.max(0, last - FIRST_YEAR + 1) }, (_, index) => FIRST_YEAR + index);
  await Promise.all([
    removeValue(rebuiltEntry(projectId)),
    ...years.map((year) => removeValue(yearEntry(projectId, year))),
  ]);
}

function countedDay(day: string, { open, attention, enablers, stories }: Row): CountedDay {
  const [Low, Medium, High, Critical, unscored] = open;
  const [overdueReview, unowned, withoutEnabler] = attention;
  const [done, inProgress, toDo] = enablers;
  const [all, assessed, bypasses] = stories;
  const counts: DayCounts = {
    open: { Low, Medium, High, Critical },
    unscored,
    overdueReview,
    unowned,
    withoutEnabler,
    enablers: { done, inProgress, toDo },
    stories: { all, assessed },
    bypasses,
  };
  return { day, kind: 'counted', counts };
}

function rowOf({ open, enablers, stories, ...counts }: DayCounts): Row {
  return {
    open: [open.Low, open.Medium, open.High, open.Critical, counts.unscored],
    attention: [counts.overdueReview, counts.unowned, counts.withoutEnabler],
    enablers: [enablers.done, enablers.inProgress, enablers.toDo],
    stories: [stories.all, stories.assessed, counts.bypasses],
  };
}

function rebuiltDays({ from, days }: Rebuilt): readonly RebuiltDay[] {
  return days.flatMap((numbers, index): RebuiltDay[] => {
    if (numbers === null) return [];
    const [openRisks, created, closed] = numbers;
    return [{ day: daysAfter(from, index), kind: 'rebuilt', counts: { openRisks, created, closed } }];
  });
}

/**
 * How often which operation failed with which code, day by day: no id, no text, nobody's name.
 *
 * One value for each operation and code, so that two operations that fail at the same moment do not overwrite each other;
 * the app has some eighty operations and fourteen codes, of which few ever meet, and Forge forgets a value nine days after
 * its last failure. A minute counts once: a failure costs one read, and a write only where it is the first of its minute,
 * so that a thousand failures a minute are a thousand reads and a handful of writes (of those that read at the same
 * moment). Forge has no counter that only counts up; a count that another write overtakes is lost, and the next minute
 * counts again.
 */
import * as v from 'valibot';
import type { ErrorCode } from '../contract/result';
import { isIsoDay } from '../domain/day';
import { errorCode } from './error-code';
import { DamagedValueError, listValues, readValue, writeValue, type Entry } from './kvs';

const LIFETIME = { days: 9 };
/** Days that are kept, today included. */
const DAYS = 7;
const DAY = 24 * 3_600_000;
const MINUTE = 60_000;
const PREFIX = 'error:';
/** Names of operations, events and jobs; nothing that came from outside. */
const OPERATION = /^[A-Za-z]{1,40}$/;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

export interface ErrorCount {
  readonly version: 1;
  readonly operation: string;
  readonly code: ErrorCode;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
  /** By ISO day in UTC: minutes in which it happened. */
  readonly days: Readonly<Record<string, number>>;
}

const schema: v.GenericSchema<unknown, ErrorCount> = v.object({
  version: v.literal(1),
  operation: v.pipe(v.string(), v.regex(OPERATION)),
  code: errorCode,
  lastAt: whole,
  days: v.record(
    v.pipe(
      v.string(),
      v.check((text) => isIsoDay(text)),
    ),
    whole,
  ),
});

function entry(operation: string, code: ErrorCode): Entry<ErrorCount> {
  if (!OPERATION.test(operation)) throw new RangeError('not the name of an operation');
  return { key: `${PREFIX}${operation}:${code}`, schema };
}

/** Counts one failure. @throws what the storage throws */
export async function countError(operation: string, code: ErrorCode, now: Date): Promise<void> {
  const place = entry(operation, code);
  const before = await readable(place);
  const at = now.getTime();
  if (before !== undefined && Math.floor(before.lastAt / MINUTE) === Math.floor(at / MINUTE)) return;
  const today = dayOf(at);
  const days = { ...kept(before?.days ?? {}, at), [today]: (before?.days[today] ?? 0) + 1 };
  await writeValue(place, { version: 1, operation, code, lastAt: at, days }, LIFETIME);
}

/** What cannot be read begins anew. */
async function readable(place: Entry<ErrorCount>): Promise<ErrorCount | undefined> {
  try {
    return await readValue(place);
  } catch (error) {
    if (error instanceof DamagedValueError) return undefined;
    throw error;
  }
}

/** Those of the last seven days, with the days of these only; at most a hundred. May miss the last seconds. */
export async function readErrorCounts(now: Date): Promise<readonly ErrorCount[]> {
  const counts = await listValues(PREFIX, schema);
  return counts
    .map((count) => ({ ...count, days: kept(count.days, now.getTime()) }))
    .filter(({ days }) => Object.keys(days).length > 0);
}

function kept(days: ErrorCount['days'], now: number): ErrorCount['days'] {
  const first = dayOf(now - (DAYS - 1) * DAY);
  return Object.fromEntries(Object.entries(days).filter(([day]) => day >= first));
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

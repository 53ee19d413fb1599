/**
 * How far the counting of a day is.
 */
import * as v from 'valibot';
import type { ErrorCode } from '../contract/result';
import { isIsoDay } from '../domain/day';
import { errorCode } from './error-code';
import { readProgress, writeValue, type Entry } from './kvs';

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

export interface SnapshotRun {
  readonly version: 1;
  /** ISO day in UTC. */
  readonly day: string;
  /** Stopped: the next hour goes on with it. */
  readonly state: 'running' | 'stopped' | 'done';
  /** The turn that may write this next, or has it (lease.ts). */
  readonly turn: number;
  /** Milliseconds since 1970: when it was last heard of. */
  readonly movedAt: number;
  /** How often Jira asked it to wait. */
  readonly pauses: number;
  /** The last project that was seen to; the next job goes on behind it. */
  readonly after?: string;
  /** Projects for which Jira was not to be reached. */
  readonly left: readonly string[];
  /** Of a run that is done: every project that was seen to. */
  readonly seen?: readonly string[];
  /** Milliseconds since 1970; earlier versions did not keep it. */
  readonly startedAt?: number;
  /** What went wrong last while it ran. */
  readonly code?: ErrorCode;
}

const RUN: Entry<SnapshotRun> = {
  key: 'snapshot-run',
  schema: v.object({
    version: v.literal(1),
    day: v.pipe(
      v.string(),
      v.check((text) => isIsoDay(text)),
    ),
    state: v.picklist(['running', 'stopped', 'done']),
    turn: v.pipe(whole, v.minValue(1)),
    movedAt: whole,
    pauses: whole,
    after: v.exactOptional(id),
    left: v.array(id),
    seen: v.exactOptional(v.array(id)),
    startedAt: v.exactOptional(whole),
    code: v.exactOptional(errorCode),
  }),
};

/** The one under way, or the last one. One that cannot be read is none: what was counted is not counted again. */
export async function readSnapshotRun(): Promise<SnapshotRun | undefined> {
  return readProgress(RUN);
}

export async function writeSnapshotRun(run: SnapshotRun): Promise<void> {
  return writeValue(RUN, run);
}

/**
 * How the last run of each schedule went. Each keeps its own progress (reconcile-run.ts, digest.ts, snapshot-run.ts); here
 * they are brought to one shape. Four values.
 */
import type { ErrorCode } from '../contract/result';
import type { Schedule } from '../domain/schedule';
import { readDigestRun, type DigestRun } from './digest';
import { readReconcileEnd, readReconcileRun, type ReconcileEnd, type ReconcileRun } from './reconcile-run';
import { readSnapshotRun, type SnapshotRun } from './snapshot-run';

/** Instants in milliseconds since 1970. */
export interface ScheduleRun {
  /** Missing for a run of an earlier version of the app. */
  readonly startedAt?: number;
  /** When it was last heard of; of a run that is not under way: when it ended. */
  readonly movedAt: number;
  readonly state: 'running' | 'done' | 'stopped';
  readonly code?: ErrorCode;
  /** Projects that it has to come back to. */
  readonly left?: number;
}

/** `undefined` for what never ran. */
export type ScheduleRuns = Readonly<Record<Schedule, ScheduleRun | undefined>>;

/** How a value is read that may be unreadable. */
export type Reader = <T>(read: () => Promise<T>) => Promise<T | undefined>;

/** @param legible answers `undefined` for what is stored and cannot be read. */
export async function readScheduleRuns(legible: Reader): Promise<ScheduleRuns> {
  const [run, end, digest, snapshot] = await Promise.all([
    legible(readReconcileRun),
    legible(readReconcileEnd),
    legible(readDigestRun),
    legible(readSnapshotRun),
  ]);
  return {
    reconcile: run === undefined ? end && ofEnd(end) : ofReconcile(run),
    digest: digest && ofDay(digest),
    snapshot: snapshot && ofDay(snapshot),
  };
}

function ofReconcile({ startedAt, movedAt, code }: ReconcileRun): ScheduleRun {
  return { startedAt, movedAt, state: 'running', ...(code === undefined ? {} : { code }) };
}

function ofEnd({ startedAt, endedAt, state, code }: ReconcileEnd): ScheduleRun {
  return { startedAt, movedAt: endedAt, state, ...(code === undefined ? {} : { code }) };
}

function ofDay(run: DigestRun | SnapshotRun): ScheduleRun {
  const { startedAt, movedAt, state, code } = run;
  const left = 'left' in run ? run.left.length : 0;
  return {
    movedAt,
    state,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(code === undefined ? {} : { code }),
    ...(left === 0 ? {} : { left }),
  };
}

/**
 * How far the reconcile is: the run that is under way, and up to when each project was looked at.
 */
import * as v from 'valibot';
import type { ErrorCode } from '../contract/result';
import { errorCode } from './error-code';
import { keyOfId, readProgress, removeValue, writeValue, type Entry } from './kvs';

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Milliseconds since 1970. */
const instant = whole;

/** Where the next job goes on. */
export interface ReconcilePlace {
  readonly projectId: string;
  /** Which of the project's searches. */
  readonly search: number;
  /** Jira's own, of a page; lives for seven days. */
  readonly token?: string;
}

export interface ReconcileRun {
  readonly version: 1;
  readonly id: string;
  /** Each job of the run has one; see lease.ts. */
  readonly turn: number;
  readonly startedAt: number;
  /** When it was last heard of. */
  readonly movedAt: number;
  /** How often Jira asked it to wait. */
  readonly pauses: number;
  readonly place?: ReconcilePlace;
  /** What went wrong last while it ran. */
  readonly code?: ErrorCode;
}

const runSchema: v.GenericSchema<unknown, ReconcileRun> = v.object({
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  turn: v.pipe(whole, v.minValue(1)),
  startedAt: instant,
  movedAt: instant,
  pauses: whole,
  place: v.exactOptional(
    v.object({ projectId: id, search: whole, token: v.exactOptional(v.pipe(v.string(), v.maxLength(20_000))) }),
  ),
  code: v.exactOptional(errorCode),
});

const RUN: Entry<ReconcileRun> = { key: 'reconcile-run', schema: runSchema };

/** `undefined` while none is under way. */
export async function readReconcileRun(): Promise<ReconcileRun | undefined> {
  return readProgress(RUN);
}

export async function writeReconcileRun(run: ReconcileRun): Promise<void> {
  return writeValue(RUN, run);
}

export async function removeReconcileRun(): Promise<void> {
  return removeValue(RUN);
}

/** The last run that ended. */
export interface ReconcileEnd {
  readonly version: 1;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Stopped: Jira asked to wait for too long; the next hour begins where this one did. */
  readonly state: 'done' | 'stopped';
  readonly code?: ErrorCode;
}

const END: Entry<ReconcileEnd> = {
  key: 'reconcile-last',
  schema: v.object({
    version: v.literal(1),
    startedAt: instant,
    endedAt: instant,
    state: v.picklist(['done', 'stopped']),
    code: v.exactOptional(errorCode),
  }),
};

/** For those who want to know how it went; nothing hangs on it. */
export async function readReconcileEnd(): Promise<ReconcileEnd | undefined> {
  return readProgress(END);
}

/** Notes how a run ended, and that none is under way. */
export async function endReconcileRun(
  { startedAt, code }: Pick<ReconcileRun, 'startedAt' | 'code'>,
  state: ReconcileEnd['state'],
  endedAt: number,
): Promise<void> {
  await writeValue(END, { version: 1, startedAt, endedAt, state, ...(code === undefined ? {} : { code }) });
  await removeReconcileRun();
}

/** What the last completed look at one project was. */
export interface Reconciled {
  readonly version: 1;
  /** Every change up to then was looked at. */
  readonly through: number;
  /** Of the settings that held. */
  readonly revision: number;
  /** When everything was looked at, and not only what had changed. */
  readonly everythingAt: number;
}

const reconciledSchema: v.GenericSchema<unknown, Reconciled> = v.object({
  version: v.literal(1),
  through: instant,
  revision: whole,
  everythingAt: instant,
});

function reconciledEntry(projectId: string): Entry<Reconciled> {
  return { key: keyOfId('reconciled', projectId), schema: reconciledSchema };
}

/** `undefined` for a project that was never looked at. */
export async function readReconciled(projectId: string): Promise<Reconciled | undefined> {
  return readProgress(reconciledEntry(projectId));
}

export async function writeReconciled(projectId: string, reconciled: Reconciled): Promise<void> {
  return writeValue(reconciledEntry(projectId), reconciled);
}

/** A project that is added again is looked at as if for the first time. */
export async function removeReconciled(projectId: string): Promise<void> {
  return removeValue(reconciledEntry(projectId));
}

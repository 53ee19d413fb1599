/**
 * Which day's digests were sent, and that each was sent once. Nobody is named: a digest is known by the first of its risks.
 */
import * as v from 'valibot';
import type { ErrorCode } from '../contract/result';
import { errorCode } from './error-code';
import { createValue, keyOfId, readProgress, removeValue, writeValue, type Entry } from './kvs';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

export interface DigestRun {
  readonly version: 1;
  /** ISO day in UTC. */
  readonly day: string;
  readonly state: 'running' | 'done';
  /** The turn that may write this next, or has it (lease.ts). */
  readonly turn: number;
  /** Milliseconds since 1970: when it was last heard of. */
  readonly movedAt: number;
  /** How often Jira asked it to wait. */
  readonly pauses: number;
  /** The first risk of the last digest that was seen to; the next job goes on behind it. */
  readonly after?: string;
  /** Milliseconds since 1970; earlier versions did not keep it. */
  readonly startedAt?: number;
  /** What went wrong last while it ran. */
  readonly code?: ErrorCode;
}

const RUN: Entry<DigestRun> = {
  key: 'digest-run',
  schema: v.object({
    version: v.literal(1),
    day,
    state: v.picklist(['running', 'done']),
    turn: v.pipe(whole, v.minValue(1)),
    movedAt: whole,
    pauses: whole,
    after: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,19}$/))),
    startedAt: v.exactOptional(whole),
    code: v.exactOptional(errorCode),
  }),
};

/** The one under way, or the last one. One that cannot be read is none: what was sent is not sent again. */
export async function readDigestRun(): Promise<DigestRun | undefined> {
  return readProgress(RUN);
}

export async function writeDigestRun(run: DigestRun): Promise<void> {
  return writeValue(RUN, run);
}

/** Longer than a day, so that it is there as long as its day. */
const LIFETIME = { days: 3 };

function sentEntry(ofDay: string, riskId: string): Entry<true> {
  return { key: keyOfId(`digest:${v.parse(day, ofDay)}`, riskId), schema: v.literal(true) };
}

/** @returns true for exactly one caller: the one who may send what hangs on this risk. */
export async function claimDigest(ofDay: string, riskId: string): Promise<boolean> {
  return createValue(sentEntry(ofDay, riskId), true, LIFETIME);
}

/** Only when it is certain that nothing was sent. */
export async function releaseDigest(ofDay: string, riskId: string): Promise<void> {
  return removeValue(sentEntry(ofDay, riskId));
}

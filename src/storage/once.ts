/**
 * What became of an action that must happen once, by its idempotency key.
 */
import * as v from 'valibot';
import { createValue, keyOfAction, readValue, removeValue, writeValue, type Entry } from './kvs';

/** A repeated call comes within seconds; days are for the curious. */
const LIFETIME = { days: 7 };

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

/**
 * - `started`: somebody is at it, or was stopped in the middle;
 * - `lost`: nobody is at it any more, and whether the issue was made is not known;
 * - `made`: the issue is there.
 */
export type OnceState =
  | { readonly version: 1; readonly state: 'started' | 'lost'; readonly subjectId: string }
  | { readonly version: 1; readonly state: 'made'; readonly subjectId: string; readonly issueId: string };

const schema: v.GenericSchema<unknown, OnceState> = v.variant('state', [
  v.object({ version: v.literal(1), state: v.literal('started'), subjectId: id }),
  v.object({ version: v.literal(1), state: v.literal('lost'), subjectId: id }),
  v.object({ version: v.literal(1), state: v.literal('made'), subjectId: id, issueId: id }),
]);

function entry(idempotencyKey: string): Entry<OnceState> {
  return { key: keyOfAction('once', idempotencyKey), schema };
}

/** @returns true for exactly one caller per key: the one who may act. */
export async function claimOnce(idempotencyKey: string, subjectId: string): Promise<boolean> {
  return createValue(entry(idempotencyKey), { version: 1, state: 'started', subjectId }, LIFETIME);
}

export async function readOnce(idempotencyKey: string): Promise<OnceState | undefined> {
  return readValue(entry(idempotencyKey));
}

export async function recordMade(idempotencyKey: string, subjectId: string, issueId: string): Promise<void> {
  return writeValue(entry(idempotencyKey), { version: 1, state: 'made', subjectId, issueId }, LIFETIME);
}

export async function recordLost(idempotencyKey: string, subjectId: string): Promise<void> {
  return writeValue(entry(idempotencyKey), { version: 1, state: 'lost', subjectId }, LIFETIME);
}

/** Only when it is certain that nothing was made: the same key may then be used again. */
export async function releaseOnce(idempotencyKey: string): Promise<void> {
  return removeValue(entry(idempotencyKey));
}

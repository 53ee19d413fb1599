/**
 * Makes one thing in Jira per idempotency key: a double click, a second tab or a retry after a lost answer finds the
 * first one. What is made carries the key as a property, written in the same request.
 */
import { JiraError } from '../jira/errors';
import { sleep } from '../jira/sleep';
import { claimOnce, readOnce, recordLost, recordMade, releaseOnce, type OnceState } from '../storage/once';
import { Refusal } from './refusal';

/** Key of the property that holds the idempotency key. */
export const ONCE_PROPERTY = 'shift-up.once';

/** How often a second caller looks whether the first is done. */
const LOOK_AGAIN_MS = 500;

export interface Making<Made extends { readonly id: string }> {
  readonly idempotencyKey: string;
  /** The issue it is made for; a key belongs to one. */
  readonly subjectId: string;
  /** Writes it with `properties` in the same request. */
  readonly make: (properties: Readonly<Record<string, unknown>>) => Promise<Made>;
  /** Looks for what an earlier call made whose answer was lost. */
  readonly find: () => Promise<Made | undefined>;
  /** What an earlier call made, by its id; `undefined` where it is gone or out of sight. */
  readonly again: (id: string) => Promise<Made | undefined>;
  /**
   * How long a second caller waits for the first, in milliseconds; well below the 25 s of a function. Counted by the
   * pauses, because a clock may be set, or stand still.
   */
  readonly waitMs: number;
}

/**
 * @throws Refusal `conflict` when an earlier call with this key has neither finished nor left anything that can be found:
 * making another one could make two. `invalid-input` when the key was used for another issue. `not-found` when it was
 * made and is gone, or out of sight, since. JiraError
 */
export async function onceOnly<Made extends { readonly id: string }>(making: Making<Made>): Promise<Made> {
  const mine = await claimOnce(making.idempotencyKey, making.subjectId);
  return mine ? makeIt(making) : theFirst(making);
}

async function makeIt<Made extends { readonly id: string }>(making: Making<Made>): Promise<Made> {
  const { idempotencyKey, subjectId, make, find } = making;
  const made = await make({ [ONCE_PROPERTY]: { version: 1, key: idempotencyKey } }).catch(async (error: unknown) => {
    if (isCertainlyNotMade(error)) {
      await releaseOnce(idempotencyKey);
      throw error;
    }
    // Where Jira does not answer at all, the look-up fails too; what went wrong first is what the person should hear.
    const found = await find().catch(() => undefined);
    if (found !== undefined) return found;
    await recordLost(idempotencyKey, subjectId);
    throw error;
  });
  await recordMade(idempotencyKey, subjectId, made.id);
  return made;
}

/** Jira answered, and the answer was no. No answer, or one that says nothing, leaves it open. */
function isCertainlyNotMade(error: unknown): boolean {
  return error instanceof JiraError && error.kind !== 'unavailable' && error.kind !== 'unexpectedAnswer';
}

/** What an earlier call with the same key made: known, still being made, or made without anybody hearing of it. */
async function theFirst<Made extends { readonly id: string }>(making: Making<Made>): Promise<Made> {
  const { idempotencyKey, subjectId, find, again } = making;
  const state = await finishedState(making);
  if (state !== undefined && state.subjectId !== subjectId) throw new Refusal('invalid-input');
  if (state?.state === 'made') {
    const made = await again(state.issueId);
    // Deleted or moved out of sight since.
    if (made === undefined) throw new Refusal('not-found');
    return made;
  }
  const found = await find();
  if (found === undefined) throw new Refusal('conflict');
  await recordMade(idempotencyKey, subjectId, found.id);
  return found;
}

async function finishedState({
  idempotencyKey,
  waitMs,
}: Pick<Making<never>, 'idempotencyKey' | 'waitMs'>): Promise<OnceState | undefined> {
  let state = await readOnce(idempotencyKey);
  for (let waited = 0; waited < waitMs && state?.state === 'started'; waited += LOOK_AGAIN_MS) {
    await sleep(LOOK_AGAIN_MS);
    state = await readOnce(idempotencyKey);
  }
  return state;
}

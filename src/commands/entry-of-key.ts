/**
 * Which entry an earlier call with the same idempotency key made.
 */
import type { Decision } from '../domain/acceptance';
import { readOnce } from '../storage/once';

/** `undefined` where there is none: nobody used the key, or the call was cut off before the entry. */
export async function entryOfKey(
  idempotencyKey: string,
  decisions: readonly Decision[],
): Promise<Decision | undefined> {
  const once = await readOnce(idempotencyKey);
  if (once?.state !== 'made') return undefined;
  return decisions.find(({ commentId }) => commentId === once.issueId);
}

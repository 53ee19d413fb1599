/**
 * The key under which something is made once. Two tabs, a second click and a dialog opened again after a time-out use the
 * same one for the same wish, so that one issue is made.
 */
import { hashOfText } from '../../../../../src/domain/text-hash';

/** So long the same wish is taken to be the same. */
const LIFETIME_MS = 15 * 60_000;
const PREFIX = 'shift-up.once.';

/**
 * @param wish what tells this wish from others, for example the issue it is for and the summary. Only its hash is kept,
 * in this browser.
 */
export function onceKey(wish: readonly string[], now: number = Date.now()): string {
  const place = placeOf(wish);
  const kept = parsed(read(place));
  if (kept !== undefined && now - kept.since < LIFETIME_MS && now >= kept.since) return kept.key;
  const key = crypto.randomUUID();
  forgetOld(now);
  write(place, `${String(now)} ${key}`);
  return key;
}

/** The next `onceKey` of this wish is a new one. */
export function forgetOnceKey(wish: readonly string[]): void {
  try {
    localStorage.removeItem(placeOf(wish));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** What was wished long ago does not pile up in the browser. */
function forgetOld(now: number): void {
  try {
    for (const place of Object.keys(localStorage)) {
      if (!place.startsWith(PREFIX)) continue;
      const kept = parsed(localStorage.getItem(place));
      if (kept === undefined || now - kept.since >= LIFETIME_MS) localStorage.removeItem(place);
    }
  } catch {
    // See forgetOnceKey.
  }
}

function placeOf(wish: readonly string[]): string {
  return PREFIX + hashOfText(wish.join('\n'));
}

function parsed(kept: string | null): { readonly since: number; readonly key: string } | undefined {
  const match = /^(\d{1,16}) ([0-9a-f-]{36})$/.exec(kept ?? '');
  return match?.[1] === undefined || match[2] === undefined ? undefined : { since: Number(match[1]), key: match[2] };
}

function read(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

/** Where nothing can be kept, each call has a key of its own; a dialog keeps its own while it is open. */
function write(place: string, value: string): void {
  try {
    localStorage.setItem(place, value);
  } catch {
    // See above.
  }
}

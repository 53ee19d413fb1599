/**
 * The numbers of the last look, kept in the browser so that the next one begins with them.
 *
 * Browsers are shared. So: a place belongs to one person, one site and one scope, and its name is a hash of these; what
 * is kept are numbers, ids and queries, nothing that names a person or says what a risk is about; after a week it is
 * gone; and it goes at once when Jira no longer shows this person what was counted. Whatever stands there is parsed.
 */
import * as v from 'valibot';
import { LIGHTS } from '../../../../../src/domain/project-settings';
import { LEVELS } from '../../../../../src/domain/level';
import type { Remembered } from './summary-state';

/** Changes with the shape of what is kept. */
const PREFIX = 'shift-up.summary.1.';
const KEPT_MS = 7 * 86_400_000;
/** Places in one browser; the oldest give way. */
const PLACES_MOST = 20;

/** Whose numbers these are, and of what. */
export interface Place {
  readonly accountId: string;
  readonly siteUrl: string;
  /** Says which projects or which filter. */
  readonly scope: string;
}

const count = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  jql: v.pipe(v.string(), v.maxLength(40_000)),
});
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const amount = v.pipe(v.number(), v.minValue(0));

function each<const K extends string, S extends v.GenericSchema>(names: readonly K[], schema: S) {
  return v.object(Object.fromEntries(names.map((name) => [name, schema])) as Record<K, S>);
}

const counts = <const K extends string>(...names: readonly K[]) => each(names, count);

const schema: v.GenericSchema<unknown, Remembered> = v.object({
  at: v.pipe(
    v.number(),
    v.transform((instant) => new Date(instant)),
  ),
  parts: v.object({
    risks: v.object({ open: count, byLevel: each(LEVELS, count), unscored: count, recorded: count }),
    attention: counts('overdueReview', 'unowned', 'withoutEnabler', 'acceptanceExpiring'),
    enablers: counts('all', 'done', 'inProgress', 'toDo'),
    stories: v.object({
      all: count,
      assessed: count,
      relevant: count,
      notRelevant: count,
      unassessed: count,
      bypasses: v.optional(count),
    }),
    trend: v.optional(
      v.object({
        since: v.optional(day),
        days: v.pipe(v.array(v.object({ day, open: amount })), v.maxLength(400)),
      }),
    ),
  }),
  scope: v.object({
    projectIds: v.array(v.string()),
    notSetUp: amount,
    notVisible: amount,
    filterId: v.exactOptional(v.string()),
  }),
  lights: v.object({
    thresholds: each(LIGHTS, v.object({ watch: v.number(), act: v.number() })),
    strictest: v.boolean(),
  }),
}) as v.GenericSchema<unknown, Remembered>;

/** What was kept at this place; `undefined` where nothing is, or nothing usable. */
export async function readLastKnown(
  place: Place,
  now: Date,
  store: Storage | undefined = openStore(),
): Promise<Remembered | undefined> {
  const key = await keyOf(place);
  if (store === undefined || key === undefined) return undefined;
  const found = parsed(store.getItem(key));
  if (found === undefined) return undefined;
  const age = now.getTime() - found.at.getTime();
  return age >= 0 && age < KEPT_MS ? found : undefined;
}

/** Keeps these numbers; a browser that keeps nothing is fine. */
export async function writeLastKnown(
  place: Place,
  remembered: Remembered,
  store: Storage | undefined = openStore(),
): Promise<void> {
  const key = await keyOf(place);
  if (store === undefined || key === undefined) return;
  tidy(store, remembered.at);
  try {
    store.setItem(key, JSON.stringify({ ...remembered, at: remembered.at.getTime() }));
  } catch {
    // The storage is full: the next look begins empty.
  }
}

/** Forgets this place. */
export async function dropLastKnown(place: Place, store: Storage | undefined = openStore()): Promise<void> {
  const key = await keyOf(place);
  if (key !== undefined) store?.removeItem(key);
}

function parsed(text: string | null): Remembered | undefined {
  if (text === null) return undefined;
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** Takes away what is too old or unreadable, and the oldest where there are too many. */
function tidy(store: Storage, now: Date): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index)).filter(
    (key): key is string => key?.startsWith(PREFIX) ?? false,
  );
  const aged = keys
    .map((key) => ({ key, at: parsed(store.getItem(key))?.at.getTime() ?? 0 }))
    .sort((one, other) => other.at - one.at);
  aged.forEach(({ key, at }, index) => {
    if (index >= PLACES_MOST - 1 || now.getTime() - at >= KEPT_MS) store.removeItem(key);
  });
}

/** A browser may forbid storage in frames. */
function openStore(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** `undefined` where nobody is signed in, or the browser cannot hash: then nothing is kept. */
async function keyOf({ accountId, siteUrl, scope }: Place): Promise<string | undefined> {
  if (accountId === '' || siteUrl === '') return undefined;
  try {
    const text = new TextEncoder().encode(JSON.stringify([accountId, siteUrl, scope]));
    const digest = await crypto.subtle.digest('SHA-256', text);
    return PREFIX + [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return undefined;
  }
}

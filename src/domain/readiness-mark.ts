/**
 * The mark on a story that is a bypass: an issue property, so that lists and JQL find what no native field tells. Anybody
 * who may edit the issue may also write it, so it informs and is never trusted: whoever shows a story judges it anew.
 * Pure.
 */
import { MISSING, type Missing } from './readiness';

/** Key of the issue property. The manifest has Jira index it: `securityReadiness = bypass`. */
export const READINESS_PROPERTY = 'shift-up.readiness';
/** What is indexed of it, and the only state there is: a story that is no bypass has no mark. */
export const MARK_PATH = 'state';
export const BYPASS_STATE = 'bypass';

export interface ReadinessMark {
  readonly version: 1;
  readonly state: typeof BYPASS_STATE;
  /** In the order of MISSING; at least one. */
  readonly missing: readonly Missing[];
  /** ISO instant at which the app first found it so; stays while the story is a bypass, whatever else is missing. */
  readonly since: string;
}

/** What is to be done about the mark that stands. */
export type MarkChange = { readonly set: ReadinessMark } | 'remove' | undefined;

/**
 * What makes the standing mark true, and nothing where it is: then nobody writes.
 * @param standing the property's value, whatever it holds; `undefined` where there is none.
 * @param missing of a bypass; empty for a story that is none.
 */
export function markChange(standing: unknown, missing: readonly Missing[], now: Date): MarkChange {
  if (missing.length === 0) return standing === undefined ? undefined : 'remove';
  const ordered = MISSING.filter((name) => missing.includes(name));
  const mark = markOf(standing);
  if (mark !== undefined && isSame(mark.missing, ordered)) return undefined;
  const since = mark?.since ?? now.toISOString();
  return { set: { version: 1, state: BYPASS_STATE, missing: ordered, since } };
}

/** A mark as this version writes it, or `undefined`. */
function markOf(value: unknown): ReadinessMark | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, state, missing, since } = value as Readonly<Record<keyof ReadinessMark, unknown>>;
  if (version !== 1 || state !== BYPASS_STATE || !Array.isArray(missing)) return undefined;
  if (typeof since !== 'string' || Number.isNaN(Date.parse(since))) return undefined;
  const known = MISSING.filter((name) => missing.includes(name));
  return known.length === missing.length ? { version, state, missing: known, since } : undefined;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

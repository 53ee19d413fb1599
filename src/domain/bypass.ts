/**
 * Stories that are not ready and nevertheless stand in a status where they should be: whether one is, and how it got
 * there. Pure.
 */
import type { Gate } from './project-settings';
import type { StatusCategory } from './progress';
import type { Missing } from './readiness';

export interface StatusRef {
  readonly id: string;
  readonly name: string;
}

/** A change of status; `Who` is whatever the caller knows of a person. */
export interface StatusMove<Who> {
  /** ISO instant. */
  readonly at: string | undefined;
  readonly by: Who | undefined;
  readonly from: StatusRef;
  readonly to: StatusRef;
}

/** How a story came to where it should be ready. */
export interface Entry<Who> {
  readonly how: 'moved' | 'created';
  readonly at: string | undefined;
  readonly by: Who | undefined;
  /** Where it was before; nowhere, when it was created there. */
  readonly from: StatusRef | undefined;
}

/** Where the gate is off nothing is by-passed, and what is done is history. */
export function isBypass(
  story: {
    readonly gate: Gate;
    readonly missing: readonly Missing[];
    readonly status: { readonly id: string; readonly category: StatusCategory };
  },
  readyStatusIds: readonly string[],
): boolean {
  const { gate, missing, status } = story;
  return gate !== 'off' && missing.length > 0 && status.category !== 'done' && readyStatusIds.includes(status.id);
}

/**
 * The last time that a story which now stands in a readiness status came into these statuses from outside; it may have
 * moved on among them since. Where its history knows no such move, it was created there.
 * @param moves newest first.
 * @param made when and by whom the story was created.
 */
export function entryOf<Who>(
  moves: readonly StatusMove<Who>[],
  made: { readonly at: string | undefined; readonly by: Who | undefined },
  readyStatusIds: readonly string[],
): Entry<Who> {
  const entry = moves.find(({ from, to }) => !readyStatusIds.includes(from.id) && readyStatusIds.includes(to.id));
  if (entry === undefined) return { how: 'created', ...made, from: undefined };
  return { how: 'moved', at: entry.at, by: entry.by, from: entry.from };
}

/**
 * How a candidate is linked already, seen from the sentence that is being written. Pure.
 */
import { reversed } from '../../../../../src/domain/link-verb';
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import type { StandingLink } from '../../../../../src/reads/link-subject';

export type Standing =
  /** Says exactly this: ticked and locked. */
  | { readonly kind: 'same'; readonly verb: LinkVerb }
  /** Says it the other way round, which would contradict: locked. */
  | { readonly kind: 'reversed'; readonly verb: LinkVerb }
  /** Says something else, which may be true as well. */
  | { readonly kind: 'other'; readonly verb: LinkVerb };

export function standingOf(links: readonly StandingLink[], verb: LinkVerb, otherIssueId: string): Standing | undefined {
  const between = links.filter((link) => link.otherIssueId === otherIssueId);
  if (between.some((link) => link.verb === verb)) return { kind: 'same', verb };
  const back = reversed(verb);
  if (between.some((link) => link.verb === back)) return { kind: 'reversed', verb: back };
  const [other] = between;
  return other && { kind: 'other', verb: other.verb };
}

export function isLocked(standing: Standing | undefined): boolean {
  return standing !== undefined && standing.kind !== 'other';
}

/**
 * The three sentences that link two issues, and how Jira stores each.
 */
import type { LinkStorage, LinkVerb } from '../contract/defs';
import type { SiteSetup } from '../domain/site-setup';
import type { IssueLink } from '../jira/issue-fields';
import type { NewLink } from '../jira/issue-link';

/** "The story is exposed to the risk" is stored as "the risk threatens the story": the only one that is turned round. */
export const LINK_STORAGE: LinkStorage = {
  isExposedTo: { type: 'threatens', subjectIsSource: false },
  reduces: { type: 'mitigates', subjectIsSource: true },
  secures: { type: 'secures', subjectIsSource: true },
};

export function linkFor(setup: SiteSetup, verb: LinkVerb, subjectId: string, otherId: string): NewLink {
  const { type, subjectIsSource } = LINK_STORAGE[verb];
  const typeId = setup.linkTypes[type].id;
  return subjectIsSource
    ? { typeId, sourceId: subjectId, targetId: otherId }
    : { typeId, sourceId: otherId, targetId: subjectId };
}

/** Whether the subject's links hold this sentence already, or the same one the other way round. */
export function standingLink(
  setup: SiteSetup,
  subjectLinks: readonly IssueLink[],
  verb: LinkVerb,
  otherId: string,
): 'same' | 'reversed' | undefined {
  const { type, subjectIsSource } = LINK_STORAGE[verb];
  const between = subjectLinks.filter((link) => link.issue.id === otherId && link.typeId === setup.linkTypes[type].id);
  const direction = subjectIsSource ? 'outward' : 'inward';
  if (between.some((link) => link.direction === direction)) return 'same';
  return between.length > 0 ? 'reversed' : undefined;
}

/** Which kind of issue stands at the other end: a security risk, or anything that is none. The subject never is one. */
export function otherIsRisk(verb: LinkVerb): boolean {
  return verb !== 'secures';
}

/**
 * Between the sentences that link two issues and Jira's links.
 */
import { VERBS, type LinkVerb } from '../domain/link-verb';
import type { SiteSetup } from '../domain/site-setup';
import type { IssueLink } from '../jira/issue-fields';
import type { NewLink } from '../jira/issue-link';

export function linkFor(setup: SiteSetup, verb: LinkVerb, subjectId: string, otherId: string): NewLink {
  const { type, subjectIsSource } = VERBS[verb];
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
  const { type, subjectIsSource } = VERBS[verb];
  const between = subjectLinks.filter((link) => link.issue.id === otherId && link.typeId === setup.linkTypes[type].id);
  const direction = subjectIsSource ? 'outward' : 'inward';
  if (between.some((link) => link.direction === direction)) return 'same';
  return between.length > 0 ? 'reversed' : undefined;
}

/**
 * Removes one link that is of Shift-Up's types and belongs to the issue; any other link is not ours to touch.
 */
import type { Unlinked } from '../contract/defs';
import { verbOfLink } from '../domain/link-verb';
import { getIssue } from '../jira/issue';
import { linksOf } from '../jira/issue-fields';
import { deleteLink } from '../jira/issue-link';
import type { CommandContext } from './context';
import { Refusal } from './refusal';

export interface UnlinkIssuesInput {
  readonly issueId: string;
  readonly linkId: string;
}

/**
 * Says what was linked, seen from the issue asked about, so that it can be linked again.
 * @throws Refusal `not-found` when the issue has no such link; JiraError
 */
export async function unlinkIssues(
  { jira, site }: CommandContext,
  { issueId, linkId }: UnlinkIssuesInput,
): Promise<Unlinked> {
  const issue = await getIssue(jira, issueId, { fields: ['issuelinks'] });
  const link = linksOf(issue.fields).find(({ id }) => id === linkId);
  const verb = link && verbOfLink(site, link);
  if (link === undefined || verb === undefined) throw new Refusal('not-found');
  await deleteLink(jira, link.id);
  return { linkId: link.id, verb, otherIssueId: link.issue.id };
}

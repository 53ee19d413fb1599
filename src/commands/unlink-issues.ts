/**
 * Removes one link that is of Shift-Up's types and belongs to the issue; any other link is not ours to touch.
 */
import { getIssue } from '../jira/issue';
import { linksOf } from '../jira/issue-fields';
import { deleteLink } from '../jira/issue-link';
import type { CommandContext } from './context';
import { Refusal } from './refusal';

export interface UnlinkIssuesInput {
  readonly issueId: string;
  readonly linkId: string;
}

/** @throws Refusal `not-found` when the issue has no such link; JiraError */
export async function unlinkIssues(
  { jira, site }: CommandContext,
  { issueId, linkId }: UnlinkIssuesInput,
): Promise<{ readonly linkId: string }> {
  const ours = new Set(Object.values(site.linkTypes).map(({ id }) => id));
  const issue = await getIssue(jira, issueId, { fields: ['issuelinks'] });
  const link = linksOf(issue.fields).find(({ id, typeId }) => id === linkId && ours.has(typeId));
  if (link === undefined) throw new Refusal('not-found');
  await deleteLink(jira, link.id);
  return { linkId: link.id };
}

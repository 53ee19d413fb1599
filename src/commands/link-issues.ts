/**
 * Links one issue to several others under one verb.
 */
import type { LinkOutcome, LinkVerb } from '../contract/defs';
import type { AppError } from '../contract/result';
import { fetchIssues, getIssue } from '../jira/issue';
import { linksOf, typeIdOf, type IssueLink } from '../jira/issue-fields';
import { createLink } from '../jira/issue-link';
import type { CommandContext } from './context';
import { linkFor, otherIsRisk, standingLink } from './link-verbs';
import { appErrorOf, Refusal } from './refusal';

export interface LinkIssuesInput {
  /** The subject of the sentence. */
  readonly issueId: string;
  readonly verb: LinkVerb;
  readonly otherIssueIds: readonly string[];
}

/**
 * Says of each other issue whether it is linked now, and if not, why. One after the other: Jira takes only so many
 * writes on one issue at a time.
 * @throws Refusal `invalid-input` when the subject cannot stand in that sentence; JiraError when it cannot be read.
 */
export async function linkIssues(context: CommandContext, input: LinkIssuesInput): Promise<LinkOutcome> {
  const { jira, setup } = context;
  const otherIds = [...new Set(input.otherIssueIds)];
  const [subject, others] = await Promise.all([
    getIssue(jira, input.issueId, { fields: ['issuetype', 'issuelinks'] }),
    fetchIssues(jira, otherIds, { fields: ['issuetype'] }),
  ]);
  if (typeIdOf(subject.fields) === setup.riskTypeId) throw new Refusal('invalid-input');
  const links = linksOf(subject.fields);
  const types = new Map(others.map((issue) => [issue.id, typeIdOf(issue.fields)]));

  const done: { issueId: string; alreadyLinked: boolean }[] = [];
  const failed: { issueId: string; error: AppError }[] = [];
  for (const otherId of otherIds) {
    try {
      const alreadyLinked = await linkOne(context, input, links, types, otherId);
      done.push({ issueId: otherId, alreadyLinked });
    } catch (error) {
      const known = appErrorOf(error);
      if (known === undefined) throw error;
      failed.push({ issueId: otherId, error: known });
    }
  }
  return { done, failed };
}

async function linkOne(
  { jira, setup }: CommandContext,
  { issueId, verb }: LinkIssuesInput,
  links: readonly IssueLink[],
  types: ReadonlyMap<string, string>,
  otherId: string,
): Promise<boolean> {
  if (otherId === issueId) throw new Refusal('invalid-input');
  const type = types.get(otherId);
  // Gone, or not for the eyes of this person; Jira does not say which, and neither do we.
  if (type === undefined) throw new Refusal('not-found');
  if ((type === setup.riskTypeId) !== otherIsRisk(verb)) throw new Refusal('invalid-input');
  const standing = standingLink(setup, links, verb, otherId);
  if (standing === 'same') return true;
  if (standing === 'reversed') throw new Refusal('conflict');
  await createLink(jira, linkFor(setup, verb, issueId, otherId)).catch((error: unknown) => {
    // Both issues are visible, so what Jira calls "not found" or "unauthorised" is the missing right to link.
    const code = appErrorOf(error)?.code;
    throw code === 'not-found' || code === 'not-signed-in' ? new Refusal('no-permission') : error;
  });
  return false;
}

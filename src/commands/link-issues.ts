/**
 * Links one issue to several others under one verb.
 */
import type { LinkOutcome } from '../contract/defs';
import type { AppError } from '../contract/result';
import { VERBS, type LinkVerb } from '../domain/link-verb';
import { fetchIssues, getIssue, type JiraIssue } from '../jira/issue';
import { linksOf, projectOf, typeIdOf, type IssueLink } from '../jira/issue-fields';
import { createLink, type NewLink } from '../jira/issue-link';
import { listLinkTypes } from '../jira/link-type';
import type { JiraRequest } from '../jira/request';
import { riskTypesIn, type CommandContext } from './context';
import { linkFor, standingLink } from './link-verbs';
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
  const { jira } = context;
  const otherIds = [...new Set(input.otherIssueIds)];
  const [subject, others] = await Promise.all([
    getIssue(jira, input.issueId, { fields: ['issuetype', 'project', 'issuelinks'] }),
    fetchIssues(jira, otherIds, { fields: ['issuetype', 'project'] }),
  ]);
  const issues = [subject, ...others];
  const isRiskType = await riskTypesIn(
    context,
    issues.map(({ fields }) => projectOf(fields).id),
  );
  const isRisk = ({ fields }: JiraIssue) => isRiskType(projectOf(fields).id, typeIdOf(fields));
  if (isRisk(subject) !== VERBS[input.verb].subjectIsRisk) throw new Refusal('invalid-input');
  const links = linksOf(subject.fields);
  const risks = new Map(others.map((issue) => [issue.id, isRisk(issue)]));

  const done: { issueId: string; alreadyLinked: boolean }[] = [];
  const failed: { issueId: string; error: AppError }[] = [];
  for (const otherId of otherIds) {
    try {
      const alreadyLinked = await linkOne(context, input, links, risks, otherId);
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
  { jira, site }: CommandContext,
  { issueId, verb }: LinkIssuesInput,
  links: readonly IssueLink[],
  risks: ReadonlyMap<string, boolean>,
  otherId: string,
): Promise<boolean> {
  if (otherId === issueId) throw new Refusal('invalid-input');
  const isRisk = risks.get(otherId);
  // Gone, or not for the eyes of this person; Jira does not say which, and neither do we.
  if (isRisk === undefined) throw new Refusal('not-found');
  if (isRisk !== VERBS[verb].otherIsRisk) throw new Refusal('invalid-input');
  const standing = standingLink(site, links, verb, otherId);
  if (standing === 'same') return true;
  if (standing === 'reversed') throw new Refusal('conflict');
  const link = linkFor(site, verb, issueId, otherId);
  try {
    await createLink(jira, link);
  } catch (error) {
    throw await refusalToLink(jira, link, error);
  }
  return false;
}

/**
 * Between two visible issues, what Jira calls "not found" or "unauthorised" is the missing right to link; unless somebody
 * deleted the link type, which Jira says in the same way.
 */
async function refusalToLink(jira: JiraRequest, { typeId }: NewLink, error: unknown): Promise<unknown> {
  const code = appErrorOf(error)?.code;
  if (code !== 'not-found' && code !== 'not-signed-in') return error;
  const types = await listLinkTypes(jira);
  return new Refusal(types.some(({ id }) => id === typeId) ? 'no-permission' : 'not-set-up');
}

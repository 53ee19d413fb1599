/**
 * Removing links so that they can be put back, and taking back what a dialog linked.
 */
import type { Unlinked } from '../../../../../src/contract/defs';
import { failure, success } from '../../../../../src/contract/result';
import type { Result } from '../../../../../src/contract/result';
import { VERBS } from '../../../../../src/domain/link-verb';
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import type { SiteSetup } from '../../../../../src/domain/site-setup';
import { getIssue } from '../../../../../src/jira/issue';
import { linksOf } from '../../../../../src/jira/issue-fields';
import { invoke, jiraAsViewer } from '../bridge';
import type { LinkAnswer } from './context';

/** Removes one link of the issue. `not-found`: it was gone already. */
export function unlink(issueId: string, linkId: string): Promise<Result<Unlinked>> {
  return invoke('unlinkIssues', { issueId, linkId });
}

/** Puts back what `unlink` removed. */
export function linkAgain(issueId: string, { verb, otherIssueId }: Unlinked): Promise<Result<unknown>> {
  return linkOne(issueId, verb, otherIssueId);
}

/** One link; the refusal of the one is the refusal of the whole. */
export async function linkOne(issueId: string, verb: LinkVerb, otherIssueId: string): Promise<Result<unknown>> {
  const result = await invoke('linkIssues', { issueId, verb, otherIssueIds: [otherIssueId] });
  if (!result.ok) return result;
  const [refused] = result.value.failed;
  return refused === undefined ? result : { ok: false, error: refused.error };
}

/**
 * Takes back the links that a dialog made, and no others: what was linked before stays. Issues that were made stay in
 * Jira. One after the other; the first refusal ends it.
 * @throws JiraError when the issue cannot be read.
 */
export async function takeBackLinks({ issueId, verb, links }: LinkAnswer): Promise<Result<null>> {
  const setup = await invoke('getSetup', { projectIds: [] });
  if (!setup.ok) return setup;
  if (setup.value.site === undefined) return failure('not-set-up');
  const fresh = new Set(links.filter((link) => link.fresh).map((link) => link.issueId));
  for (const linkId of await linkIdsOf(setup.value.site, issueId, verb, fresh)) {
    const result = await unlink(issueId, linkId);
    // Gone already is as good as removed now.
    if (!result.ok && result.error.code !== 'not-found') return failure(result.error.code, result.error);
  }
  return success(null);
}

/** Jira does not say which id a new link has, so it is looked up on the issue as it is now. */
async function linkIdsOf(
  site: SiteSetup,
  issueId: string,
  verb: LinkVerb,
  otherIds: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { type, subjectIsSource } = VERBS[verb];
  const direction = subjectIsSource ? 'outward' : 'inward';
  const { fields } = await getIssue(jiraAsViewer, issueId, { fields: ['issuelinks'] });
  return linksOf(fields)
    .filter((link) => link.typeId === site.linkTypes[type].id && link.direction === direction)
    .filter((link) => otherIds.has(link.issue.id))
    .map((link) => link.id);
}

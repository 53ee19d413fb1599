/**
 * What a linking dialog has to know of the issue it is about: how it is linked already.
 */
import { verbOfLink, type LinkVerb } from '../domain/link-verb';
import type { SiteSetup } from '../domain/site-setup';
import { getIssue } from '../jira/issue';
import { linksOf } from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';

/** A link of one of Shift-Up's types, as a sentence that begins with the issue. */
export interface StandingLink {
  readonly verb: LinkVerb;
  readonly otherIssueId: string;
}

/** Only links to issues that the viewer may see. @throws JiraError; `notFound` when the issue itself is out of sight. */
export async function readStandingLinks(
  jira: JiraRequest,
  site: SiteSetup,
  issueId: string,
): Promise<readonly StandingLink[]> {
  const { fields } = await getIssue(jira, issueId, { fields: ['issuelinks'] });
  return linksOf(fields).flatMap((link): StandingLink[] => {
    const verb = verbOfLink(site, link);
    return verb === undefined ? [] : [{ verb, otherIssueId: link.issue.id }];
  });
}

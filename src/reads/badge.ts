/**
 * What the badge beside the panel says of an issue, as the viewer.
 */
import { scoreValue, type Level } from '../domain/level';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { getIssue } from '../jira/issue';
import { linksOf, typeIdOf } from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';
import { readLinkedRisks, setupsAround, storyReadiness } from './story';
import { linksOfType, relevanceOf, scoreOf, storedLevelOf } from './values';

export type BadgeFacts =
  | { readonly about: 'risk'; readonly level: Level | undefined; readonly score: number | undefined }
  | { readonly about: 'unassessed' }
  | { readonly about: 'notRelevant' }
  | { readonly about: 'relevant'; readonly missing: number }
  /** A type that is not assessed in this project. */
  | { readonly about: 'other' };

/** @throws JiraError */
export async function readBadge(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup | undefined,
  issueId: string,
): Promise<BadgeFacts> {
  const setup = setupOf(site, project);
  const { securityRelevance, likelihood, impact, riskLevel } = setup.fields;
  const { fields } = await getIssue(jira, issueId, {
    fields: ['issuetype', 'issuelinks', securityRelevance, likelihood, impact, riskLevel],
  });
  if (typeIdOf(fields) === setup.riskTypeId) {
    const score = scoreOf(setup, fields, 'inherent');
    return { about: 'risk', level: storedLevelOf(setup, fields), score: score && scoreValue(score) };
  }
  const relevance = relevanceOf(setup, fields);
  if (relevance === 'notRelevant') return { about: 'notRelevant' };
  if (relevance === 'relevant') {
    const links = linksOf(fields);
    const risks = await readLinkedRisks(jira, setupsAround(site, setup), links);
    const enablers = linksOfType(setup, links, 'secures', 'inward').length;
    return { about: 'relevant', missing: storyReadiness(relevance, risks, enablers).missing.length };
  }
  return project?.storyTypeIds.includes(typeIdOf(fields)) ? { about: 'unassessed' } : { about: 'other' };
}

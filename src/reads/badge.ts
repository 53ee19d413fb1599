/**
 * What the badge beside the panel says of an issue, as the viewer.
 */
import { ASSESSMENT_PROPERTY } from '../domain/assessment-record';
import { isBypass } from '../domain/bypass';
import { criteriaIn } from '../domain/criteria/security-criteria';
import { hintOf } from '../domain/hints/hint';
import { scoreValue, type Level } from '../domain/level';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { getIssue, type JiraIssue } from '../jira/issue';
import { linksOf, statusOf, typeIdOf } from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';
import { readLinkedRisks, setupsAround } from './linked-risks';
import { readyStatusIdsOf } from './ready-statuses';
import { storyReadiness } from './story';
import { storyText, storyTextChange, TEXT_FIELDS } from './story-text';
import { linksOfType, relevanceOf, scoreOf, storedLevelOf } from './values';

export type BadgeFacts =
  | { readonly about: 'risk'; readonly level: Level | undefined; readonly score: number | undefined }
  /** Not ready, and in a status where it should be. */
  | { readonly about: 'bypass' }
  | { readonly about: 'unassessed'; readonly hint: boolean }
  /** Assessed, nothing missing, and the text is another one by now. */
  | { readonly about: 'changed' }
  | { readonly about: 'notRelevant' }
  | { readonly about: 'relevant'; readonly missing: number }
  /** A type that is not assessed in this project. */
  | { readonly about: 'other' };

/** At most three requests one after the other, mostly one. @throws JiraError */
export async function readBadge(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup | undefined,
  issueId: string,
): Promise<BadgeFacts> {
  const setup = setupOf(site, project);
  const { securityRelevance, likelihood, impact, riskLevel } = setup.fields;
  const asksForStatuses = project !== undefined && project.settings.gate !== 'off';
  const [issue, readyStatusIds] = await Promise.all([
    getIssue(jira, issueId, {
      fields: [...TEXT_FIELDS, 'status', 'issuetype', 'issuelinks', securityRelevance, likelihood, impact, riskLevel],
      properties: [ASSESSMENT_PROPERTY],
      withChanges: true,
    }),
    asksForStatuses ? readyStatusIdsOf(jira, site, project) : [],
  ]);
  const { fields } = issue;
  if (typeIdOf(fields) === setup.riskTypeId) {
    const score = scoreOf(setup, fields, 'inherent');
    return { about: 'risk', level: storedLevelOf(setup, fields), score: score && scoreValue(score) };
  }
  return project === undefined ? { about: 'other' } : readStoryBadge(jira, site, project, issue, readyStatusIds);
}

async function readStoryBadge(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
  story: JiraIssue,
  readyStatusIds: readonly string[],
): Promise<BadgeFacts> {
  const { fields } = story;
  const setup = setupOf(site, project);
  const { gate, checks, hintWords } = project.settings;
  const relevance = relevanceOf(setup, fields);
  const isStory = project.storyTypeIds.includes(typeIdOf(fields));
  if (relevance === 'unassessed' && !isStory) return { about: 'other' };
  const links = linksOf(fields);
  const { missing } = storyReadiness(project, {
    relevance,
    // Only a relevant story is asked about its risks.
    risks: relevance === 'relevant' ? await readLinkedRisks(jira, setupsAround(site, setup), links) : [],
    enablers: linksOfType(setup, links, 'secures', 'inward').length,
    criteria: criteriaIn(fields.description).length,
    changed: false,
  });
  if (isStory && isBypass({ gate, missing, status: statusOf(fields) }, readyStatusIds)) return { about: 'bypass' };
  if (relevance === 'unassessed') {
    return { about: 'unassessed', hint: hintOf(storyText(fields), { words: hintWords }) !== undefined };
  }
  if (missing.length > 0) return { about: 'relevant', missing: missing.length };
  if (checks.changed === 'warn' && storyTextChange(setup, story) !== undefined) return { about: 'changed' };
  return relevance === 'relevant' ? { about: 'relevant', missing: 0 } : { about: 'notRelevant' };
}

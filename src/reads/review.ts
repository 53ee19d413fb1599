/**
 * A review meeting: which risks are due, and one risk at a time, as the viewer.
 *
 * Points of Jira's quota: the list 2 and 1 a risk; one risk 2 more than its panel.
 */
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { getIssue } from '../jira/issue';
import { summaryOf } from '../jira/issue-fields';
import { allOf, customField, day, ordered } from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { countIssues, searchFirst } from '../jira/search';
import { severestFirst } from './gadget-queries';
import type { DueRisks, RiskInReview } from './review-view';
import { readRisk } from './risk';
import { riskListQuery } from './risk-board-queries';
import { sinceLastLook } from './since-last-look';
import { storedLevelOf } from './values';

/** One page of Jira's; nobody reviews more in one meeting. The rest is there when this one is over. */
export const MEETING_MOST = 100;

/**
 * Open risks whose next review is today or past. The index lags: one that was reviewed a moment ago may still be among
 * them, and tells so when it is read itself.
 * @param today ISO day of the viewer.
 * @throws JiraError
 */
export async function readDueRisks(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
  today: string,
): Promise<DueRisks> {
  const setup = setupOf(site, project);
  const due = allOf(riskListQuery({ setup, project }, 'open'), day(customField(setup.fields.nextReview), '<=', today));
  const [found, counted] = await Promise.all([
    searchFirst(jira, {
      jql: ordered(due, ...severestFirst(setup)),
      fields: ['summary', setup.fields.riskLevel],
      atMost: MEETING_MOST,
    }),
    countIssues(jira, due),
  ]);
  const risks = found.map(({ id, key, fields }) => ({
    id,
    key,
    summary: summaryOf(fields),
    level: storedLevelOf(setup, fields),
  }));
  return { risks, total: Math.max(counted, risks.length) };
}

/**
 * One risk, and what happened to it since somebody last looked. Two requests one after the other.
 * @param setup the ids that hold in the risk's project (`setupOf`).
 * @param today ISO day of the viewer.
 * @throws JiraError; `notFound` when the viewer may not see the risk.
 */
export async function readRiskInReview(
  jira: JiraRequest,
  setup: SiteSetup,
  issueId: string,
  today: string,
): Promise<RiskInReview> {
  const [risk, history] = await Promise.all([
    readRisk(jira, setup, issueId, today),
    getIssue(jira, issueId, { fields: ['created'], withChanges: true }),
  ]);
  return { risk, since: sinceLastLook(setup, risk, history) };
}

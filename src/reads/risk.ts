/**
 * The panel on a security risk, as the viewer may see it: two requests one after the other.
 */
import { pointProgressOf, progressOf, progressTotal } from '../domain/progress';
import { REVIEW_PROPERTY, reviewRecordIn, sinceReview, type ReviewedState } from '../domain/review-record';

import { RISK_STATUS_KEYS, type RiskStatusKey, type SiteSetup } from '../domain/site-setup';
import { getComment, type JiraComment } from '../jira/comment';
import { plainTextOf } from '../jira/document';
import { JiraError } from '../jira/errors';
import { getIssue } from '../jira/issue';
import { dayOf, lineOf, linksOf, optionIdOf, personOf, projectOf, statusOf, summaryOf } from '../jira/issue-fields';
import { permissionsOnIssue } from '../jira/permission';
import { readPlanningFields } from '../jira/planning-fields';
import type { JiraRequest } from '../jira/request';
import { listTransitions } from '../jira/transition';
import { problemsIn } from './problems';
import { registerFields } from './risk-fields';
import { readNeighbours } from './risk-neighbours';
import type { EnablerView, RiskView, ThreatenedStoryView } from './risk-view';
import { meaningOf, personViewOf, riskStatusKeyOf, scoreOf, statusViewOf, storedLevelOf } from './values';

/**
 * Everything the panel shows on one risk.
 * @param setup the ids that hold in the risk's project (`setupOf`).
 * @param today ISO day of the viewer.
 * @throws JiraError; `notFound` when the viewer may not see the risk.
 */
export async function readRisk(jira: JiraRequest, setup: SiteSetup, issueId: string, today: string): Promise<RiskView> {
  const { fields: ids } = setup;
  const [risk, permissions, planning, moves] = await Promise.all([
    getIssue(jira, issueId, { fields: riskFields(setup), properties: [REVIEW_PROPERTY] }),
    permissionsOnIssue(jira, issueId, ['EDIT_ISSUES', 'LINK_ISSUES', 'ADD_COMMENTS']),
    readPlanningFields(jira),
    readMoves(jira, setup, issueId),
  ]);
  const { fields } = risk;
  const record = reviewRecordIn(risk.properties[REVIEW_PROPERTY]);
  const [{ enablers, threatens, unread }, comment] = await Promise.all([
    readNeighbours(jira, setup, planning, linksOf(fields)),
    record && readComment(jira, risk.id, record.commentId),
  ]);
  const states = enablers.map(({ status, dropped, points }) => ({ category: status.category, dropped, points }));
  const progress = progressOf(states);
  const status = statusOf(fields);
  const statusKey = riskStatusKeyOf(setup, status.id);
  const project = projectOf(fields);
  const owner = personOf(fields, ids.riskOwner);
  const shown = {
    inherent: scoreOf(setup, fields, 'inherent'),
    residual: scoreOf(setup, fields, 'residual'),
    level: storedLevelOf(setup, fields),
    treatment: meaningOf(setup.options.treatment, optionIdOf(fields, ids.treatment)),
    nextReview: dayOf(fields, ids.nextReview),
    acceptanceExpires: dayOf(fields, ids.acceptanceExpires),
    progress,
  };
  const residualLevel = storedLevelOf(setup, fields, 'residualLevel');
  const now: ReviewedState = {
    ...(shown.level === undefined ? {} : { level: shown.level }),
    ...(residualLevel === undefined ? {} : { residualLevel }),
    enablers: { done: progress.done, total: progressTotal(progress) },
  };
  return {
    ...shown,
    id: risk.id,
    key: risk.key,
    summary: summaryOf(fields),
    projectId: project.id,
    projectKey: project.key,
    status: statusViewOf(status),
    statusKey,
    moves,
    residualLevel,
    owner: personViewOf(fields, ids.riskOwner),
    ownerActive: owner?.active ?? true,
    due: dayOf(fields, 'duedate'),
    businessImpact: plainTextOf(fields[ids.businessImpact]) || undefined,
    infoSecReference: lineOf(fields, ids.infoSecReference),
    enablers,
    pointProgress: pointProgressOf(states),
    threatens,
    unread,
    lastReview: record && comment && { ...reviewOf(comment), since: sinceReview(record.state, now) },
    problems: problemsIn(setup, {
      ...shown,
      open: status.category !== 'done',
      accepted: statusKey === 'accepted',
      owner: owner === undefined ? 'none' : owner.active ? 'active' : 'inactive',
      unassignedEnablers: enablers.filter(isUnassigned).length,
      today,
      unassessedStories: threatens.filter(isUnassessed).length,
    }),
    mayEdit: permissions.has('EDIT_ISSUES'),
    mayLink: permissions.has('LINK_ISSUES'),
    mayComment: permissions.has('ADD_COMMENTS'),
  };
}

function isUnassigned({ status, dropped, assignee }: EnablerView): boolean {
  return status.category !== 'done' && !dropped && assignee === undefined;
}

function isUnassessed({ relevance, status }: ThreatenedStoryView): boolean {
  return relevance === 'unassessed' && status.category !== 'done';
}

function riskFields(setup: SiteSetup): readonly string[] {
  const { businessImpact, infoSecReference } = setup.fields;
  return [...registerFields(setup), 'project', 'duedate', businessImpact, infoSecReference];
}

/** Where the statuses are not known, Jira is not asked. */
async function readMoves(jira: JiraRequest, setup: SiteSetup, issueId: string): Promise<readonly RiskStatusKey[]> {
  const { riskStatusIds } = setup;
  if (riskStatusIds === undefined) return [];
  const offered = new Set((await listTransitions(jira, issueId)).map(({ to }) => to.id));
  return RISK_STATUS_KEYS.filter((key) => offered.has(riskStatusIds[key]));
}

/** A comment that is gone, or not for this viewer, says nothing. */
async function readComment(jira: JiraRequest, issueId: string, commentId: string): Promise<JiraComment | undefined> {
  try {
    return await getComment(jira, issueId, commentId);
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return undefined;
    throw error;
  }
}

function reviewOf({ at, by, text }: JiraComment) {
  return { at, by: by && { name: by.name, avatarUrl: by.avatarUrl }, note: text };
}

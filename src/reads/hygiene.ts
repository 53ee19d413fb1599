/**
 * The page Hygiene, as the viewer: rules that Jira's search knows are counted, the others come from a look at the risks.
 *
 * Points of Jira's quota: a count 1; a list of a counted rule 1 and 1 a row, twenty rows at a time; a look 1 and 1 a risk,
 * a hundred at a time; enablers that were dropped 1 and 1 each; one risk again 2.
 * To open the page: 4 counts, a look at the open risks and at the closed ones that have enablers, the dropped enablers,
 * and the rows of one rule. With 14 open risks and few findings about 30 points; at most 430 whatever the size, because no
 * more than LOOK_PAGES are looked at unasked.
 */
import { hygieneOf, type HygieneRule } from '../domain/hygiene';
import { progressOf } from '../domain/progress';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { getIssue, type JiraIssue } from '../jira/issue';
import {
  dayOf,
  linksOf,
  optionIdOf,
  personOf,
  statusOf,
  summaryOf,
  type IssueLink,
  type IssueStatus,
} from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';
import { searchFirst, searchPage } from '../jira/search';
import { droppedQuery, lookQuery, rowsQuery, wayOf } from './hygiene-queries';
import type { HygieneBasis, HygienePage, HygieneRow } from './hygiene-view';
import { registerFields } from './risk-fields';
import { meaningOf, mitigatingLinks, riskStatusKeyOf, scoreOf, statusViewOf, storedLevelOf } from './values';

/** Rows of a rule at a time. */
export const RULE_PAGE = 20;
/** Risks looked at in one request; Jira gives no more with fields. */
export const LOOK_PAGE = 100;
/** Pages of open risks looked at unasked, and of closed ones. */
export const LOOK_PAGES = { open: 2, closed: 1 } as const;
/** The dropped enablers that are known are the last changed of all that the viewer may see. */
const DROPPED_MOST = 100;

export function hygieneBasis(site: SiteSetup, project: ProjectSetup, today: string): HygieneBasis {
  return { setup: setupOf(site, project), project, today };
}

/** Ids of enablers that were dropped by their resolution alone, as far as they are read. @throws JiraError */
export async function readDropped(jira: JiraRequest, basis: HygieneBasis): Promise<ReadonlySet<string>> {
  const jql = droppedQuery(basis);
  if (jql === undefined) return new Set();
  const found = await searchFirst(jira, { jql, fields: ['status'], atMost: DROPPED_MOST });
  return new Set(found.map(({ id }) => id));
}

/**
 * The rows of a rule that is counted, the most severe first.
 * @param changedIds risks that were changed from this page a moment ago, which Jira's index may not know yet; the same
 *   through the list.
 * @throws JiraError; `unexpectedAnswer` for a rule that is not counted.
 */
export async function readRulePage(
  jira: JiraRequest,
  basis: HygieneBasis,
  rule: HygieneRule,
  dropped: ReadonlySet<string>,
  next?: string,
  changedIds: readonly string[] = [],
): Promise<HygienePage> {
  const way = wayOf(basis, rule);
  if (way.way !== 'counted') throw new JiraError('unexpectedAnswer', 'hygiene.rule');
  return readPage(jira, basis, rowsQuery(basis, way.jql), RULE_PAGE, dropped, next, changedIds);
}

/**
 * One page of a look: every risk on it, with the rules that it breaks.
 * @throws JiraError
 */
export function lookAt(
  jira: JiraRequest,
  basis: HygieneBasis,
  at: 'open' | 'closed',
  dropped: ReadonlySet<string>,
  next?: string,
): Promise<HygienePage> {
  return readPage(jira, basis, lookQuery(basis, at), LOOK_PAGE, dropped, next, []);
}

async function readPage(
  jira: JiraRequest,
  basis: HygieneBasis,
  jql: string,
  atMost: number,
  dropped: ReadonlySet<string>,
  next: string | undefined,
  changedIds: readonly string[],
): Promise<HygienePage> {
  const found = await searchPage(jira, {
    jql,
    fields: registerFields(basis.setup),
    atMost,
    changedIds,
    ...(next === undefined ? {} : { token: next }),
  });
  return {
    rows: found.issues.map((issue) => rowOf(basis, issue, dropped)),
    ...(found.next === undefined ? {} : { next: found.next }),
  };
}

/**
 * One risk as it is now, not as the index has it.
 * @throws JiraError; `notFound` when it is gone or hidden.
 */
export async function readHygieneRow(
  jira: JiraRequest,
  basis: HygieneBasis,
  issueId: string,
  dropped: ReadonlySet<string>,
): Promise<HygieneRow> {
  return rowOf(basis, await getIssue(jira, issueId, { fields: registerFields(basis.setup) }), dropped);
}

function rowOf(basis: HygieneBasis, { id, key, fields }: JiraIssue, dropped: ReadonlySet<string>): HygieneRow {
  const { setup, today } = basis;
  const { fields: ids } = setup;
  const status = statusOf(fields);
  const statusKey = riskStatusKeyOf(setup, status.id);
  const owner = personOf(fields, ids.riskOwner);
  const links = mitigatingLinks(setup, linksOf(fields));
  const isDropped = ({ issue }: IssueLink) => setup.droppedStatusIds.includes(issue.status.id) || dropped.has(issue.id);
  const shown = {
    inherent: scoreOf(setup, fields, 'inherent'),
    residual: scoreOf(setup, fields, 'residual'),
    level: storedLevelOf(setup, fields),
    nextReview: dayOf(fields, ids.nextReview),
    acceptanceExpires: dayOf(fields, ids.acceptanceExpires),
    progress: progressOf(links.map((link) => ({ category: link.issue.status.category, dropped: isDropped(link) }))),
  };
  const rules = hygieneOf({
    ...shown,
    open: status.category !== 'done',
    accepted: statusKey === 'accepted',
    inTreatment: isInTreatment(setup, status),
    owner: owner === undefined ? 'none' : owner.active ? 'active' : 'inactive',
    treatment: meaningOf(setup.options.treatment, optionIdOf(fields, ids.treatment)),
    hasEnabler: links.length > 0,
    today,
  });
  return {
    ...shown,
    id,
    key,
    summary: summaryOf(fields),
    status: statusViewOf(status),
    statusKey,
    residualLevel: storedLevelOf(setup, fields, 'residualLevel'),
    owner: owner?.name,
    openEnablers: links
      .filter((link) => link.issue.status.category !== 'done' && !isDropped(link))
      .map(({ issue }) => ({ key: issue.key, summary: issue.summary, status: statusViewOf(issue.status) })),
    rules: rules.filter((rule) => wayOf(basis, rule).way !== 'noField'),
  };
}

function isInTreatment({ riskStatusIds }: SiteSetup, status: IssueStatus): boolean {
  return riskStatusIds === undefined ? status.category === 'inProgress' : status.id === riskStatusIds.inTreatment;
}

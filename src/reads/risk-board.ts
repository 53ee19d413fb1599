/**
 * The register of one project as a working list, as the viewer: a hundred risks a request, so that the first ones stand
 * while the others are on their way.
 *
 * Points of Jira's quota: a page 1 and 1 a risk; the count 1; the rights 2. 2,000 risks are 20 pages and one count.
 */
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import {
  dayOf,
  instantOf,
  linksOf,
  optionIdOf,
  personOf,
  projectOf,
  statusOf,
  summaryOf,
  typeIdOf,
} from '../jira/issue-fields';
import { permissionsOnProject } from '../jira/permission';
import type { JiraRequest } from '../jira/request';
import { countIssues, searchPage } from '../jira/search';
import { problemsIn } from './problems';
import { riskListQuery, riskPageQuery } from './risk-board-queries';
import type { RiskBoardBasis, RiskBoardPage, RiskBoardRights, RiskList, RiskRow } from './risk-board-view';
import { registerFields } from './risk-fields';
import { meaningOf, progressOfLinks, riskStatusKeyOf, scoreOf, statusViewOf, storedLevelOf } from './values';

/** Rows asked for at a time; Jira gives no more with fields. */
export const RISK_PAGE = 100;

export function riskBoardBasis(site: SiteSetup, project: ProjectSetup): RiskBoardBasis {
  return { setup: setupOf(site, project), project };
}

/** One request. @throws JiraError; `notFound` when the viewer may not see the project. */
export async function readRiskBoardRights(
  jira: JiraRequest,
  { project }: Pick<RiskBoardBasis, 'project'>,
): Promise<RiskBoardRights> {
  const may = await permissionsOnProject(jira, project.projectId, ['EDIT_ISSUES', 'CREATE_ISSUES']);
  return { edit: may.has('EDIT_ISSUES'), create: may.has('CREATE_ISSUES') };
}

/** How many the list has for this viewer. @throws JiraError */
export function countRisks(jira: JiraRequest, basis: RiskBoardBasis, list: RiskList): Promise<number> {
  return countIssues(jira, riskListQuery(basis, list));
}

/**
 * One page of a list, the most severe first.
 * @param today ISO day of the viewer.
 * @param next from the page before.
 * @param changedIds risks that were changed from this page a moment ago, which Jira's index may not know yet; the same
 *   through the list.
 * @throws JiraError
 */
export async function readRiskPage(
  jira: JiraRequest,
  basis: RiskBoardBasis,
  list: RiskList,
  today: string,
  next?: string,
  changedIds: readonly string[] = [],
): Promise<RiskBoardPage> {
  const found = await searchPage(jira, {
    jql: riskPageQuery(basis, list),
    fields: rowFields(basis.setup),
    atMost: RISK_PAGE,
    changedIds,
    ...(next === undefined ? {} : { token: next }),
  });
  return {
    rows: found.issues.map((issue) => rowOf(basis.setup, issue, today)),
    ...(found.next === undefined ? {} : { next: found.next }),
  };
}

/**
 * These risks as they are now, not as the index has them; what is gone, hidden or no risk of this project any more is left
 * out. One request for each hundred.
 * @throws JiraError
 */
export async function readRiskRows(
  jira: JiraRequest,
  { setup, project }: RiskBoardBasis,
  issueIds: readonly string[],
  today: string,
): Promise<readonly RiskRow[]> {
  if (issueIds.length === 0) return [];
  const issues = await fetchIssues(jira, issueIds, { fields: [...rowFields(setup), 'issuetype', 'project'] });
  return issues
    .filter(({ fields }) => typeIdOf(fields) === setup.riskTypeId && projectOf(fields).id === project.projectId)
    .map((issue) => rowOf(setup, issue, today));
}

function rowFields(setup: SiteSetup): readonly string[] {
  return [...registerFields(setup), 'created'];
}

function rowOf(setup: SiteSetup, { id, key, fields }: JiraIssue, today: string): RiskRow {
  const { fields: ids } = setup;
  const status = statusOf(fields);
  const statusKey = riskStatusKeyOf(setup, status.id);
  const owner = personOf(fields, ids.riskOwner);
  const shown = {
    inherent: scoreOf(setup, fields, 'inherent'),
    residual: scoreOf(setup, fields, 'residual'),
    level: storedLevelOf(setup, fields),
    treatment: meaningOf(setup.options.treatment, optionIdOf(fields, ids.treatment)),
    nextReview: dayOf(fields, ids.nextReview),
    acceptanceExpires: dayOf(fields, ids.acceptanceExpires),
    progress: progressOfLinks(setup, linksOf(fields)),
  };
  return {
    ...shown,
    id,
    key,
    summary: summaryOf(fields),
    status: statusViewOf(status),
    statusKey,
    residualLevel: storedLevelOf(setup, fields, 'residualLevel'),
    owner,
    created: instantOf(fields, 'created'),
    problems: problemsIn(setup, {
      ...shown,
      open: status.category !== 'done',
      accepted: statusKey === 'accepted',
      owner: owner === undefined ? 'none' : owner.active ? 'active' : 'inactive',
      unassignedEnablers: 0,
      today,
      unassessedStories: 0,
    }),
  };
}

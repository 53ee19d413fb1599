/**
 * The page Refinement, as the viewer: what it begins with, its counts, its lists a page at a time, and one row again after
 * a change.
 *
 * Points of Jira's quota: to begin with 4, and 1 for each risk without an owner; 6 for the counts; a page of a list 1 and
 * 1 a row, and where rows are linked to risks 1 and 1 a risk; a single row 2, with its risks as before; how rows got past
 * Ready 1 and 1 a row.
 */
import { entryOf } from '../domain/bypass';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { fetchStatusChanges } from '../jira/changelog';
import { JiraError } from '../jira/errors';
import { getIssue } from '../jira/issue';
import { permissionsOnProject } from '../jira/permission';
import { readPlanningFields } from '../jira/planning-fields';
import type { JiraRequest } from '../jira/request';
import { countIssues, Places, searchFirst, searchPage } from '../jira/search';
import { readyStatusIdsOf } from './ready-statuses';
import { refinementQueries, unownedRisksQuery } from './refinement-queries';
import { rowFields, rowsOf } from './refinement-rows';
import type {
  RefinementBasis,
  RefinementCounts,
  RefinementList,
  RefinementNext,
  RefinementPage,
  RefinementRow,
} from './refinement-view';
import { setupsAround } from './linked-risks';
import { personView } from './values';

/** Rows asked for at a time; Jira gives no more with fields. */
export const REFINEMENT_PAGE = 100;
/** Risks without an owner that the queries name: a query is no longer than Jira takes. The app's mark finds the others. */
const UNOWNED_RISKS_MOST = 20;

/**
 * Three requests side by side; one more in a team-managed project, and one more where nobody chose yet which statuses
 * count as ready.
 * @throws JiraError; `notFound` when the viewer may not see the project.
 */
export async function readRefinementBasis(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
): Promise<RefinementBasis> {
  const setup = setupOf(site, project);
  const [planning, may, readyStatusIds, unownedRiskKeys] = await Promise.all([
    readPlanningFields(jira),
    permissionsOnProject(jira, project.projectId, ['EDIT_ISSUES', 'LINK_ISSUES', 'TRANSITION_ISSUES', 'CREATE_ISSUES']),
    readyStatusIdsOf(jira, site, project),
    project.settings.checks.riskOwner === 'off' ? [] : readUnownedRisks(jira, setupsAround(site, setup)),
  ]);
  return {
    site,
    setup,
    project,
    readyStatusIds,
    unownedRiskKeys,
    rankField: planning.rank,
    pointsFields: planning.points,
    may: {
      edit: may.has('EDIT_ISSUES'),
      link: may.has('LINK_ISSUES'),
      move: may.has('TRANSITION_ISSUES'),
      create: may.has('CREATE_ISSUES'),
    },
  };
}

async function readUnownedRisks(jira: JiraRequest, setups: readonly SiteSetup[]): Promise<readonly string[]> {
  const found = await Promise.all(
    setups.map((setup) =>
      searchFirst(jira, { jql: unownedRisksQuery(setup), fields: ['summary'], atMost: UNOWNED_RISKS_MOST }),
    ),
  );
  const keys = found.flat().map(({ key }) => key);
  return [...new Set(keys)].slice(0, UNOWNED_RISKS_MOST);
}

/** Six counts side by side. @throws JiraError */
export async function countRefinement(jira: JiraRequest, basis: RefinementBasis): Promise<RefinementCounts> {
  const { relevant, notRelevant, lists } = refinementQueries(basis, basis.unownedRiskKeys);
  const count = async (list: RefinementList) => {
    if (!isAsked(basis, list)) return { jql: lists[list], count: 0 };
    return accepted(basis, list, async (jql) => ({ jql, count: await countIssues(jira, jql) }));
  };
  const [relevantCount, notRelevantCount, unassessed, unanswered, enablersNotReady, bypasses] = await Promise.all([
    countIssues(jira, relevant),
    countIssues(jira, notRelevant),
    count('unassessed'),
    count('unanswered'),
    count('enablersNotReady'),
    count('bypasses'),
  ]);
  return {
    relevant: relevantCount,
    notRelevant: notRelevantCount,
    unassessed: unassessed.count,
    lists: {
      unassessed: unassessed.count,
      unanswered: unanswered.count,
      enablersNotReady: enablersNotReady.count,
      bypasses: bypasses.count,
    },
    jql: {
      unassessed: unassessed.jql,
      unanswered: unanswered.jql,
      enablersNotReady: enablersNotReady.jql,
      bypasses: bypasses.jql,
    },
  };
}

/**
 * One page of a list, by rank.
 * @param next from the page before.
 * @param changedIds stories that were changed from this page a moment ago, which Jira's index may not know yet; looked at
 *   on the first page only, because they then stay the same through the list.
 * @throws JiraError; `unexpectedAnswer` where the pages go round.
 */
export async function readRefinementPage(
  jira: JiraRequest,
  basis: RefinementBasis,
  list: RefinementList,
  next?: RefinementNext,
  changedIds: readonly string[] = [],
): Promise<RefinementPage> {
  if (!isAsked(basis, list)) return { rows: [], leftOut: 0 };
  const changed = next?.changedIds ?? changedIds;
  const read = async (jql: string) => {
    const page = { jql, fields: rowFields(basis), atMost: REFINEMENT_PAGE, changedIds: changed };
    return { jql, found: await searchPage(jira, next === undefined ? page : { ...page, token: next.token }) };
  };
  const { jql, found } = await (next === undefined ? accepted(basis, list, read) : read(next.jql));
  const asked = next === undefined ? [] : [...next.asked, next.token];
  if (found.next !== undefined) new Places(asked).take(found.next);
  const rows = (await rowsOf(jira, basis, found.issues)).filter(({ lists }) => lists.includes(list));
  return {
    rows,
    leftOut: found.issues.length - rows.length,
    ...(found.next === undefined ? {} : { next: { jql, token: found.next, asked, changedIds: changed } }),
  };
}

/**
 * One story as it is now, not as the index has it; `lists` says where it belongs.
 * @throws JiraError; `notFound` when it is gone or hidden.
 */
export async function readRefinementRow(
  jira: JiraRequest,
  basis: RefinementBasis,
  issueId: string,
): Promise<RefinementRow> {
  const issue = await getIssue(jira, issueId, { fields: rowFields(basis) });
  const [row] = await rowsOf(jira, basis, [issue]);
  if (row === undefined) throw new JiraError('unexpectedAnswer', 'refinement.row');
  return row;
}

/**
 * The same rows with how each got past Ready: one request, one point and one a row. A row that is no bypass stays as it is.
 * @throws JiraError
 */
export async function readBypasses(
  jira: JiraRequest,
  { readyStatusIds }: RefinementBasis,
  rows: readonly RefinementRow[],
): Promise<readonly RefinementRow[]> {
  const asked = rows.filter(({ lists }) => lists.includes('bypasses'));
  if (asked.length === 0) return rows;
  const moves = await fetchStatusChanges(
    jira,
    asked.map(({ id }) => id),
  );
  return rows.map((row): RefinementRow => {
    if (!row.lists.includes('bypasses')) return row;
    const seen = (moves.get(row.id) ?? []).map((move) => ({
      ...move,
      by: personView(move.by),
    }));
    return { ...row, bypass: entryOf(seen, row.made, readyStatusIds) };
  });
}

/** A project that does not ask for something has no list of where it is missing. */
function isAsked({ project, readyStatusIds }: RefinementBasis, list: RefinementList): boolean {
  const { gate, checks } = project.settings;
  if (list === 'bypasses') return gate !== 'off' && readyStatusIds.length > 0;
  return list !== 'unanswered' || checks.answer === 'required';
}

/**
 * By the list's query; where Jira refuses that, because a risk it names is gone, by the one that names none.
 * @throws JiraError
 */
async function accepted<T>(
  basis: RefinementBasis,
  list: RefinementList,
  read: (jql: string) => Promise<T>,
): Promise<T> {
  const jql = refinementQueries(basis, basis.unownedRiskKeys).lists[list];
  const plain = refinementQueries(basis, []).lists[list];
  try {
    return await read(jql);
  } catch (error) {
    if (jql === plain || !(error instanceof JiraError) || error.kind !== 'refused') throw error;
    return read(plain);
  }
}

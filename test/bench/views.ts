/**
 * The views that are measured: the two gadgets that are compared, ours through its own read code and one that pages
 * through all issues; the page Refinement as it opens; and the whole risk board.
 */
import type { SetupView } from '../../src/contract/defs';
import type { Result } from '../../src/contract/result';
import { path as jiraPath, type JiraRequest } from '../../src/jira/request';
import { startGadget } from '../../src/reads/gadget';
import { countRisks, readRiskBoardRights, readRiskPage, riskBoardBasis } from '../../src/reads/risk-board';
import { countRefinement, readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import type { BenchSite } from './bench-site';
import { measure, type ViewCost } from './measure';

const TODAY = '2026-11-20';

/** One view of the gadget: the recorded ids and the trend from a function, then every number as the viewer. */
export async function viewGadget(bench: BenchSite): Promise<ViewCost> {
  const jira = asViewer(bench);
  return measure(bench, async (invoke) => {
    const projectIds = [bench.projectId];
    const answer = (await invoke('getSetup', { projectIds, trends: { days: 90 } })) as Result<SetupView>;
    if (!answer.ok || answer.value.site === undefined) throw new Error('the bench site is not set up');
    const parts = startGadget(
      jira,
      answer.value.site,
      { projectIds, notSetUp: 0, notVisible: 0 },
      answer.value.projects,
      TODAY,
    );
    await Promise.all(Object.values(parts));
  });
}

/** The page Refinement until its first rows stand: the recorded ids, what it begins with, the counts and one page. */
export async function viewRefinement(bench: BenchSite): Promise<ViewCost> {
  const jira = asViewer(bench);
  return measure(bench, async (invoke) => {
    const answer = (await invoke('getSetup', { projectIds: [bench.projectId] })) as Result<SetupView>;
    const [project] = answer.ok ? answer.value.projects : [];
    if (!answer.ok || answer.value.site === undefined || project === undefined) throw new Error('not set up');
    const basis = await readRefinementBasis(jira, answer.value.site, project);
    await Promise.all([countRefinement(jira, basis), readRefinementPage(jira, basis, 'unassessed')]);
  });
}

/**
 * The whole risk board: the recorded ids, what the viewer may do, every page of the open risks, and how many there are,
 * asked as soon as it is known that one page is not all.
 */
export async function viewRiskBoard(bench: BenchSite): Promise<ViewCost & { readonly listRequests: number }> {
  const jira = asViewer(bench);
  let listRequests = 0;
  const counted: JiraRequest = (path, init) => {
    listRequests += 1;
    return jira(path, init);
  };
  const cost = await measure(bench, async (invoke) => {
    const answer = (await invoke('getSetup', { projectIds: [bench.projectId] })) as Result<SetupView>;
    const [project] = answer.ok ? answer.value.projects : [];
    if (!answer.ok || answer.value.site === undefined || project === undefined) throw new Error('not set up');
    const basis = riskBoardBasis(answer.value.site, project);
    const rights = readRiskBoardRights(jira, basis);
    let page = await readRiskPage(counted, basis, 'open', TODAY);
    const total = page.next === undefined ? undefined : countRisks(counted, basis, 'open');
    let read = page.rows.length;
    while (page.next !== undefined) {
      page = await readRiskPage(counted, basis, 'open', TODAY, page.next);
      read += page.rows.length;
    }
    await rights;
    if (total !== undefined && (await total) !== read) throw new Error(`${read} risks were read, others counted`);
  });
  return { ...cost, listRequests };
}

/** As many issues as Jira gives on one page once fields are asked for. */
export const NAIVE_PAGE = 100;

/**
 * One view of a gadget that does not count but reads: every issue of the project with the fields and links it needs,
 * page after page, because the token of the next page is in the one before.
 */
export async function viewNaiveGadget(bench: BenchSite): Promise<ViewCost> {
  const jira = asViewer(bench);
  const { fields } = bench.setup;
  const wanted = ['issuetype', 'status', 'resolution', 'issuelinks', 'summary', 'duedate', ...Object.values(fields)];
  const cost = await measure(bench, async () => {
    let nextPageToken: string | undefined;
    let read = 0;
    do {
      const page = await searchPage(jira, {
        jql: `project = ${bench.projectId} ORDER BY key ASC`,
        maxResults: NAIVE_PAGE,
        fields: wanted,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      });
      read += page.issues.length;
      nextPageToken = page.nextPageToken;
    } while (nextPageToken !== undefined);
    if (read !== bench.jira.state.issues.size) throw new Error(`the naive gadget read ${read} issues only`);
  });
  // What it adds up is right after the last page and not before.
  return { ...cost, firstMs: cost.wholeMs };
}

async function searchPage(
  jira: JiraRequest,
  query: object,
): Promise<{ readonly issues: readonly unknown[]; readonly nextPageToken?: string }> {
  const response = await jira(jiraPath`/rest/api/3/search/jql`, {
    method: 'POST',
    body: JSON.stringify(query),
    headers: { 'Content-Type': 'application/json' },
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`search/jql: ${response.status} ${text}`);
  return JSON.parse(text) as { issues: unknown[]; nextPageToken?: string };
}

/** Requests as the viewer, within the manifest's scopes, as the bridge sends them. */
function asViewer({ jira, site, viewer }: BenchSite): JiraRequest {
  const token = site.token({ type: 'user', accountId: viewer });
  return async ({ strings, values }, init) => {
    const url = strings.reduce(
      (start, text, index) => `${start}${encodeURIComponent(String(values[index - 1]))}${text}`,
    );
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return jira.fetch(
      new Request(`http://jira.local${url}`, {
        method: init.method,
        headers,
        ...(init.body === undefined ? {} : { body: init.body }),
      }),
    );
  };
}

/**
 * The two gadgets that are compared: ours, through its own read code, and one that pages through all issues.
 */
import type { SetupView } from '../../src/contract/defs';
import type { Result } from '../../src/contract/result';
import { path as jiraPath, type JiraRequest } from '../../src/jira/request';
import { startGadget } from '../../src/reads/gadget';
import type { BenchSite } from './bench-site';
import { measure, type ViewCost } from './measure';

const TODAY = '2026-11-20';

/** One view of the gadget: the recorded ids from a function, then every number as the viewer. */
export async function viewGadget(bench: BenchSite): Promise<ViewCost> {
  const jira = asViewer(bench);
  return measure(bench, async (invoke) => {
    const projectIds = [bench.projectId];
    const answer = (await invoke('getSetup', { projectIds })) as Result<SetupView>;
    if (!answer.ok || answer.value.site === undefined) throw new Error('the bench site is not set up');
    const parts = startGadget(jira, answer.value.site, { projectIds, leftOut: 0 }, answer.value.projects, TODAY);
    await Promise.all(Object.values(parts));
  });
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
  return measure(bench, async () => {
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

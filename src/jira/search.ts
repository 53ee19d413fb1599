/**
 * Searching and counting by JQL. The index lags behind writes by seconds, sometimes minutes.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { numericId } from './ids';
import { issuesSchema, type JiraIssue } from './issue';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface SearchOptions {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly properties?: readonly string[];
  /** Rows asked for; Jira may give fewer. */
  readonly atMost: number;
}

function searchBody({ jql, fields, properties, atMost }: SearchOptions) {
  return { jql, fields, maxResults: atMost, ...(properties ? { properties } : {}) };
}

/** Jira's own limit of `reconcileIssues`. */
const RECONCILED_MOST = 50;

/**
 * The first rows of a search; never a second page.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post
 */
export async function searchFirst(jira: JiraRequest, options: SearchOptions): Promise<readonly JiraIssue[]> {
  const answer = await send(
    jira,
    {
      operation: 'search.jql',
      method: 'POST',
      readOnly: true,
      path: path`/rest/api/3/search/jql`,
      body: searchBody(options),
    },
    v.object({ issues: issuesSchema }),
  );
  return answer.issues.slice(0, options.atMost);
}

export interface PageOptions extends SearchOptions {
  /** `next` of the page before, of the same query. */
  readonly token?: string;
  /**
   * Issues that changed a moment ago: for the last fifty of these Jira looks at the issue as it is, not at its index.
   * The same on every page. https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/
   */
  readonly changedIds?: readonly string[];
}

export interface SearchPage {
  readonly issues: readonly JiraIssue[];
  /** Where the next page begins; missing after the last one. A page may be short, or empty, before that. */
  readonly next?: string;
}

/** One page of a search. Same endpoint as `searchFirst`. */
export async function searchPage(jira: JiraRequest, options: PageOptions): Promise<SearchPage> {
  const operation = 'search.page';
  const changed = (options.changedIds ?? []).slice(-RECONCILED_MOST);
  const reconcile = changed.map((id) => Number(numericId(id, operation)));
  const answer = await send(
    jira,
    {
      operation,
      method: 'POST',
      readOnly: true,
      path: path`/rest/api/3/search/jql`,
      body: {
        ...searchBody(options),
        ...(options.token === undefined ? {} : { nextPageToken: options.token }),
        ...(reconcile.length === 0 ? {} : { reconcileIssues: reconcile }),
      },
    },
    v.object({ issues: issuesSchema, nextPageToken: v.nullish(v.string()), isLast: v.optional(v.boolean()) }),
  );
  const token = answer.isLast === true ? undefined : (answer.nextPageToken ?? undefined);
  if (token === undefined) return { issues: answer.issues };
  if (token !== options.token) return { issues: answer.issues, next: token };
  // The token that was given, again: what is behind it would never come. Where nothing came, nothing is behind it.
  if (answer.issues.length > 0) throw new JiraError('unexpectedAnswer', operation);
  return { issues: answer.issues };
}

/** The places of one list that were asked for. Jira's tokens are to lead to an end; one that comes again leads round. */
export class Places {
  readonly #asked: Set<string>;

  /** @param asked tokens that were asked for already. */
  constructor(asked: Iterable<string> = []) {
    this.#asked = new Set(asked);
  }

  /** @throws JiraError `unexpectedAnswer` for a token that was asked for before. */
  take(token: string): string {
    if (this.#asked.has(token)) throw new JiraError('unexpectedAnswer', 'search.page');
    this.#asked.add(token);
    return token;
  }
}

/**
 * All pages of a search, as they come; no issue comes twice, although a page may be given again, or an issue that is made
 * meanwhile pushes another one onto the next page.
 * @throws JiraError; `refused` for a token that lived too long, `unexpectedAnswer` where the pages come to no end.
 */
export async function* searchPages(
  jira: JiraRequest,
  options: Omit<PageOptions, 'token'>,
): AsyncGenerator<readonly JiraIssue[], void, undefined> {
  const places = new Places();
  const seen = new Set<string>();
  let page = await searchPage(jira, options);
  for (;;) {
    const fresh = page.issues.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    yield fresh;
    if (page.next === undefined) return;
    page = await searchPage(jira, { ...options, token: places.take(page.next) });
  }
}

/**
 * How many issues the caller may see that match; one point, whatever the number.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-approximate-count-post
 */
export async function countIssues(jira: JiraRequest, jql: string): Promise<number> {
  const answer = await send(
    jira,
    {
      operation: 'search.count',
      method: 'POST',
      readOnly: true,
      path: path`/rest/api/3/search/approximate-count`,
      body: { jql },
    },
    v.object({ count: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  );
  return answer.count;
}

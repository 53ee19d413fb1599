/**
 * Searching and counting by JQL. The index lags behind writes by seconds, sometimes minutes.
 */
import * as v from 'valibot';
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
      body: {
        jql: options.jql,
        fields: options.fields,
        maxResults: options.atMost,
        ...(options.properties ? { properties: options.properties } : {}),
      },
    },
    v.object({ issues: issuesSchema }),
  );
  return answer.issues.slice(0, options.atMost);
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

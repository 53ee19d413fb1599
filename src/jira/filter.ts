/**
 * Saved filters.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface JiraFilter {
  readonly id: string;
  readonly name: string;
}

const filterSchema = v.object({ id: v.string(), name: v.string() });

/** Rows of a list to choose from; whoever misses one types more of its name. */
const SUGGESTED_MOST = 20;

/**
 * Filters that the caller owns or that are shared with them, whose name holds this text; the first ones of all for an
 * empty text.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-filters/#api-rest-api-3-filter-search-get
 */
export async function findFilters(jira: JiraRequest, text: string): Promise<readonly JiraFilter[]> {
  const words = text.trim();
  const answer = await send(
    jira,
    {
      operation: 'filter.search',
      method: 'GET',
      path:
        words === ''
          ? path`/rest/api/3/filter/search?maxResults=${SUGGESTED_MOST}&orderBy=name`
          : path`/rest/api/3/filter/search?maxResults=${SUGGESTED_MOST}&orderBy=name&filterName=${words}`,
    },
    v.object({ values: v.array(filterSchema) }),
  );
  return answer.values;
}

/**
 * One filter; `undefined` when it is gone or not shared with the caller: Jira answers both with 400.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-filters/#api-rest-api-3-filter-id-get
 */
export async function getFilter(jira: JiraRequest, filterId: string): Promise<JiraFilter | undefined> {
  const operation = 'filter.get';
  const id = numericId(filterId, operation);
  try {
    return await send(jira, { operation, method: 'GET', path: path`/rest/api/3/filter/${id}` }, filterSchema);
  } catch (error) {
    if (error instanceof JiraError && (error.kind === 'refused' || error.kind === 'notFound')) return undefined;
    throw error;
  }
}

export async function mayUseFilter(jira: JiraRequest, filterId: string): Promise<boolean> {
  return (await getFilter(jira, filterId)) !== undefined;
}

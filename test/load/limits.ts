/**
 * What Jira and Forge allow, as their own pages say it. Sources, with the date of the page:
 * [jira] https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (12 August 2026)
 * [runs] https://developer.atlassian.com/platform/forge/limits-invocation/ (13 January 2026)
 * [kvs] https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (1 December 2025)
 * [queue] https://developer.atlassian.com/platform/forge/limits-async-events/ (26 February 2026)
 *
 * Not said there, and taken at its strictest: whether what a page asks as the viewer counts as the app's (here: yes), and
 * whether events and jobs count as invocations by people do (here: yes).
 */

/** Points an hour, for all customers of an app together; of this, one customer is shown. [jira] */
export const POINTS_AN_HOUR = 65_000;
/** One function at a time for each of these, in a minute. [runs] */
export const RUNS_A_MINUTE = { user: 1_200, site: 5_000 } as const;
/** Requests to Jira in a minute, of one site. [runs] */
export const REQUESTS_A_MINUTE = 100_000;
/** Of one site; a request counts once for each 10 KB begun. [kvs] */
export const STORAGE = { requestsASecond: 1_000, readsAMinute: 4_000, writesAMinute: 4_000, unit: 10_240 } as const;
/** Of one site. [queue] */
export const JOBS_A_MINUTE = 500;

/**
 * Requests a second to one endpoint, of one site. How far above it a bucket reaches is not said; here, as in the local Jira,
 * not at all. [jira]
 */
export function burstLimit(method: string, route: string): number {
  if (method === 'GET' && route.endsWith('/changelog')) return 200;
  if (method === 'GET' && route === '/rest/api/3/issue/{issueIdOrKey}') return 150;
  if (route.endsWith('/search/approximate-count') || route.endsWith('/expression/evaluate')) return 150;
  return method === 'GET' || method === 'POST' ? 100 : 50;
}

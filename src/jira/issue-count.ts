/**
 * How many issues use an object of the configuration, and the JQL that lists them. Jira's index lags: a use of the last
 * seconds may not be counted yet.
 */
import type { LinkType } from '../domain/site-setup';
import { customField, hasLink, isNotEmpty, isOneOf } from './jql';
import type { JiraRequest } from './request';
import { countIssues } from './search';

/** The query of everybody who uses it. */
export const usersOf = {
  issueType: (id: string): string => isOneOf('issuetype', [id]),
  status: (id: string): string => isOneOf('status', [id]),
  /** Issues that have a value. */
  field: (id: string): string => isNotEmpty(customField(id)),
  /** Issues on either side. JQL knows links by their words; another type that reads the same is counted too. */
  linkType: ({ outward, inward }: Pick<LinkType, 'outward' | 'inward'>): string => hasLink([outward, inward]),
} as const;

/** As far as the caller may see them. @throws JiraError */
export async function countUsers(jira: JiraRequest, jql: string): Promise<number> {
  return countIssues(jira, jql);
}

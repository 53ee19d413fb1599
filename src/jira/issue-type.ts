/**
 * Issue types of the site.
 */
import * as v from 'valibot';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface JiraIssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** True for a type that belongs to one team-managed project. */
  readonly ofOneProject: boolean;
}

const issueTypeSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    description: v.optional(v.string(), ''),
    scope: v.optional(v.object({ type: v.string() })),
  }),
  v.transform(({ scope, ...type }): JiraIssueType => ({ ...type, ofOneProject: scope?.type === 'PROJECT' })),
);

/**
 * Every type the caller may see.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-get
 */
export async function listIssueTypes(jira: JiraRequest): Promise<readonly JiraIssueType[]> {
  return send(
    jira,
    { operation: 'issueType.list', method: 'GET', path: path`/rest/api/3/issuetype` },
    v.array(issueTypeSchema),
  );
}

/**
 * Makes a type for the whole site, on the level of stories.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-post
 * @throws JiraError; `conflict` when the name is taken.
 */
export async function createIssueType(
  jira: JiraRequest,
  type: { readonly name: string; readonly description: string },
): Promise<JiraIssueType> {
  return send(
    jira,
    {
      operation: 'issueType.create',
      method: 'POST',
      path: path`/rest/api/3/issuetype`,
      body: { ...type, hierarchyLevel: 0 },
    },
    issueTypeSchema,
  );
}

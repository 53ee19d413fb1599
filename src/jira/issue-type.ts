/**
 * Issue types of the site.
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

export interface JiraIssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** -1 sub-task, 0 story, 1 epic; more on some sites. */
  readonly hierarchyLevel: number;
  /** True for a type that belongs to one team-managed project. */
  readonly ofOneProject: boolean;
}

const issueTypeSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    description: v.optional(v.string(), ''),
    hierarchyLevel: v.optional(v.number(), 0),
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

/**
 * Gives a type its name back, or an avatar of its own.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-id-put
 * @throws JiraError; `conflict` when the name is taken.
 */
export async function changeIssueType(
  jira: JiraRequest,
  typeId: string,
  change: { readonly name: string } | { readonly avatarId: number },
): Promise<void> {
  const operation = 'issueType.change';
  const id = numericId(typeId, operation);
  await sendOnly(jira, { operation, method: 'PUT', path: path`/rest/api/3/issuetype/${id}`, body: change });
}

/**
 * Without an alternative, Jira deletes only a type that no issue has.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-id-delete
 * @throws JiraError; `notFound` when it is in use, or not there.
 */
export async function deleteIssueType(jira: JiraRequest, typeId: string): Promise<void> {
  const operation = 'issueType.delete';
  const id = numericId(typeId, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/issuetype/${id}` });
}

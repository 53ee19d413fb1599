/**
 * What the caller may do.
 */
import * as v from 'valibot';
import { issueIdOrKey, numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send } from './send';

/** Keys of Jira's built-in permissions that Shift-Up asks for. */
export type ProjectPermission =
  'BROWSE_PROJECTS' | 'CREATE_ISSUES' | 'EDIT_ISSUES' | 'LINK_ISSUES' | 'ADMINISTER_PROJECTS';
export type GlobalPermission = 'ADMINISTER';

const permissionsSchema = v.object({ permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })) });

/**
 * Which of these permissions the caller has on an issue.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 * @throws JiraError; `notFound` for an issue that is not there or not visible.
 */
export async function permissionsOnIssue<P extends ProjectPermission>(
  jira: JiraRequest,
  issueId: string,
  permissions: readonly P[],
): Promise<ReadonlySet<P>> {
  const operation = 'permission.onIssue';
  const id = issueIdOrKey(issueId, operation);
  const asked = permissions.join(',');
  const answer = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/mypermissions?issueId=${id}&permissions=${asked}` },
    permissionsSchema,
  );
  return new Set(permissions.filter((permission) => isGranted(answer.permissions, permission)));
}

/**
 * Which of these permissions the caller has on a project, and which on the whole site. Same endpoint.
 * @throws JiraError; `notFound` for a project that is not there or not visible.
 */
export async function permissionsOnProject<P extends ProjectPermission | GlobalPermission>(
  jira: JiraRequest,
  projectId: string,
  permissions: readonly P[],
): Promise<ReadonlySet<P>> {
  const operation = 'permission.onProject';
  const id = numericId(projectId, operation);
  const asked = permissions.join(',');
  const answer = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/mypermissions?projectId=${id}&permissions=${asked}` },
    permissionsSchema,
  );
  return new Set(permissions.filter((permission) => isGranted(answer.permissions, permission)));
}

/** Whether the caller has a permission on the whole site. Same endpoint, without an issue. */
export async function hasGlobalPermission(jira: JiraRequest, permission: GlobalPermission): Promise<boolean> {
  const answer = await send(
    jira,
    {
      operation: 'permission.global',
      method: 'GET',
      path: path`/rest/api/3/mypermissions?permissions=${permission}`,
    },
    permissionsSchema,
  );
  return isGranted(answer.permissions, permission);
}

/** A permission that is missing in the answer is not granted. */
function isGranted(permissions: Readonly<Record<string, { havePermission: boolean }>>, key: string): boolean {
  return Object.hasOwn(permissions, key) && permissions[key]?.havePermission === true;
}

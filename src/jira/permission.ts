/**
 * What the caller may do.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { issueIdOrKey, numericId } from './ids';
import { portions } from './repeated';
import { path, type JiraRequest } from './request';
import { send } from './send';

/** Keys of Jira's built-in permissions that Shift-Up asks for. */
export type ProjectPermission =
  | 'BROWSE_PROJECTS'
  | 'CREATE_ISSUES'
  | 'EDIT_ISSUES'
  | 'LINK_ISSUES'
  | 'TRANSITION_ISSUES'
  | 'ADD_COMMENTS'
  | 'ADMINISTER_PROJECTS';
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

const checkSchema = v.object({
  projectPermissions: v.array(v.object({ permission: v.string(), issues: v.array(v.number()) })),
});

/** Jira's own limit. */
const CHECKED_MOST = 1000;

/**
 * Which of these permissions the caller has on each of many issues, in one request. An issue that is not there or not
 * visible has none.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-check-post
 * @throws JiraError; `refused` for more issues than Jira checks at once.
 */
export async function permissionsOnIssues<P extends ProjectPermission>(
  jira: JiraRequest,
  issueIds: readonly string[],
  permissions: readonly P[],
): Promise<ReadonlyMap<string, ReadonlySet<P>>> {
  const operation = 'permission.onIssues';
  const ids = [...new Set(issueIds)].map((id) => numericId(id, operation));
  if (ids.length > CHECKED_MOST) throw new JiraError('refused', operation);
  const answer = await send(
    jira,
    {
      operation,
      method: 'POST',
      readOnly: true,
      path: path`/rest/api/3/permissions/check`,
      body: { projectPermissions: [{ permissions, issues: ids.map(Number) }] },
    },
    checkSchema,
  );
  // Written back as text, an id too large for a number is not the one that was asked for, and is not granted.
  const granted = new Map(answer.projectPermissions.map(({ permission, issues }) => [permission, issues.map(String)]));
  return new Map(
    ids.map((id) => [id, new Set(permissions.filter((permission) => granted.get(permission)?.includes(id)))]),
  );
}

/**
 * Which of these issues another person may see. Same endpoint.
 * @throws JiraError; `forbidden` where the caller may not ask about others: only those who administer Jira may.
 */
export async function issuesVisibleTo(
  jira: JiraRequest,
  accountId: string,
  issueIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const operation = 'permission.ofOther';
  const visible = new Set<string>();
  for (const some of portions([...new Set(issueIds)], CHECKED_MOST)) {
    const issues = some.map((id) => Number(numericId(id, operation)));
    const { projectPermissions } = await send(
      jira,
      {
        operation,
        method: 'POST',
        readOnly: true,
        path: path`/rest/api/3/permissions/check`,
        body: { accountId, projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues }] },
      },
      checkSchema,
    );
    for (const { permission, issues: granted } of projectPermissions) {
      if (permission === 'BROWSE_PROJECTS') for (const id of granted) visible.add(String(id));
    }
  }
  return visible;
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

/**
 * Roles of a project and the people in them.
 */
import * as v from 'valibot';
import { isNumericId } from '../domain/identifiers';
import { JiraError } from './errors';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface ProjectRole {
  readonly id: string;
  readonly name: string;
}

/**
 * The roles, which are the same in every project. Jira gives each as an address that ends in its id.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-roles/#api-rest-api-3-project-projectidorkey-role-get
 * @throws JiraError; `notFound` without Administer projects.
 */
export async function listRoles(jira: JiraRequest, projectId: string): Promise<readonly ProjectRole[]> {
  const operation = 'project.roles';
  const id = numericId(projectId, operation);
  const roles = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/project/${id}/role` },
    v.record(v.string(), v.string()),
  );
  return Object.entries(roles)
    .map(([name, address]): ProjectRole => {
      const roleId = address.slice(address.lastIndexOf('/') + 1);
      if (!isNumericId(roleId)) throw new JiraError('unexpectedAnswer', operation);
      return { id: roleId, name };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

const roleSchema = v.object({ actors: v.optional(v.array(v.object({ displayName: v.string() })), []) });

/**
 * Display names of the people and groups in a role of a project.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-roles/#api-rest-api-3-project-projectidorkey-role-id-get
 */
export async function roleMembers(
  jira: JiraRequest,
  projectId: string,
  roleId: string,
): Promise<{ readonly names: readonly string[] }> {
  const operation = 'project.role';
  const project = numericId(projectId, operation);
  const role = numericId(roleId, operation);
  const { actors } = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/project/${project}/role/${role}` },
    roleSchema,
  );
  return { names: actors.map(({ displayName }) => displayName) };
}

const actorsSchema = v.object({
  actors: v.optional(
    v.array(
      v.object({
        actorUser: v.optional(v.object({ accountId: v.string() })),
        actorGroup: v.optional(v.object({ groupId: v.nullish(v.string()) })),
      }),
    ),
    [],
  ),
});

export interface RoleActors {
  /** Account ids of those who are in the role themselves. */
  readonly people: readonly string[];
  /** Everybody in these groups is in it, too. */
  readonly groupIds: readonly string[];
}

/**
 * Who is in a role of a project, without closed accounts. Same endpoint.
 * @throws JiraError; `notFound` without Administer projects.
 */
export async function roleActors(jira: JiraRequest, projectId: string, roleId: string): Promise<RoleActors> {
  const operation = 'project.roleActors';
  const project = numericId(projectId, operation);
  const role = numericId(roleId, operation);
  const { actors } = await send(
    jira,
    {
      operation,
      method: 'GET',
      path: path`/rest/api/3/project/${project}/role/${role}?excludeInactiveUsers=true`,
    },
    actorsSchema,
  );
  const known = (id: string | null | undefined) => (id === null || id === undefined || id === '' ? [] : [id]);
  return {
    people: actors.flatMap(({ actorUser }) => known(actorUser?.accountId)),
    groupIds: actors.flatMap(({ actorGroup }) => known(actorGroup?.groupId)),
  };
}

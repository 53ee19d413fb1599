import * as v from 'valibot';
import { badRequest, notFound } from '../http/problem';
import { json, empty, type Method, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Project, Role, RoleActor } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { readBody } from './body';

const PROJECT_PATH = '/rest/api/3/project/{projectIdOrKey}/role';
const USER_ACTOR = 'atlassian-user-role-actor';
const GROUP_ACTOR = 'atlassian-group-role-actor';
const GROUP_ID_ACTOR = 'atlassian-group-role-actor-id';

const AddBody = v.strictObject({
  user: v.optional(v.array(v.string()), []),
  group: v.optional(v.array(v.string()), []),
  groupId: v.optional(v.array(v.string()), []),
});
const SetBody = v.strictObject({
  id: v.optional(v.number()),
  categorisedActors: v.record(v.picklist([USER_ACTOR, GROUP_ACTOR, GROUP_ID_ACTOR]), v.array(v.string())),
});

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-roles/
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-role-actors/
 */
export function registerRoles(router: RouteRegistrar): void {
  const admin = adminRoutes(router, '/rest/api/3/role', 'You do not have permission to access project roles.');
  admin('GET', '', ({ state }) => json(state.roles.all().map((role) => roleJson(state, role, role.defaultActors))));
  admin('GET', '/{id}', ({ state, params }) => {
    const role = requireRole(state, params);
    return json(roleJson(state, role, role.defaultActors));
  });
  const add = (method: Method, path: string, scope: string, handler: (context: RouteContext) => Reply): void =>
    router.route({ method, path: `${PROJECT_PATH}${path}`, scopes: [scope], cost: 'people', anonymous: true, handler });
  add('GET', '', 'read:jira-work', listRolesOfProject);
  add('GET', '/{id}', 'read:jira-work', (context) => roleReply(context, requireProject(context)));
  // Adding asks for another scope than replacing and removing; so it is documented.
  add('POST', '/{id}', 'manage:jira-configuration', addActors);
  add('PUT', '/{id}', 'manage:jira-project', setActors);
  add('DELETE', '/{id}', 'manage:jira-project', removeActor);
}

function listRolesOfProject(context: RouteContext): Reply {
  const { state } = context;
  const project = requireProject(context);
  const address = (role: Role): string => `${state.site.baseUrl}/rest/api/3/project/${project.id}/role/${role.id}`;
  return json(Object.fromEntries(state.roles.all().map((role) => [role.name, address(role)])));
}

function addActors(context: RouteContext): Reply {
  const { state, params, body } = context;
  const project = requireProject(context);
  const role = requireRole(state, params);
  const { user, group, groupId } = readBody(AddBody, body);
  const added = [
    ...userActors(state, user),
    ...groupActors(state, group),
    ...groupActors(state, namesOf(state, groupId)),
  ];
  if (added.length === 0) throw badRequest('At least one user or group has to be provided.');
  const known = project.roleActors[role.id] ?? [];
  const repeated = added.find((actor) => known.some((other) => sameActor(actor, other)));
  if (repeated) throw badRequest(`The ${repeated.type} is already a member of the project role.`);
  return roleReply(context, putActors(state, project, role, [...known, ...added]));
}

function setActors(context: RouteContext): Reply {
  const { state, params, body } = context;
  const project = requireProject(context);
  const role = requireRole(state, params);
  const { categorisedActors: actors } = readBody(SetBody, body);
  return roleReply(
    context,
    putActors(state, project, role, [
      ...userActors(state, actors[USER_ACTOR] ?? []),
      ...groupActors(state, actors[GROUP_ACTOR] ?? []),
      ...groupActors(state, namesOf(state, actors[GROUP_ID_ACTOR] ?? [])),
    ]),
  );
}

function removeActor(context: RouteContext): Reply {
  const { state, params, query } = context;
  const project = requireProject(context);
  const role = requireRole(state, params);
  const user = query.get('user');
  const groupId = query.get('groupId');
  const group = query.get('group') ?? (groupId === null ? null : (namesOf(state, [groupId])[0] ?? null));
  if (user === null && group === null) throw badRequest('A user or a group has to be provided.');
  const known = project.roleActors[role.id] ?? [];
  const left = known.filter((actor) => (actor.type === 'user' ? actor.accountId !== user : actor.name !== group));
  if (left.length === known.length) throw notFound('The actor is not a member of the project role.');
  putActors(state, project, role, left);
  return empty();
}

/** Roles are seen and changed by those who administer the project; for everybody else there is none: 404. */
function requireProject({ state, access, params }: RouteContext): Project {
  const asked = params['projectIdOrKey'] ?? '';
  const project = state.projects.get(asked) ?? state.projects.find(({ key }) => key === asked);
  const allowed = project !== undefined && (access.isAdmin() || access.has('ADMINISTER_PROJECTS', project));
  if (!allowed) throw notFound(`No project could be found with key or id '${asked}'.`);
  return project;
}

function requireRole(state: SiteState, params: RouteContext['params']): Role {
  const role = state.roles.get(params['id'] ?? '');
  if (role === undefined) throw notFound(`Can not find project role with id '${params['id'] ?? ''}'.`);
  return role;
}

function userActors(state: SiteState, accountIds: readonly string[]): RoleActor[] {
  return accountIds.map((accountId) => {
    if (state.users.get(accountId)?.active !== true)
      throw notFound(`The user '${accountId}' was not found or is not active.`);
    return { type: 'user', accountId };
  });
}

function groupActors(state: SiteState, names: readonly string[]): RoleActor[] {
  return names.map((name) => {
    if (!state.groups.find((group) => group.name === name)) throw notFound(`The group '${name}' was not found.`);
    return { type: 'group', name };
  });
}

function namesOf(state: SiteState, groupIds: readonly string[]): string[] {
  return groupIds.map((id) => {
    const group = state.groups.get(id);
    if (group === undefined) throw notFound(`The group with id '${id}' was not found.`);
    return group.name;
  });
}

function putActors(state: SiteState, project: Project, role: Role, actors: readonly RoleActor[]): Project {
  return state.projects.put({ ...project, roleActors: { ...project.roleActors, [role.id]: actors } });
}

function roleReply({ state, params, query }: RouteContext, project: Project): Reply {
  const role = requireRole(state, params);
  const actors = project.roleActors[role.id] ?? [];
  const isShown = (actor: RoleActor): boolean =>
    query.get('excludeInactiveUsers') !== 'true' ||
    actor.type !== 'user' ||
    state.users.get(actor.accountId)?.active === true;
  return json({
    ...roleJson(state, role, actors.filter(isShown)),
    self: `${state.site.baseUrl}/rest/api/3/project/${project.id}/role/${role.id}`,
  });
}

function roleJson(state: SiteState, role: Role, actors: readonly RoleActor[]): Record<string, unknown> {
  return {
    self: `${state.site.baseUrl}/rest/api/3/role/${role.id}`,
    name: role.name,
    id: Number(role.id),
    description: role.description,
    actors: actors.map((actor, index) => actorJson(state, actor, index)),
  };
}

function actorJson(state: SiteState, actor: RoleActor, index: number): Record<string, unknown> {
  if (actor.type === 'user') {
    const displayName = state.users.get(actor.accountId)?.displayName ?? 'Former user';
    return { id: 10_240 + index, displayName, type: USER_ACTOR, actorUser: { accountId: actor.accountId } };
  }
  const group = state.groups.find(({ name }) => name === actor.name);
  return {
    id: 10_240 + index,
    displayName: actor.name,
    name: actor.name,
    type: GROUP_ACTOR,
    actorGroup: { name: actor.name, displayName: actor.name, groupId: group?.id ?? '' },
  };
}

function sameActor(left: RoleActor, right: RoleActor): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

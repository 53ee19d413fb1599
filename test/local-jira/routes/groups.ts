import { badRequest, forbidden, notFound } from '../http/problem';
import { listParam, numberParam, page } from '../http/paging';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Group } from '../state/people-entities';
import { userJson } from '../wire/people';

const PICKER_LIMIT = 20;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/ */
export function register(router: RouteRegistrar): void {
  const add = (path: string, scope: string, handler: (context: RouteContext) => Reply, anonymous = false): void =>
    router.route({ method: 'GET', path: `/rest/api/3${path}`, scopes: [scope], cost: 'people', anonymous, handler });
  add('/groups/picker', 'read:jira-user', findGroups, true);
  add('/group/bulk', 'read:jira-user', listGroups);
  add('/group/member', 'manage:jira-configuration', listMembers);
  add('/user/groups', 'read:jira-user', groupsOfUser);
}

/** Without "Browse users and groups" only the group with exactly that name is found. */
function findGroups({ state, access, query }: RouteContext): Reply {
  const excluded = new Set([...listParam(query, 'exclude'), ...listParam(query, 'excludeId')]);
  const asked = query.get('query') ?? '';
  const insensitive = query.get('caseInsensitive') === 'true';
  const fold = (text: string): string => (insensitive ? text.toLowerCase() : text);
  const most = Math.min(numberParam(query, 'maxResults', PICKER_LIMIT), PICKER_LIMIT);
  const mayBrowse = access.hasGlobal('USER_PICKER');
  const found =
    access.user !== undefined && access.hasAnywhere('BROWSE_PROJECTS')
      ? state.groups
          .filter(({ name }) => (mayBrowse ? fold(name).includes(fold(asked)) : name === asked))
          .filter(({ id, name }) => !excluded.has(id) && !excluded.has(name))
          .sort((left, right) => (left.name < right.name ? -1 : 1))
      : [];
  const shown = found.slice(0, most);
  return json({
    header: `Showing ${shown.length} of ${found.length} matching groups`,
    total: found.length,
    groups: shown.map(({ id, name }) => ({
      name,
      html: highlighted(name, fold(name).indexOf(fold(asked)), asked.length),
      labels: [],
      groupId: id,
    })),
  });
}

function highlighted(name: string, at: number, length: number): string {
  if (at < 0 || length === 0) return escaped(name);
  return `${escaped(name.slice(0, at))}<b>${escaped(name.slice(at, at + length))}</b>${escaped(name.slice(at + length))}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function listGroups(context: RouteContext): Reply {
  const { state, query } = context;
  requireBrowseUsers(context);
  if (query.has('accessType') || query.has('applicationKey')) {
    throw badRequest("Groups are not found by 'accessType' or 'applicationKey' here.");
  }
  const ids = query.getAll('groupId');
  const names = query.getAll('groupName');
  const found = state.groups.filter(
    ({ id, name }) => ids.length + names.length === 0 || ids.includes(id) || names.includes(name),
  );
  return json(page(context, '/rest/api/3/group/bulk', found.map(groupJson)));
}

function listMembers(context: RouteContext): Reply {
  const { state, access, query } = context;
  if (!access.isAdmin()) requireBrowseUsers(context);
  const id = query.get('groupId');
  const named = query.get('groupname');
  if (id === null && named === null) throw badRequest("Either 'groupId' or 'groupname' has to be provided.");
  const group = state.groups.find((it) => (id === null ? it.name === named : it.id === id));
  if (group === undefined) throw notFound(`The group '${id ?? named ?? ''}' does not exist.`);
  const inactiveToo = query.get('includeInactiveUsers') === 'true';
  const members = state.users.filter(
    (user) => user.groups.includes(group.name) && user.deleted !== true && (user.active || inactiveToo),
  );
  const rows = members.map((user) => userJson(state, user, access));
  return json(page(context, '/rest/api/3/group/member', rows));
}

function groupsOfUser(context: RouteContext): Reply {
  const { state, query, access, baseUrl } = context;
  const accountId = query.get('accountId');
  if (accountId === null) throw badRequest('The accountId query parameter needs to be provided.');
  if (access.accountId !== accountId) requireBrowseUsers(context);
  const user = state.users.get(accountId);
  if (user === undefined) throw notFound('Specified user does not exist or you do not have required permissions');
  return json(
    state.groups
      .filter(({ name }) => user.groups.includes(name))
      .map(({ id, name }) => ({ name, groupId: id, self: `${baseUrl}/rest/api/3/group?groupId=${id}` })),
  );
}

function requireBrowseUsers({ access }: RouteContext): void {
  if (!access.hasGlobal('USER_PICKER')) {
    throw forbidden('Browse users and groups permission is required to view groups.');
  }
}

function groupJson({ id, name }: Group): Record<string, unknown> {
  return { name, groupId: id };
}

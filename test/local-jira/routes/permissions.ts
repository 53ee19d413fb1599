import { GLOBAL_PERMISSIONS, PROJECT_PERMISSIONS } from '../access/permission-keys';
import { Access } from '../access/access';
import { badRequest, forbidden, JiraProblem, notFound } from '../http/problem';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject, commaList, objectOf, stringsOf } from '../issues/body';
import { visibleIssue } from '../issues/find';
import type { Project } from '../state/config-entities';
import type { Issue } from '../state/issue-entities';

const MOST = 1_000;

export function register(router: RouteRegistrar): void {
  router.route({
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    scopes: ['read:jira-work'],
    cost: 'people',
    handler: myPermissions,
  });
  router.route({
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    // The document lists none, its text says read:jira-work.
    scopes: [],
    cost: 'people',
    handler: check,
  });
  router.route({
    method: 'GET',
    path: '/rest/api/3/permissions',
    scopes: ['manage:jira-configuration'],
    cost: 'people',
    handler: ({ access }) => {
      if (!access.isAdmin()) throw forbidden('Only Jira administrators can view all permissions.');
      const all = [...Object.entries(GLOBAL_PERMISSIONS), ...Object.entries(PROJECT_PERMISSIONS)];
      return json({
        permissions: Object.fromEntries(
          all.map(([key, name]) => [key, { key, name, type: typeOf(key), description: '' }]),
        ),
      });
    },
  });
}

function typeOf(key: string): 'GLOBAL' | 'PROJECT' {
  return Object.hasOwn(GLOBAL_PERMISSIONS, key) ? 'GLOBAL' : 'PROJECT';
}

/** Without a project or issue: "in any project". */
function myPermissions(context: RouteContext) {
  const { query, state, access } = context;
  const keys = commaList(query.get('permissions'));
  if (keys.length === 0) throw badRequest("The 'permissions' query parameter is required.");
  const names = { ...GLOBAL_PERMISSIONS, ...PROJECT_PERMISSIONS };
  const unknown = keys.find((key) => !Object.hasOwn(names, key));
  if (unknown !== undefined) throw badRequest(`Unrecognized permission key: ${unknown}`);
  const issueKey = query.get('issueKey') ?? query.get('issueId');
  const issue = issueKey === null ? undefined : visibleIssue(context, issueKey);
  const project = issue === undefined ? projectOfQuery(context) : state.projects.require(issue.projectId);
  const has = (key: string): boolean => {
    if (typeOf(key) === 'GLOBAL') return access.hasGlobal(key);
    return project === undefined ? access.hasAnywhere(key) : access.has(key, project, issue);
  };
  return json({
    permissions: Object.fromEntries(
      keys.map((key) => [
        key,
        { id: key, key, name: names[key], type: typeOf(key), description: '', havePermission: has(key) },
      ]),
    ),
  });
}

function projectOfQuery({ query, state, access }: RouteContext): Project | undefined {
  const key = query.get('projectKey');
  const id = query.get('projectId');
  if (key === null && id === null) return undefined;
  const project = key === null ? state.projects.get(id!) : state.projects.find((it) => it.key === key);
  if (project === undefined || !access.mayBrowse(project)) {
    throw notFound(`No project could be found with ${key === null ? `id '${id!}'` : `key '${key}'`}.`);
  }
  return project;
}

/** Where a person (oneself, or anybody for an administrator) has which permissions. Unknown ids are left out. */
function check(context: RouteContext) {
  const { state, access } = context;
  const body = bodyObject(context, ['accountId', 'globalPermissions', 'projectPermissions']);
  const accountId = typeof body['accountId'] === 'string' ? body['accountId'] : access.accountId;
  if (accountId !== access.accountId && !access.isAdmin()) {
    throw forbidden('Only Jira administrators can check permissions of other users.');
  }
  const who = accountId === access.accountId ? access : new Access(state, { type: 'user', accountId, scopes: 'all' });
  const globals = stringsOf(body['globalPermissions'], 'globalPermissions');
  const asked = body['projectPermissions'] === undefined ? [] : body['projectPermissions'];
  if (!Array.isArray(asked)) throw badRequest('projectPermissions must be a list');
  const projectPermissions = asked.flatMap((item) => {
    const { permissions, projects, issues } = objectOf(item);
    const projectIds = stringsOf(projects, 'projects');
    const issueIds = stringsOf(issues, 'issues');
    if (projectIds.length > MOST || issueIds.length > MOST) {
      throw badRequest(`The number of projects and issues must not exceed ${MOST} each.`);
    }
    return stringsOf(permissions, 'permissions').map((permission) => {
      if (!Object.hasOwn(PROJECT_PERMISSIONS, permission)) {
        throw new JiraProblem(400, [`Unrecognized permission: ${permission}`]);
      }
      return {
        permission,
        projects: projectIds.filter((id) => hasOnProject(state.projects.get(id), permission, who)).map(Number),
        issues: issueIds.filter((id) => hasOnIssue(context, state.issues.get(id), permission, who)).map(Number),
      };
    });
  });
  return json({ globalPermissions: globals.filter((key) => who.hasGlobal(key)), projectPermissions });
}

function hasOnProject(project: Project | undefined, permission: string, who: Access): boolean {
  return project !== undefined && !project.deleted && who.has(permission, project);
}

function hasOnIssue({ state }: RouteContext, issue: Issue | undefined, permission: string, who: Access): boolean {
  return (
    issue !== undefined && who.maySee(issue) && who.has(permission, state.projects.require(issue.projectId), issue)
  );
}

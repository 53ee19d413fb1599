import { badRequest, JiraProblem, notFound } from '../http/problem';
import { numberParam, page } from '../http/paging';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject } from '../issues/body';
import { addUser, USERS_GROUP } from '../seed';
import { Access } from '../access/access';
import type { Project } from '../state/config-entities';
import type { User } from '../state/people-entities';
import { userJson } from '../wire/people';

const USERS = ['read:jira-user'];

export function register(router: RouteRegistrar): void {
  const read = (path: string, handler: Parameters<RouteRegistrar['route']>[0]['handler']): void =>
    router.route({ method: 'GET', path: `/rest/api/3${path}`, scopes: USERS, cost: 'people', handler });

  read('/myself', (context) => {
    const { user } = context.access;
    if (user === undefined) throw new JiraProblem(401, ['Client must be authenticated to access this resource.']);
    const groups = user.groups.map((name) => ({ name }));
    return json({
      ...userJson(context.state, user, context.access),
      locale: user.locale,
      groups: { size: groups.length, items: groups },
      applicationRoles: { size: 1, items: [] },
      expand: 'groups,applicationRoles',
    });
  });
  read('/user', (context) => {
    const accountId = context.query.get('accountId');
    if (accountId === null) throw badRequest('The accountId query parameter needs to be provided');
    const user = context.state.users.get(accountId);
    if (user === undefined) throw notFound('Specified user does not exist or you do not have required permissions');
    return json(userJson(context.state, user, context.access));
  });
  read('/user/search', (context) => {
    const { query } = context;
    if (query.get('query') === null && query.get('accountId') === null) {
      throw badRequest("At least one of the parameters 'query', 'accountId' or 'property' must be provided.");
    }
    return json(slice(context, matching(context, people(context))));
  });
  read('/user/bulk', (context) => {
    const ids = context.query.getAll('accountId');
    if (ids.length === 0) throw badRequest('The accountId query parameter needs to be provided.');
    const users = ids.flatMap((id) => context.state.users.get(id) ?? []);
    const { values, ...rest } = page(context, '/rest/api/3/user/bulk', users, { defaultResults: 10, limit: 200 });
    return json({ ...rest, values: values.map((user) => userJson(context.state, user, context.access)) });
  });
  read('/user/assignable/search', assignable);
  read('/users/search', (context) => json(slice(context, context.state.users.all())));
  read('/users', (context) => json(slice(context, context.state.users.all())));
  router.route({
    method: 'POST',
    path: '/rest/api/3/user',
    scopes: ['manage:jira-configuration'],
    cost: 'people',
    handler: createUser,
  });
}

function people({ state }: RouteContext): User[] {
  return state.users.filter((user) => user.active && user.deleted !== true);
}

/** By words at the start of name or e-mail. */
function matching({ query }: RouteContext, users: readonly User[]): User[] {
  const accountId = query.get('accountId');
  const text = (query.get('query') ?? '').trim().toLowerCase();
  return users.filter((user) => {
    if (accountId !== null) return user.id === accountId;
    const words = [...user.displayName.toLowerCase().split(/\s+/), user.displayName.toLowerCase(), user.emailAddress];
    return text === '' || words.some((word) => word.startsWith(text));
  });
}

function slice(context: RouteContext, users: readonly User[]): Record<string, unknown>[] {
  const startAt = numberParam(context.query, 'startAt', 0);
  const maxResults = Math.min(numberParam(context.query, 'maxResults', 50), 1_000);
  return users.slice(startAt, startAt + maxResults).map((user) => userJson(context.state, user, context.access));
}

/** People who may be given issues of the project; 400 when it is not said which. */
function assignable(context: RouteContext) {
  const { query, state, access } = context;
  const issueKey = query.get('issueKey') ?? query.get('issueId');
  const issue = issueKey === null ? undefined : state.issues.byIdOrKey(issueKey);
  const named = query.get('project');
  if (issueKey === null && named === null)
    throw badRequest("Either the 'project' or 'issueKey' parameter is required.");
  const project: Project | undefined =
    issue === undefined
      ? state.projects.find((it) => it.key === named || it.id === named)
      : state.projects.get(issue.projectId);
  if (project === undefined || !access.mayBrowse(project) || (issue !== undefined && !access.maySee(issue))) {
    throw notFound('The project or issue could not be found.');
  }
  const users = matching(context, people(context)).filter(
    (user) =>
      user.accountType === 'atlassian' &&
      new Access(state, { type: 'user', accountId: user.id, scopes: 'all' }).has('ASSIGNABLE_USER', project),
  );
  return json(slice(context, users));
}

function createUser(context: RouteContext) {
  if (!context.access.isAdmin()) throw new JiraProblem(403, ['You are not authorized to perform this operation.']);
  const { emailAddress, displayName } = bodyObject(context) as { emailAddress?: unknown; displayName?: unknown };
  if (typeof emailAddress !== 'string' || !emailAddress.includes('@'))
    throw badRequest('', { emailAddress: 'is required' });
  const name = typeof displayName === 'string' ? displayName : emailAddress.split('@')[0]!;
  const user = addUser(context.state, { displayName: name, emailAddress, groups: [USERS_GROUP] });
  return json(userJson(context.state, user, context.access), 201);
}

import * as v from 'valibot';
import { badRequest, JiraProblem, notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Status } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { readBody, refuse } from './body';
import { refuseWhileWorkflowTaskRuns } from './tasks';
import { statusCategories, statusJson } from './wire';
import { workflowsInUse } from './workflows-of-project';

const PATH = '/rest/api/3/statuses';
const NAME_LIMIT = 255;
const IDS_LIMIT = 50;

const category = v.picklist(['TODO', 'IN_PROGRESS', 'DONE']);
const scope = v.variant('type', [
  v.strictObject({ type: v.literal('GLOBAL'), project: v.optional(v.nullable(v.object({}))) }),
  v.strictObject({ type: v.literal('PROJECT'), project: v.strictObject({ id: v.string() }) }),
]);
const CreateBody = v.strictObject({
  scope,
  statuses: v.pipe(
    v.array(v.strictObject({ name: v.string(), statusCategory: category, description: v.optional(v.string()) })),
    v.minLength(1),
    v.maxLength(1000),
  ),
});
const UpdateBody = v.strictObject({
  statuses: v.pipe(
    v.array(
      v.object({ id: v.string(), name: v.string(), statusCategory: category, description: v.optional(v.string()) }),
    ),
    v.minLength(1),
  ),
});

/**
 * Two ways to the same statuses: `/statuses` (administration; category as a word, all statuses) and `/status` (only
 * those of workflows in use; category as an object).
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-status/
 */
export function registerStatuses(router: RouteRegistrar): void {
  const manage = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    handler: (context: RouteContext) => Reply,
  ): void =>
    router.route({
      method,
      path: `${PATH}${path}`,
      scopes: ['manage:jira-configuration'],
      cost: method === 'GET' ? 'read' : 'write',
      handler,
    });
  manage('GET', '', getStatuses);
  manage('GET', '/search', searchStatuses);
  manage('POST', '', createStatuses);
  manage('PUT', '', updateStatuses);
  manage('DELETE', '', deleteStatuses);
  const read = (path: string, handler: (context: RouteContext) => Reply, anonymous = false): void =>
    router.route({ method: 'GET', path, scopes: ['read:jira-work'], cost: 'read', anonymous, handler });
  const listActive = ({ state, access }: RouteContext): Reply =>
    json(activeStatuses(state, access).map((status) => statusJson(state, status)));
  read('/rest/api/3/status', listActive, true);
  read('/rest/api/3/status/{idOrName}', getActive, true);
  read('/rest/api/3/statuscategory', ({ state }) => json(statusCategories(state)));
  read('/rest/api/3/statuscategory/{idOrKey}', ({ state, params }) => {
    const asked = params['idOrKey'];
    const found = statusCategories(state).find((row) => String(row['id']) === asked || row['key'] === asked);
    if (found === undefined) throw notFound('The status category was not found.');
    return json(found);
  });
}

function getActive({ state, access, params }: RouteContext): Reply {
  const asked = params['idOrName'] ?? '';
  const active = activeStatuses(state, access);
  const found =
    active.find(({ id }) => id === asked) ?? active.find(({ name }) => name.toLowerCase() === asked.toLowerCase());
  if (found === undefined) throw notFound(`Status '${asked}' was not found.`);
  return json(statusJson(state, found));
}

function getStatuses({ state, access, query }: RouteContext): Reply {
  if (!access.isAdmin() && !access.hasAnywhere('ADMINISTER_PROJECTS')) throw noRight();
  const ids = askedIds(query);
  const found = ids.map((id) => state.statuses.get(id)).filter((status) => status !== undefined);
  for (const status of found) requireRight(state, access, status.scopeProjectId);
  return json(found.map(administeredStatusJson));
}

function searchStatuses(context: RouteContext): Reply {
  const { state, access, query } = context;
  const projectId = query.get('projectId') ?? undefined;
  requireRight(state, access, projectId);
  const words = (query.get('searchString') ?? '').toLowerCase();
  const statusCategory = query.get('statusCategory') ?? '';
  if (!['', 'TODO', 'IN_PROGRESS', 'DONE'].includes(statusCategory)) {
    throw badRequest(`The status category '${statusCategory}' is not valid.`);
  }
  const withGlobal = query.get('includeGlobalStatuses') === 'true';
  const rows = state.statuses
    .filter(
      (status) =>
        (status.scopeProjectId === projectId || (withGlobal && status.scopeProjectId === undefined)) &&
        status.name.toLowerCase().includes(words) &&
        (statusCategory === '' || status.category === statusCategory),
    )
    .map(administeredStatusJson);
  return json(page(context, `${PATH}/search`, rows, { defaultResults: 200, limit: 200 }));
}

function createStatuses(context: RouteContext): Reply {
  const { state, access, body } = context;
  const { scope: where, statuses } = readBody(CreateBody, body);
  const projectId = where.type === 'PROJECT' ? where.project.id : undefined;
  requireRight(state, access, projectId);
  if (projectId !== undefined && !state.projects.has(projectId)) throw badRequest('The project was not found.');
  refuseWhileWorkflowTaskRuns(context);
  const names = new Set(
    state.statuses.filter(({ scopeProjectId }) => scopeProjectId === projectId).map(({ name }) => name.toLowerCase()),
  );
  for (const { name } of statuses) {
    checkName(name);
    if (names.has(name.toLowerCase())) refuse(`Status name '${name}' already exists.`);
    names.add(name.toLowerCase());
  }
  const created = statuses.map(({ name, statusCategory, description = '' }) =>
    state.statuses.put({
      id: state.nextId('status'),
      name,
      description,
      category: statusCategory,
      ...(projectId === undefined ? {} : { scopeProjectId: projectId }),
    }),
  );
  return json(created.map(administeredStatusJson));
}

function updateStatuses(context: RouteContext): Reply {
  const { state, access, body } = context;
  const { statuses } = readBody(UpdateBody, body);
  const changed = statuses.map(({ id, name, statusCategory, description }) => {
    const status = state.statuses.get(id);
    requireRight(state, access, status?.scopeProjectId);
    if (status === undefined) throw badRequest(`The status ${id} was not found.`);
    checkName(name);
    const taken = state.statuses.find(
      (other) =>
        other.id !== id &&
        other.scopeProjectId === status.scopeProjectId &&
        other.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken) refuse(`Status name '${name}' already exists.`);
    return { ...status, name, category: statusCategory, description: description ?? status.description };
  });
  refuseWhileWorkflowTaskRuns(context);
  for (const status of changed) state.statuses.put(status);
  return empty();
}

function deleteStatuses({ state, access, query }: RouteContext): Reply {
  const ids = askedIds(query);
  for (const id of ids) {
    const status = state.statuses.get(id);
    requireRight(state, access, status?.scopeProjectId);
    if (status === undefined) throw badRequest(`The status ${id} was not found.`);
    if (state.workflows.find(({ statuses }) => statuses.some(({ statusId }) => statusId === id))) {
      refuse(`The status '${status.name}' is used in a workflow and cannot be deleted.`);
    }
  }
  // Search must not show what no longer exists, however long it lags.
  state.index.settle();
  for (const id of ids) state.statuses.delete(id);
  return empty();
}

function askedIds(query: URLSearchParams): string[] {
  const ids = listParam(query, 'id');
  if (ids.length === 0) throw badRequest('The id has to be provided.');
  if (ids.length > IDS_LIMIT) throw badRequest(`The number of ids must not exceed ${IDS_LIMIT}.`);
  return ids;
}

/** "Administer projects" is enough for statuses of a project; global ones need "Administer Jira". */
function requireRight(state: SiteState, access: RouteContext['access'], projectId: string | undefined): void {
  const project = projectId === undefined ? undefined : state.projects.get(projectId);
  const allowed = access.isAdmin() || (project !== undefined && access.has('ADMINISTER_PROJECTS', project));
  if (!allowed) throw noRight();
}

/** Status calls answer 401 where others answer 403. */
function noRight(): JiraProblem {
  return new JiraProblem(401, ['The caller does not have permission to perform the operation.']);
}

function checkName(name: string): void {
  if (name.trim() === '') refuse('The name must not be blank.');
  if (name.length > NAME_LIMIT) refuse(`The name is too long, maxSize=${NAME_LIMIT}`);
}

function activeStatuses(state: SiteState, access: RouteContext['access']): Status[] {
  const projects = state.projects.filter((project) => access.mayBrowse(project));
  const ids = new Set(
    workflowsInUse(state, projects).flatMap(({ statuses }) => statuses.map(({ statusId }) => statusId)),
  );
  return state.statuses.filter(({ id }) => ids.has(id));
}

function administeredStatusJson(status: Status): Record<string, unknown> {
  return {
    id: status.id,
    name: status.name,
    description: status.description,
    statusCategory: status.category,
    scope:
      status.scopeProjectId === undefined
        ? { type: 'GLOBAL' }
        : { type: 'PROJECT', project: { id: status.scopeProjectId } },
  };
}

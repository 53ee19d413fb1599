import { badRequest, forbidden, notFound } from '../http/problem';
import { page } from '../http/paging';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject } from '../issues/body';
import type { Project, Version } from '../state/config-entities';
import { versionJson } from '../wire/version';
import { visibleProject } from './project-find';

const READ = ['read:jira-work'];
const PROJECT = '/rest/api/3/project/{projectIdOrKey}';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-versions/ */
export function register(router: RouteRegistrar): void {
  router.route({ method: 'GET', path: `${PROJECT}/version`, scopes: READ, cost: 'read', handler: listPage });
  router.route({ method: 'GET', path: `${PROJECT}/versions`, scopes: READ, cost: 'read', handler: listAll });
  router.route({ method: 'GET', path: '/rest/api/3/version/{id}', scopes: READ, cost: 'read', handler: get });
  const scopes = ['manage:jira-project'];
  router.route({ method: 'POST', path: '/rest/api/3/version', scopes, cost: 'write', handler: create });
  router.route({ method: 'PUT', path: '/rest/api/3/version/{id}', scopes, cost: 'write', handler: update });
}

function wholeJson(context: RouteContext, version: Version) {
  const { startDate, projectId } = version;
  return {
    ...versionJson(context.state, version),
    ...(startDate === undefined ? {} : { startDate }),
    projectId: Number(projectId),
  };
}

function versionsOf({ state }: RouteContext, project: Project): Version[] {
  return state.versions.filter(({ projectId }) => projectId === project.id);
}

function listAll(context: RouteContext) {
  return json(versionsOf(context, visibleProject(context)).map((version) => wholeJson(context, version)));
}

/** Without a release day last. */
const ORDERS: Readonly<Record<string, (a: Version, b: Version) => number>> = {
  name: (a, b) => compareText(a.name, b.name),
  releaseDate: (a, b) => compareText(a.releaseDate ?? '9999', b.releaseDate ?? '9999'),
  sequence: () => 0,
};

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listPage(context: RouteContext) {
  const { query } = context;
  const project = visibleProject(context);
  const statuses = query.get('status')?.split(',') ?? ['released', 'unreleased', 'archived'];
  const orderBy = query.get('orderBy') ?? 'sequence';
  const order = ORDERS[orderBy.replace(/^[+-]/, '')];
  if (order === undefined) throw badRequest(`The value '${orderBy}' of the parameter 'orderBy' is not valid.`);
  const text = query.get('query')?.toLowerCase();
  const rows = versionsOf(context, project)
    .filter((version) => statuses.includes(statusOf(version)))
    .filter(({ name }) => text === undefined || name.toLowerCase().includes(text))
    .sort((a, b) => (orderBy.startsWith('-') ? -order(a, b) : order(a, b)));
  const answer = page(context, `/rest/api/3/project/${project.id}/version`, rows);
  return json({ ...answer, values: answer.values.map((version) => wholeJson(context, version)) });
}

function statusOf({ archived, released }: Version): string {
  if (archived) return 'archived';
  return released ? 'released' : 'unreleased';
}

function found(context: RouteContext): { readonly version: Version; readonly project: Project } {
  const { state, access, params } = context;
  const version = state.versions.get(params['id'] ?? '');
  const project = version && state.projects.get(version.projectId);
  if (version === undefined || project === undefined || !(access.mayBrowse(project) || access.isAdmin())) {
    throw notFound(`Could not find version for id '${params['id'] ?? ''}'`);
  }
  return { version, project };
}

function get(context: RouteContext) {
  return json(wholeJson(context, found(context).version));
}

function mayChange({ access }: RouteContext, project: Project): void {
  if (access.isAdmin() || access.has('ADMINISTER_PROJECTS', project)) return;
  throw forbidden(
    'You must have global administrator rights or project administrator rights in order to modify versions.',
  );
}

interface VersionBody {
  readonly name?: string;
  readonly description?: string;
  readonly projectId?: number;
  readonly archived?: boolean;
  readonly released?: boolean;
  readonly startDate?: string;
  readonly releaseDate?: string;
}

const KEYS = ['name', 'description', 'projectId', 'archived', 'released', 'startDate', 'releaseDate'] as const;

function create(context: RouteContext) {
  const { state } = context;
  const body = bodyObject(context, KEYS) as VersionBody;
  const project = state.projects.get(String(body.projectId));
  if (project === undefined) throw notFound(`No project could be found with id '${String(body.projectId)}'.`);
  mayChange(context, project);
  const { name = '', description = '', archived = false, released = false, startDate, releaseDate } = body;
  if (name.trim() === '') throw badRequest('', { name: 'You must specify a valid version name' });
  nameIsFree(context, project, name);
  const made = state.versions.put({
    id: state.nextId('version'),
    projectId: project.id,
    name,
    description,
    archived,
    released,
    ...(startDate === undefined ? {} : { startDate }),
    ...(releaseDate === undefined ? {} : { releaseDate }),
  });
  return json(wholeJson(context, made), 201);
}

function nameIsFree(context: RouteContext, project: Project, name: string): void {
  if (versionsOf(context, project).every((other) => other.name !== name)) return;
  throw badRequest('', { name: 'A version with this name already exists in this project.' });
}

function update(context: RouteContext) {
  const { version, project } = found(context);
  mayChange(context, project);
  const { projectId: _same, ...changes } = bodyObject(context, KEYS) as VersionBody;
  if (changes.name !== undefined && changes.name !== version.name) nameIsFree(context, project, changes.name);
  return json(wholeJson(context, context.state.versions.put({ ...version, ...changes })));
}

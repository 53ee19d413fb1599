import { workflowFor } from '../config/workflows-of-project';
import { statusJson, issueTypeJson } from '../config/wire';
import { badRequest, forbidden, notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { empty, json, type RouteContext, type RouteRegistrar } from '../http/router';
import { commaList } from '../issues/body';
import type { Project } from '../state/config-entities';
import { projectJson } from '../wire/project';
import { versionJson } from '../wire/version';
import { visibleProject } from './project-find';

const READ = ['read:jira-work'];

export function register(router: RouteRegistrar): void {
  const path = '/rest/api/3/project';
  router.route({ method: 'GET', path, scopes: READ, cost: 'read', handler: listAll });
  router.route({ method: 'GET', path: `${path}/search`, scopes: READ, cost: 'read', handler: search });
  router.route({ method: 'GET', path: `${path}/{projectIdOrKey}`, scopes: READ, cost: 'read', handler: get });
  router.route({
    method: 'GET',
    path: `${path}/{projectIdOrKey}/statuses`,
    scopes: READ,
    cost: 'read',
    handler: statuses,
  });
  router.route({
    method: 'GET',
    path: `${path}/{projectId}/hierarchy`,
    scopes: READ,
    cost: 'read',
    handler: hierarchy,
  });
  router.route({
    method: 'GET',
    path: `${path}/{projectKeyOrId}/securitylevel`,
    scopes: READ,
    cost: 'read',
    handler: securityLevels,
  });
  router.route({
    method: 'POST',
    path: `${path}/{projectIdOrKey}/archive`,
    scopes: ['manage:jira-project'],
    cost: 'write',
    handler: (context) => changed(context, { archived: true }, 204),
  });
  router.route({
    method: 'POST',
    path: `${path}/{projectIdOrKey}/restore`,
    scopes: ['manage:jira-configuration'],
    cost: 'write',
    handler: restore,
  });
}

function listed({ state, access }: RouteContext): Project[] {
  return state.projects.filter((project) => access.mayBrowse(project));
}

function listAll(context: RouteContext) {
  const projects = listed(context).filter((project) => !project.archived);
  const details = { lead: false, issueTypes: false, description: false };
  return json(projects.map((project) => projectJson(context.state, context.access, project, details)));
}

/** Live projects unless `status` says otherwise; more than 100 a page is capped. */
function search(context: RouteContext) {
  const { query, state, access } = context;
  const wantedStatus = listParam(query, 'status');
  const statuses = wantedStatus.length === 0 ? ['live'] : wantedStatus;
  const keys = query.getAll('keys');
  const ids = query.getAll('id');
  const text = query.get('query')?.toLowerCase();
  const action = query.get('action') ?? 'view';
  const allowed = {
    view: 'BROWSE_PROJECTS',
    browse: 'BROWSE_PROJECTS',
    edit: 'ADMINISTER_PROJECTS',
    create: 'CREATE_ISSUES',
  }[action];
  if (allowed === undefined) throw badRequest(`The action '${action}' is not valid.`);
  const all = statuses.includes('deleted') && access.isAdmin() ? state.projects.all() : listed(context);
  const found = all
    .filter((project) => statuses.includes(statusOf(project)))
    .filter((project) => action !== 'edit' || access.isAdmin() || access.has(allowed, project))
    .filter((project) => action !== 'create' || access.has(allowed, project))
    .filter((project) => keys.length === 0 || keys.includes(project.key))
    .filter((project) => ids.length === 0 || ids.includes(project.id))
    .filter((project) => matchesText(project, text))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const expand = commaList(query.get('expand'));
  const details = {
    lead: expand.includes('lead'),
    issueTypes: expand.includes('issueTypes'),
    description: expand.includes('description'),
  };
  const answer = page(context, '/rest/api/3/project/search', found, { defaultResults: 50, limit: 100 });
  return json({ ...answer, values: answer.values.map((project) => projectJson(state, access, project, details)) });
}

function statusOf(project: Project): string {
  if (project.deleted) return 'deleted';
  return project.archived ? 'archived' : 'live';
}

function matchesText(project: Project, text: string | undefined): boolean {
  return text === undefined || project.key.toLowerCase().includes(text) || project.name.toLowerCase().includes(text);
}

function get(context: RouteContext) {
  const { state } = context;
  const details = { lead: true, issueTypes: true, description: true };
  const row = visibleProject(context);
  const project = projectJson(state, context.access, row, details);
  const versions = state.versions.filter(({ projectId }) => projectId === row.id);
  return json({
    ...project,
    assigneeType: 'UNASSIGNED',
    components: [],
    versions: versions.map((version) => ({ ...versionJson(state, version), projectId: Number(row.id) })),
    roles: {},
  });
}

/** The statuses of each issue type's workflow: the cheap way to learn them. */
function statuses(context: RouteContext) {
  const { state } = context;
  const project = visibleProject(context);
  const types = state.issueTypeSchemes.require(project.issueTypeSchemeId).issueTypeIds;
  return json(
    types.map((typeId) => {
      const { self, id, name, subtask } = issueTypeJson(state, state.issueTypes.require(typeId));
      const workflow = workflowFor(state, project, typeId);
      const found = workflow.statuses.map(({ statusId }) => statusJson(state, state.statuses.require(statusId)));
      return { self, id, name, subtask, statuses: found };
    }),
  );
}

/** Team-managed projects only. */
function hierarchy(context: RouteContext) {
  const { state } = context;
  const project = visibleProject(context, 'projectId');
  if (project.style !== 'next-gen') throw notFound('The project is not simplified.');
  const types = state.issueTypeSchemes
    .require(project.issueTypeSchemeId)
    .issueTypeIds.map((id) => state.issueTypes.require(id));
  const levels = [...new Set(types.map((type) => type.hierarchyLevel))].sort((a, b) => a - b);
  return json({
    projectId: Number(project.id),
    hierarchy: levels.map((level) => ({
      level,
      name: level === -1 ? 'Subtask' : level === 0 ? 'Base' : 'Epic',
      issueTypes: types
        .filter((type) => type.hierarchyLevel === level)
        .map(({ id, name }) => ({ id: Number(id), name })),
    })),
  });
}

function securityLevels(context: RouteContext) {
  const { state, access, baseUrl } = context;
  const project = visibleProject(context, 'projectKeyOrId');
  if (project.issueSecuritySchemeId === undefined || !access.has('SET_ISSUE_SECURITY', project))
    return json({ levels: [] });
  const { levels } = state.issueSecuritySchemes.require(project.issueSecuritySchemeId);
  return json({
    levels: levels.map(({ id, name, description }) => ({
      self: `${baseUrl}/rest/api/3/securitylevel/${id}`,
      id,
      name,
      description,
    })),
  });
}

function restore(context: RouteContext) {
  const { state, access, params } = context;
  if (!access.isAdmin()) throw forbidden('You are not authorized to perform this operation.');
  const wanted = params['projectIdOrKey']!;
  const project = state.projects.find((it) => it.id === wanted || it.key === wanted);
  if (project === undefined) throw notFound(`No project could be found with key '${wanted}'.`);
  const live = state.projects.put({ ...project, archived: false, deleted: false });
  return json(projectJson(state, access, live, { lead: true, issueTypes: true, description: true }));
}

/** Needs Administer Jira. */
function changed(context: RouteContext, change: Partial<Project>, status: number) {
  const project = visibleProject(context);
  if (!context.access.isAdmin()) throw forbidden('You are not authorized to perform this operation.');
  context.state.projects.put({ ...project, ...change });
  return empty(status);
}

import * as v from 'valibot';
import { badRequest, forbidden, notFound, notServed } from '../http/problem';
import { listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Project, Workflow, WorkflowScheme } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { numericId, readBody, refuse } from './body';
import { requireClassicProject } from './classic-only';
import { DEFAULT_SCHEME_ID, defaultWorkflowScheme } from './default-workflow-scheme';
import type { TaskWork } from './task-work';

const NOT_FOUND = 'The workflow scheme was not found.';
const PATH = '/rest/api/3/workflowscheme';
/** What answers call Jira's own default workflow; the local Jira uses that of its default scheme. */
const SYSTEM_WORKFLOW = 'jira';

const content = {
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  description: v.optional(v.string()),
  defaultWorkflow: v.optional(v.string()),
  issueTypeMappings: v.optional(v.record(v.string(), v.string())),
};
const CreateBody = v.strictObject(content);
const UpdateBody = v.strictObject({
  ...content,
  name: v.optional(content.name),
  updateDraftIfNeeded: v.optional(v.boolean()),
});
const ProjectBody = v.strictObject({ projectId: numericId, workflowSchemeId: v.optional(v.nullable(numericId)) });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-schemes/ */
export function registerWorkflowSchemes(router: RouteRegistrar): void {
  const add = adminRoutes(router, PATH, 'Only Jira administrators can access workflow schemes.');
  add('GET', '', listSchemes);
  add('POST', '', createScheme);
  add('GET', '/{id}', ({ state, params }) => json(schemeJson(state, requireScheme(state, params))));
  add('PUT', '/{id}', updateScheme);
  add('DELETE', '/{id}', deleteScheme);
  const associations = adminRoutes(
    router,
    `${PATH}/project`,
    forbidden('Only Jira administrators can access workflow scheme associations.'),
  );
  associations('GET', '', schemesOfProjects);
  associations('PUT', '', assignToProject);
}

function listSchemes(context: RouteContext): Reply {
  const rows = context.state.workflowSchemes.filter(hasPublicId).map((scheme) => schemeJson(context.state, scheme));
  return json(page(context, PATH, rows));
}

function createScheme({ state, body }: RouteContext): Reply {
  const { name, description = '', defaultWorkflow, issueTypeMappings = {} } = readBody(CreateBody, body);
  refuseTakenName(state, name, undefined);
  const scheme = state.workflowSchemes.put({
    id: state.nextId('workflowscheme'),
    name,
    description,
    defaultWorkflowId: workflowByName(state, defaultWorkflow ?? SYSTEM_WORKFLOW).id,
    workflowIds: mappingIds(state, issueTypeMappings),
    version: { id: state.nextUuid('version'), versionNumber: 0 },
  });
  return json({ ...schemeJson(state, scheme), draft: false }, 201);
}

function updateScheme({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const change = readBody(UpdateBody, body);
  if (projectsOf(state, scheme.id).length > 0) {
    if (change.updateDraftIfNeeded === true) throw notServed('drafts of workflow schemes');
    refuse('The workflow scheme is active and cannot be edited. Set updateDraftIfNeeded to edit a draft.');
  }
  if (change.name !== undefined) refuseTakenName(state, change.name, scheme.id);
  const updated = state.workflowSchemes.put({
    ...scheme,
    name: change.name ?? scheme.name,
    description: change.description ?? scheme.description,
    defaultWorkflowId:
      change.defaultWorkflow === undefined
        ? scheme.defaultWorkflowId
        : workflowByName(state, change.defaultWorkflow).id,
    workflowIds:
      change.issueTypeMappings === undefined ? scheme.workflowIds : mappingIds(state, change.issueTypeMappings),
    version: nextVersion(state, scheme),
  });
  return json({ ...schemeJson(state, updated), draft: false });
}

function deleteScheme({ state, params }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  if (projectsOf(state, scheme.id).length > 0) refuse('The workflow scheme is active and cannot be deleted.');
  if (isTargetOfTask(state, scheme.id)) refuse('A project is being switched to the workflow scheme.');
  state.workflowSchemes.delete(scheme.id);
  return empty();
}

function schemesOfProjects({ state, query }: RouteContext): Reply {
  const asked = listParam(query, 'projectId');
  if (asked.length === 0) throw badRequest('', { projectId: 'The ID of a project has to be provided.' });
  const projects = state.projects.filter(({ id, style }) => asked.includes(id) && style === 'classic');
  const values = [...new Set(projects.map(({ workflowSchemeId }) => workflowSchemeId))].map((schemeId) => ({
    projectIds: projects.filter(({ workflowSchemeId }) => workflowSchemeId === schemeId).map(({ id }) => id),
    workflowScheme: schemeJson(state, state.workflowSchemes.require(schemeId)),
  }));
  return json({ values });
}

function assignToProject({ state, body }: RouteContext): Reply {
  const { projectId, workflowSchemeId } = readBody(ProjectBody, body);
  // "If the workflow scheme ID is `null`, the operation assigns the default workflow scheme."
  const scheme =
    workflowSchemeId === null || workflowSchemeId === undefined
      ? defaultWorkflowScheme(state)
      : findScheme(state, workflowSchemeId);
  if (scheme === undefined) throw notFound(NOT_FOUND);
  const project = requireClassicProject(state, projectId, 'workflow schemes');
  for (const issue of state.issues.values()) {
    if (issue.projectId === project.id) {
      refuse(
        'The workflow scheme cannot be assigned because the project has issues. Switch the workflow scheme instead.',
      );
    }
  }
  state.projects.put({ ...project, workflowSchemeId: scheme.id });
  return empty();
}

/** The scheme a caller knows by this id; neither the default one nor those of team-managed projects. */
export function findScheme(state: SiteState, id: string): WorkflowScheme | undefined {
  const scheme = state.workflowSchemes.get(id);
  return scheme !== undefined && hasPublicId(scheme) ? scheme : undefined;
}

function hasPublicId({ id, scopeProjectId }: WorkflowScheme): boolean {
  return id !== DEFAULT_SCHEME_ID && scopeProjectId === undefined;
}

function requireScheme(state: SiteState, params: RouteContext['params']): WorkflowScheme {
  const scheme = findScheme(state, params['id'] ?? '');
  if (scheme === undefined) throw notFound(NOT_FOUND);
  return scheme;
}

/** Projects that use a scheme, those in the trash included: while there is one, the scheme is "active". */
export function projectsOf(state: SiteState, schemeId: string): Project[] {
  return state.projects.filter(({ workflowSchemeId }) => workflowSchemeId === schemeId);
}

function isTargetOfTask(state: SiteState, schemeId: string): boolean {
  return (
    state.tasks.find(({ status, work }) => {
      const doing = work as TaskWork | undefined;
      return status === 'RUNNING' && doing?.kind === 'switch-workflow-scheme' && doing.targetSchemeId === schemeId;
    }) !== undefined
  );
}

/** Every change of a scheme gives it a new version. */
export function nextVersion(state: SiteState, scheme: WorkflowScheme): WorkflowScheme['version'] {
  return { id: state.nextUuid('version'), versionNumber: scheme.version.versionNumber + 1 };
}

/** 400 when another scheme has the name. */
export function refuseTakenName(state: SiteState, name: string, ownId: string | undefined): void {
  if (state.workflowSchemes.find((scheme) => scheme.id !== ownId && scheme.name === name)) {
    refuse('The name is used by another scheme.');
  }
}

/** This older group of calls names workflows; the newer one (`/read`, `/update`) uses their ids. */
function workflowByName(state: SiteState, name: string): Workflow {
  if (name === SYSTEM_WORKFLOW) return state.workflows.require(defaultWorkflowScheme(state).defaultWorkflowId);
  const workflow = state.workflows.find((row) => row.name === name && row.scopeProjectId === undefined);
  if (workflow === undefined) throw badRequest(`The workflow '${name}' was not found.`);
  return workflow;
}

function mappingIds(state: SiteState, mappings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mappings).map(([issueTypeId, workflowName]) => {
      if (!state.issueTypes.has(issueTypeId)) throw badRequest(`The issue type ${issueTypeId} was not found.`);
      return [issueTypeId, workflowByName(state, workflowName).id];
    }),
  );
}

function schemeJson(state: SiteState, scheme: WorkflowScheme): Record<string, unknown> {
  const nameOf = (workflowId: string): string => state.workflows.require(workflowId).name;
  const isDefault = scheme.id === DEFAULT_SCHEME_ID;
  return {
    ...(isDefault ? {} : { id: Number(scheme.id) }),
    name: scheme.name,
    description: scheme.description,
    defaultWorkflow: nameOf(scheme.defaultWorkflowId),
    issueTypeMappings: Object.fromEntries(
      Object.entries(scheme.workflowIds).map(([issueTypeId, workflowId]) => [issueTypeId, nameOf(workflowId)]),
    ),
    ...(isDefault ? {} : { self: `${state.site.baseUrl}${PATH}/${scheme.id}` }),
  };
}

import { badRequest, JiraProblem, notFound } from '../http/problem';
import { numberParam } from '../http/paging';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Project, Status, Workflow } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { DEFAULT_SCHEME_ID } from './default-workflow-scheme';
import { typesInScheme } from './issue-types';
import { projectsOf } from './workflow-schemes';
import { projectsWith, schemesWith, workflowFor } from './workflows-of-project';

/** "… or the caller doesn't have permissions to perform the operation." */
const NO_RIGHT = new JiraProblem(401, ['The caller does not have permission to perform the operation.']);
const MOST = 200;
const TOKEN = /^usages:(\d{1,9})$/;

/**
 * Who uses a workflow, a status or a workflow scheme: pages with a token, ids only.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflow-workflowid-projectusages-get
 */
export function registerUsages(router: RouteRegistrar): void {
  const ofWorkflow = adminRoutes(router, '/rest/api/3/workflow/{workflowId}', NO_RIGHT);
  ofWorkflow('GET', '/projectUsages', (context) => {
    const workflow = requireWorkflow(context);
    return usages(context, { workflowId: workflow.id }, 'projects', projectsWith(context.state, workflow.id));
  });
  ofWorkflow('GET', '/workflowSchemes', (context) => {
    const workflow = requireWorkflow(context);
    // The default scheme has no id by which it could be named.
    const schemes = schemesWith(context.state, workflow.id).filter(({ id }) => id !== DEFAULT_SCHEME_ID);
    return usages(context, { workflowId: workflow.id }, 'workflowSchemes', schemes);
  });
  ofWorkflow('GET', '/project/{projectId}/issueTypeUsages', (context) => {
    const workflow = requireWorkflow(context);
    const project = requireProject(context);
    const about = { workflowId: workflow.id, projectId: project.id };
    return usages(context, about, 'issueTypes', typesOn(context.state, project, workflow));
  });

  const ofStatus = adminRoutes(router, '/rest/api/3/statuses/{statusId}', NO_RIGHT);
  ofStatus('GET', '/projectUsages', (context) => {
    const { state } = context;
    const status = requireStatus(context);
    const projects = state.projects.filter((project) => typesIn(state, project, status).length > 0);
    return usages(context, { statusId: status.id }, 'projects', projects);
  });
  ofStatus('GET', '/workflowUsages', (context) => {
    const status = requireStatus(context);
    const workflows = context.state.workflows.filter((workflow) => hasStatus(workflow, status));
    return usages(context, { statusId: status.id }, 'workflows', workflows);
  });
  ofStatus('GET', '/project/{projectId}/issueTypeUsages', (context) => {
    const status = requireStatus(context);
    const project = requireProject(context);
    const about = { statusId: status.id, projectId: project.id };
    return usages(context, about, 'issueTypes', typesIn(context.state, project, status));
  });

  adminRoutes(router, '/rest/api/3/workflowscheme/{workflowSchemeId}', NO_RIGHT)('GET', '/projectUsages', (context) => {
    const { state, params } = context;
    const id = params['workflowSchemeId'] ?? '';
    // The default scheme has no id by which it could be asked for.
    if (!state.workflowSchemes.has(id) || id === DEFAULT_SCHEME_ID)
      throw notFound('The workflow scheme was not found.');
    return usages(context, { workflowSchemeId: id }, 'projects', projectsOf(state, id));
  });
}

function usages(
  { query }: RouteContext,
  about: Readonly<Record<string, string>>,
  name: string,
  rows: readonly { readonly id: string }[],
): Reply {
  const maxResults = numberParam(query, 'maxResults', 50);
  if (maxResults < 1 || maxResults > MOST) throw badRequest(`maxResults must be between 1 and ${MOST}.`);
  const token = query.get('nextPageToken');
  const start = token === null ? 0 : Number(TOKEN.exec(Buffer.from(token, 'base64url').toString())?.[1] ?? NaN);
  if (Number.isNaN(start)) throw badRequest('Invalid format of nextPageToken');
  const end = start + maxResults;
  return json({
    ...about,
    [name]: {
      ...(end < rows.length ? { nextPageToken: Buffer.from(`usages:${end}`).toString('base64url') } : {}),
      values: rows.slice(start, end).map(({ id }) => ({ id })),
    },
  });
}

/** Issue types of the project that follow the workflow. */
function typesOn(state: SiteState, project: Project, workflow: Workflow): { readonly id: string }[] {
  return typesInScheme(state, project).filter(({ id }) => workflowFor(state, project, id).id === workflow.id);
}

/** Issue types of the project whose workflow has the status. */
function typesIn(state: SiteState, project: Project, status: Status): { readonly id: string }[] {
  return typesInScheme(state, project).filter(({ id }) => hasStatus(workflowFor(state, project, id), status));
}

function hasStatus({ statuses }: Workflow, { id }: Status): boolean {
  return statuses.some(({ statusId }) => statusId === id);
}

function requireWorkflow({ state, params }: RouteContext): Workflow {
  const workflow = state.workflows.get(params['workflowId'] ?? '');
  if (workflow === undefined) throw notFound('The workflow was not found.');
  return workflow;
}

function requireStatus({ state, params }: RouteContext): Status {
  const status = state.statuses.get(params['statusId'] ?? '');
  if (status === undefined) throw notFound('The status was not found.');
  return status;
}

function requireProject({ state, params }: RouteContext): Project {
  const project = state.projects.get(params['projectId'] ?? '');
  if (project === undefined) throw badRequest('The project was not found.');
  return project;
}

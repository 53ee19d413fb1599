import { JiraProblem } from '../http/problem';
import { listParam, numberParam } from '../http/paging';
import { json, type Method, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Workflow } from '../state/config-entities';
import { readBody, refuse } from './body';
import { refuseWhileWorkflowTaskRuns } from './tasks';
import {
  CreateWorkflowsBody,
  ReadWorkflowsBody,
  UpdateWorkflowsBody,
  ValidateCreateBody,
  ValidateUpdateBody,
  type CreateWorkflows,
  type UpdateWorkflows,
} from './workflow-bodies';
import { buildLayout, buildStatuses, buildTransitions, putStatuses } from './workflow-build';
import { capabilities } from './workflow-capabilities';
import { updateWorkflows, validateUpdate } from './workflow-update';
import { validateCreate, type WorkflowProblem } from './workflow-validation';
import { workflowsJson } from './workflow-wire';
import { workflowFor, projectsWith } from './workflows-of-project';

const PATH = '/rest/api/3/workflows';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/ */
export function registerWorkflows(router: RouteRegistrar): void {
  const add = (method: Method, path: string, handler: (context: RouteContext) => Reply): void =>
    router.route({
      method,
      path: `${PATH}${path}`,
      scopes: ['manage:jira-configuration'],
      cost: handler === readWorkflows || method === 'GET' ? 'read' : 'write',
      handler,
    });
  add('POST', '', readWorkflows);
  add('GET', '/search', searchWorkflows);
  add('GET', '/capabilities', capabilities);
  add('POST', '/create/validation', (context) => {
    const { payload, validationOptions } = readBody(ValidateCreateBody, context.body);
    requireRight(context, scopeProject(payload));
    return validationReply(validateCreate(context.state, payload), validationOptions?.levels);
  });
  add('POST', '/create', createWorkflows);
  add('POST', '/update/validation', (context) => {
    const { payload, validationOptions } = readBody(ValidateUpdateBody, context.body);
    requireRightOnAll(context, payload);
    return validationReply(validateUpdate(context.state, payload), validationOptions?.levels);
  });
  add('POST', '/update', (context) => {
    const request = readBody(UpdateWorkflowsBody, context.body);
    requireRightOnAll(context, request);
    refuseWhileWorkflowTaskRuns(context);
    return updateWorkflows(context, request);
  });
}

function readWorkflows(context: RouteContext): Reply {
  const { state, access, body } = context;
  const { workflowIds, workflowNames, projectAndIssueTypes } = readBody(ReadWorkflowsBody, body);
  if (workflowIds.length + workflowNames.length + projectAndIssueTypes.length === 0) {
    refuse('At least one workflow ID, workflow name or pair of project and issue type has to be provided.');
  }
  if (!access.isAdmin() && !access.hasAnywhere('ADMINISTER_PROJECTS')) throw noRight();
  const ofProjects = projectAndIssueTypes.flatMap(({ projectId, issueTypeId }) => {
    const project = state.projects.get(projectId);
    return project === undefined ? [] : [workflowFor(state, project, issueTypeId).id];
  });
  const asked = new Set([...workflowIds, ...ofProjects]);
  const found = state.workflows.filter(({ id, name }) => asked.has(id) || workflowNames.includes(name));
  return json(workflowsJson(state, found));
}

function searchWorkflows(context: RouteContext): Reply {
  const { state, access, query, baseUrl } = context;
  if (!access.isAdmin() && !access.hasAnywhere('ADMINISTER_PROJECTS')) throw noRight();
  const words = (query.get('queryString') ?? '').toLowerCase();
  const isActive = query.get('isActive');
  const scopeType = query.get('scope');
  const projectId = query.get('projectId');
  const usedBy = (workflow: Workflow): string[] => projectsWith(state, workflow.id).map(({ id }) => id);
  const found = state.workflows.filter(
    (workflow) =>
      workflow.name.toLowerCase().includes(words) &&
      (isActive === null || String(usedBy(workflow).length > 0) === isActive) &&
      (projectId === null || usedBy(workflow).includes(projectId)) &&
      (scopeType === null || (workflow.scopeProjectId === undefined ? 'GLOBAL' : 'PROJECT') === scopeType),
  );
  const startAt = numberParam(query, 'startAt', 0);
  const maxResults = Math.min(numberParam(query, 'maxResults', 50), 200);
  const withTransitions = listParam(query, 'expand').includes('values.transitions');
  const { statuses, workflows } = workflowsJson(state, found.slice(startAt, startAt + maxResults), withTransitions);
  const isLast = startAt + workflows.length >= found.length;
  const at = (start: number): string => `${baseUrl}${PATH}/search?startAt=${start}&maxResults=${maxResults}`;
  return json({
    self: at(startAt),
    ...(isLast ? {} : { nextPage: at(startAt + workflows.length) }),
    startAt,
    maxResults,
    total: found.length,
    isLast,
    values: workflows,
    statuses,
  });
}

function createWorkflows(context: RouteContext): Reply {
  const { state, clock } = context;
  const request = readBody(CreateWorkflowsBody, context.body);
  const projectId = scopeProject(request);
  requireRight(context, projectId);
  refuseWhileWorkflowTaskRuns(context);
  const [first, ...others] = validateCreate(state, request);
  if (first)
    throw new JiraProblem(
      400,
      [first, ...others].map(({ message }) => message),
    );
  const references = putStatuses(state, request.statuses, projectId);
  const now = clock.now().toISOString();
  const created = request.workflows.map((workflow): Workflow =>
    state.workflows.put({
      id: state.nextUuid('workflow'),
      name: workflow.name,
      description: workflow.description,
      ...(projectId === undefined ? {} : { scopeProjectId: projectId }),
      version: { id: state.nextUuid('version'), versionNumber: 0 },
      isEditable: true,
      statuses: buildStatuses(workflow.statuses, references),
      ...buildLayout(workflow),
      transitions: buildTransitions(state, workflow.transitions, references),
      created: now,
      updated: now,
    }),
  );
  return json(workflowsJson(state, created));
}

function validationReply(
  problems: readonly WorkflowProblem[],
  levels: readonly string[] = ['ERROR', 'WARNING'],
): Reply {
  return json({ errors: problems.filter(({ level }) => levels.includes(level)) });
}

function scopeProject({ scope }: CreateWorkflows): string | undefined {
  return scope.type === 'PROJECT' ? scope.project?.id : undefined;
}

/** Workflow calls answer 401 where others answer 403. */
function noRight(): JiraProblem {
  return new JiraProblem(401, ['The caller does not have permission to perform the operation.']);
}

function requireRightOnAll(context: RouteContext, { workflows }: UpdateWorkflows): void {
  const scopes = workflows.map(({ id }) => context.state.workflows.get(id)?.scopeProjectId);
  for (const projectId of new Set(scopes)) requireRight(context, projectId);
}

function requireRight({ state, access }: RouteContext, projectId: string | undefined): void {
  const project = projectId === undefined ? undefined : state.projects.get(projectId);
  const allowed = access.isAdmin() || (project !== undefined && access.has('ADMINISTER_PROJECTS', project));
  if (!allowed) throw noRight();
}

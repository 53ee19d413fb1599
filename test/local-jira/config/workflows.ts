import { badRequest, JiraProblem } from '../http/problem';
import { numberParam } from '../http/paging';
import { json, type Method, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Workflow } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { readBody, refuse, taskConflict } from './body';
import { runningWorkflowTask } from './tasks';
import {
  CreateWorkflowsBody,
  ReadWorkflowsBody,
  UpdateWorkflowsBody,
  ValidateCreateBody,
  ValidateUpdateBody,
  type CreateWorkflows,
} from './workflow-bodies';
import { buildTransitions, putStatuses } from './workflow-build';
import { SYSTEM_RULES } from './workflow-rules';
import { updateWorkflows, validateUpdate } from './workflow-update';
import { validateCreate, type WorkflowProblem } from './workflow-validation';
import { workflowsJson } from './workflow-wire';
import { workflowFor, workflowsInUse } from './workflows-of-project';

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
    requireRight(context, undefined);
    return validationReply(validateUpdate(context.state, payload), validationOptions?.levels);
  });
  add('POST', '/update', (context) => {
    const request = readBody(UpdateWorkflowsBody, context.body);
    const ids = request.workflows.map(({ id }) => context.state.workflows.get(id)?.scopeProjectId);
    for (const projectId of new Set(ids)) requireRight(context, projectId);
    refuseWhileTaskRuns(context);
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
  const active = new Set(workflowsInUse(state, state.projects.all()).map(({ id }) => id));
  const found = state.workflows.filter(
    (workflow) =>
      workflow.name.toLowerCase().includes(words) &&
      (isActive === null || String(active.has(workflow.id)) === isActive) &&
      (scopeType === null || (workflow.scopeProjectId === undefined ? 'GLOBAL' : 'PROJECT') === scopeType),
  );
  const startAt = numberParam(query, 'startAt', 0);
  const maxResults = Math.min(numberParam(query, 'maxResults', 50), 200);
  const { statuses, workflows } = workflowsJson(state, found.slice(startAt, startAt + maxResults));
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

/** Rules of Forge apps are not offered: the local Jira has no app that declares any. */
function capabilities(context: RouteContext): Reply {
  const { state, query } = context;
  const workflowId = query.get('workflowId');
  const projectId = query.get('projectId');
  if (workflowId === null && (projectId === null || query.get('issueTypeId') === null)) {
    throw badRequest('Either workflowId or both projectId and issueTypeId have to be provided.');
  }
  const project = projectId === null ? undefined : state.projects.get(projectId);
  if (projectId !== null && project === undefined) throw badRequest('The project was not found.');
  if (workflowId !== null && !state.workflows.has(workflowId)) throw badRequest('The workflow was not found.');
  requireRight(context, project?.id);
  return json({
    editorScope: project?.style === 'next-gen' ? 'PROJECT' : 'GLOBAL',
    projectTypes: ['software', 'business'],
    systemRules: SYSTEM_RULES.map((rule) => ({ ...rule, incompatibleRuleKeys: [], isVisible: true })),
    forgeRules: [],
    connectRules: [],
    triggerRules: [],
  });
}

function createWorkflows(context: RouteContext): Reply {
  const { state, clock } = context;
  const request = readBody(CreateWorkflowsBody, context.body);
  const projectId = scopeProject(request);
  requireRight(context, projectId);
  refuseWhileTaskRuns(context);
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
      statuses: workflow.statuses.map(({ statusReference, properties }) => {
        const statusId = references.get(statusReference) ?? '';
        return { statusId, statusReference: statusId, properties };
      }),
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

function requireRight({ state, access }: RouteContext, projectId: string | undefined): void {
  const project = projectId === undefined ? undefined : state.projects.get(projectId);
  const allowed = access.isAdmin() || (project !== undefined && access.has('ADMINISTER_PROJECTS', project));
  if (!allowed) throw noRight();
}

function refuseWhileTaskRuns({ state, clock }: { state: SiteState; clock: RouteContext['clock'] }): void {
  const running = runningWorkflowTask(state, clock);
  if (running) throw taskConflict(running.id);
}

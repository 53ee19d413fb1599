import { badRequest, conflict, JiraProblem } from '../http/problem';
import { json, type Reply, type RouteContext } from '../http/router';
import type { Workflow } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { typesInScheme } from './issue-types';
import type { StatusMoves } from './task-work';
import { startTask } from './tasks';
import type { UpdateWorkflows } from './workflow-bodies';
import { buildLayout, buildStatuses, buildTransitions, putStatuses, type References } from './workflow-build';
import { rulePlaceOf } from './workflow-rule-check';
import { validateContent, validateStatuses, type WorkflowProblem } from './workflow-validation';
import { workflowsJson } from './workflow-wire';
import { workflowFor } from './workflows-of-project';

type WorkflowChange = UpdateWorkflows['workflows'][number];

/** Everything that is wrong with an update, versions aside. */
export function validateUpdate(state: SiteState, request: UpdateWorkflows): WorkflowProblem[] {
  const references = new Set(request.statuses.map(({ statusReference }) => statusReference));
  const projectId = request.workflows.map(({ id }) => state.workflows.get(id)?.scopeProjectId).find(Boolean);
  return [
    ...validateStatuses(state, request.statuses, projectId),
    ...request.workflows.flatMap((change) => {
      const workflow = state.workflows.get(change.id);
      if (workflow === undefined) {
        return [problem('WORKFLOW_NOT_FOUND', 'WORKFLOW', `The workflow ${change.id} was not found.`)];
      }
      return [
        ...validateContent(state, change, references, rulePlaceOf(workflow)),
        ...missingMappings(state, workflow, change, request).map(({ projectId: project, issueTypeId, statusId }) =>
          problem(
            'STATUS_MAPPING_MISSING',
            'STATUS_MAPPING',
            `Issues of type ${issueTypeId} in project ${project} are in status ${statusId}, which the workflow loses.`,
          ),
        ),
      ];
    }),
  ];
}

/**
 * Replaces workflows. Somebody else's change in between is a 409. The new workflow is live at once; issues in
 * statuses it lost are moved by a task.
 */
export function updateWorkflows(context: RouteContext, request: UpdateWorkflows): Reply {
  const { state, clock } = context;
  for (const change of request.workflows) {
    const workflow = state.workflows.get(change.id);
    if (workflow === undefined) throw badRequest(`The workflow ${change.id} was not found.`);
    if (!workflow.isEditable) throw badRequest('The workflow is not editable.');
    const { id, versionNumber } = workflow.version;
    if (id !== change.version.id || versionNumber !== change.version.versionNumber) {
      throw conflict('The workflow was changed in the meantime. Read it again and repeat the change.');
    }
  }
  const problems = validateUpdate(state, request);
  if (problems.length > 0)
    throw new JiraProblem(
      400,
      problems.map(({ message }) => message),
    );

  const scopeProjectId = request.workflows.map(({ id }) => state.workflows.get(id)?.scopeProjectId).find(Boolean);
  const references = putStatuses(state, request.statuses, scopeProjectId);
  const moves: Record<string, StatusMoves> = {};
  for (const change of request.workflows) {
    Object.assign(moves, movesOf(state, state.workflows.require(change.id), change, request, references));
  }
  const now = clock.now().toISOString();
  const updated = request.workflows.map((change) => {
    const workflow = state.workflows.require(change.id);
    return state.workflows.put({
      ...workflow,
      description: change.description ?? workflow.description,
      version: { id: state.nextUuid('version'), versionNumber: workflow.version.versionNumber + 1 },
      statuses: buildStatuses(change.statuses, references),
      ...buildLayout(change),
      transitions: buildTransitions(state, change.transitions, references),
      updated: now,
    });
  });
  const names = updated.map(({ name }) => name).join(', ');
  const task =
    Object.keys(moves).length === 0
      ? undefined
      : startTask(context, `Moving issues after the update of ${names}`, {
          kind: 'migrate-statuses',
          workflowIds: updated.map(({ id }) => id),
          moves,
        });
  return json({ ...workflowsJson(state, updated), ...(task === undefined ? {} : { taskId: task.id }) });
}

interface Place {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly statusId: string;
}

/** Where issues are in a status that the workflow loses. */
function strandedPlaces(state: SiteState, workflow: Workflow, kept: ReadonlySet<string>): Place[] {
  const places = new Map<string, Place>();
  const users = new Set(
    state.projects.all().flatMap((project) =>
      typesInScheme(state, project)
        .filter(({ id }) => workflowFor(state, project, id).id === workflow.id)
        .map(({ id }) => `${project.id}/${id}`),
    ),
  );
  for (const { projectId, typeId, statusId } of state.issues.values()) {
    if (kept.has(statusId) || !users.has(`${projectId}/${typeId}`)) continue;
    places.set(`${projectId}/${typeId}/${statusId}`, { projectId, issueTypeId: typeId, statusId });
  }
  return [...places.values()];
}

function keptStatuses(change: WorkflowChange, request: UpdateWorkflows): ReadonlySet<string> {
  const ids = new Map(request.statuses.map(({ statusReference, id }) => [statusReference, id]));
  return new Set(
    change.statuses.map(({ statusReference }) => ids.get(statusReference)).filter((id) => id !== undefined),
  );
}

function missingMappings(
  state: SiteState,
  workflow: Workflow,
  change: WorkflowChange,
  request: UpdateWorkflows,
): Place[] {
  return strandedPlaces(state, workflow, keptStatuses(change, request)).filter(
    (place) => targetOf(change, place, request) === undefined,
  );
}

/** The new status's reference for a place; a mapping for project and type goes before the default one. */
function targetOf(change: WorkflowChange, place: Place, request: UpdateWorkflows): string | undefined {
  const meansStatus = (reference: string): boolean =>
    reference === place.statusId ||
    request.statuses.some(({ statusReference, id }) => statusReference === reference && id === place.statusId);
  const own = change.statusMappings.find(
    ({ projectId, issueTypeId }) => projectId === place.projectId && issueTypeId === place.issueTypeId,
  );
  const mapping = [...(own?.statusMigrations ?? []), ...change.defaultStatusMappings].find(({ oldStatusReference }) =>
    meansStatus(oldStatusReference),
  );
  const reference = mapping?.newStatusReference;
  return change.statuses.some(({ statusReference }) => statusReference === reference) ? reference : undefined;
}

function movesOf(
  state: SiteState,
  workflow: Workflow,
  change: WorkflowChange,
  request: UpdateWorkflows,
  references: References,
): Record<string, StatusMoves> {
  const kept = new Set(change.statuses.map(({ statusReference }) => references.get(statusReference) ?? ''));
  const moves: Record<string, StatusMoves> = {};
  for (const place of strandedPlaces(state, workflow, kept)) {
    const target = targetOf(change, place, request) ?? '';
    const key = `${place.projectId}/${place.issueTypeId}`;
    moves[key] = { ...moves[key], [place.statusId]: references.get(target) ?? target };
  }
  return moves;
}

function problem(code: string, type: WorkflowProblem['type'], message: string): WorkflowProblem {
  return { code, level: 'ERROR', type, message };
}

import * as v from 'valibot';
import { conflict, JiraProblem } from '../http/problem';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Project, Workflow, WorkflowScheme } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { readBody, refuse } from './body';
import { DEFAULT_SCHEME_ID } from './default-workflow-scheme';
import { typesInScheme } from './issue-types';
import type { StatusMoves } from './task-work';
import { refuseWhileWorkflowTaskRuns, startTask, taskReply } from './tasks';
import { version } from './workflow-bodies';
import { lostStatuses, occupiedOf, unmapped, type LostStatus } from './workflow-scheme-moves';
import { findScheme, nextVersion, projectsOf, refuseTakenName } from './workflow-schemes';
import { scopeOf } from './workflow-wire';
import { workflowInScheme } from './workflows-of-project';

const PATH = '/rest/api/3/workflowscheme';
const NO_RIGHT = new JiraProblem(401, ['The caller does not have permission to perform the operation.']);

const statusMapping = v.strictObject({ oldStatusId: v.string(), newStatusId: v.string() });
const byIssueType = v.optional(
  v.array(v.strictObject({ issueTypeId: v.string(), statusMappings: v.array(statusMapping) })),
  [],
);
const SwitchBody = v.looseObject({
  projectId: v.string(),
  targetSchemeId: v.string(),
  mappingsByIssueTypeOverride: byIssueType,
});
const ReadBody = v.strictObject({
  projectIds: v.optional(v.nullable(v.array(v.string()))),
  workflowSchemeIds: v.optional(v.nullable(v.array(v.string()))),
});
const workflowsForIssueTypes = v.optional(
  v.array(v.strictObject({ workflowId: v.string(), issueTypeIds: v.array(v.string()) })),
  [],
);
const UpdateBody = v.looseObject({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  defaultWorkflowId: v.optional(v.string()),
  workflowsForIssueTypes,
  statusMappingsByIssueTypeOverride: byIssueType,
  statusMappingsByWorkflows: v.optional(
    v.array(
      v.strictObject({ oldWorkflowId: v.string(), newWorkflowId: v.string(), statusMappings: v.array(statusMapping) }),
    ),
    [],
  ),
  version,
});
const MappingsBody = v.looseObject({
  id: v.string(),
  defaultWorkflowId: v.optional(v.nullable(v.string())),
  workflowsForIssueTypes,
});

/** The newer calls on workflow schemes: by workflow ids, asynchronous, live at once. */
export function registerWorkflowSchemeSwitch(router: RouteRegistrar): void {
  const add = adminRoutes(router, PATH, NO_RIGHT);
  add('POST', '/read', readSchemes);
  add('POST', '/project/switch', switchScheme);
  add('POST', '/update', updateScheme);
  add('POST', '/update/mappings', requiredMappings);
}

/** Schemes of team-managed projects can be changed here too; Jira's default scheme nowhere. */
function requireChangeable(state: SiteState, id: string): WorkflowScheme {
  const scheme = state.workflowSchemes.get(id);
  if (scheme === undefined) refuse('The workflow scheme was not found.');
  if (scheme.id === DEFAULT_SCHEME_ID) refuse('The default workflow scheme cannot be changed.');
  return scheme;
}

function readSchemes({ state, body }: RouteContext): Reply {
  const { projectIds, workflowSchemeIds } = readBody(ReadBody, body);
  const asked = new Set(workflowSchemeIds ?? []);
  for (const id of projectIds ?? []) {
    const project = state.projects.get(id);
    if (project) asked.add(project.workflowSchemeId);
  }
  if ((projectIds ?? []).length + (workflowSchemeIds ?? []).length === 0) {
    refuse('Either projectIds or workflowSchemeIds have to be provided.');
  }
  return json(state.workflowSchemes.filter(({ id }) => asked.has(id)).map((scheme) => schemeJson(state, scheme)));
}

function switchScheme(context: RouteContext): Reply {
  const { state, body } = context;
  const { projectId, targetSchemeId, mappingsByIssueTypeOverride } = readBody(SwitchBody, body);
  const project = state.projects.get(projectId);
  if (project === undefined) refuse('The project was not found.');
  if (project.style !== 'classic') refuse('Only classic projects can have workflow schemes assigned.');
  const target = findScheme(state, targetSchemeId);
  if (target === undefined) refuse('The target workflow scheme was not found.');
  refuseWhileWorkflowTaskRuns(context);
  if (target.id === project.workflowSchemeId) refuse('The project already uses the target workflow scheme.');
  const movesByIssueType = movesOf(mappingsByIssueTypeOverride);
  const lost = lostStatuses(state, project, state.workflowSchemes.require(project.workflowSchemeId), target);
  refuseUnmapped(state, unmapped(lost, movesByIssueType));
  const task = startTask(context, `Switching the workflow scheme of ${project.key} to ${target.name}`, {
    kind: 'switch-workflow-scheme',
    projectId: project.id,
    targetSchemeId: target.id,
    movesByIssueType,
  });
  return taskReply(state, task);
}

/** No drafts here: the scheme changes at once, and a task moves the issues whose status is gone. */
function updateScheme(context: RouteContext): Reply {
  const { state, body } = context;
  const change = readBody(UpdateBody, body);
  const scheme = requireChangeable(state, change.id);
  refuseWhileWorkflowTaskRuns(context);
  if (scheme.version.id !== change.version.id || scheme.version.versionNumber !== change.version.versionNumber) {
    throw conflict('The workflow scheme was changed in the meantime. Read it again and repeat the change.');
  }
  refuseTakenName(state, change.name, scheme.id);
  const next: WorkflowScheme = {
    ...scheme,
    name: change.name,
    description: change.description,
    ...workflowsOf(state, scheme, change),
    version: nextVersion(state, scheme),
  };
  const explicit = movesOf(change.statusMappingsByIssueTypeOverride);
  const movesByIssueType: Record<string, StatusMoves> = {};
  const lost: LostStatus[] = [];
  for (const project of projectsOf(state, scheme.id)) {
    for (const type of typesInScheme(state, project)) {
      const before = workflowInScheme(state, scheme, type.id);
      const after = workflowInScheme(state, next, type.id);
      const general = change.statusMappingsByWorkflows.find(
        ({ oldWorkflowId, newWorkflowId }) => oldWorkflowId === before.id && newWorkflowId === after.id,
      );
      movesByIssueType[type.id] = { ...toMoves(general?.statusMappings ?? []), ...explicit[type.id] };
    }
    lost.push(...occupiedOf(state, project, lostStatuses(state, project, scheme, next)));
  }
  refuseUnmapped(state, unmapped(lost, movesByIssueType));
  state.workflowSchemes.put(next);
  if (lost.length === 0) return json(schemeJson(state, next));
  const work = { kind: 'update-workflow-scheme' as const, schemeId: scheme.id, movesByIssueType };
  return taskReply(state, startTask(context, `Moving issues after the update of ${next.name}`, work));
}

function requiredMappings({ state, body }: RouteContext): Reply {
  const change = readBody(MappingsBody, body);
  const scheme = requireChangeable(state, change.id);
  const next = { ...scheme, ...workflowsOf(state, scheme, change) };
  const lost = projectsOf(state, scheme.id).flatMap((project) => lostFor(state, project, scheme, next));
  const typeIds = [...new Set(lost.map(({ issueType }) => issueType.id))];
  const targets = new Map<string, Workflow>();
  for (const id of typeIds) {
    const workflow = workflowInScheme(state, next, id);
    targets.set(workflow.id, workflow);
  }
  return json({
    statusMappingsByIssueTypes: typeIds.map((issueTypeId) => ({
      issueTypeId,
      statusIds: [...new Set(lost.filter(({ issueType }) => issueType.id === issueTypeId).map((row) => row.statusId))],
    })),
    statusMappingsByWorkflows: workflowPairs(state, scheme, next, lost),
    statuses: [...new Set(lost.map(({ statusId }) => statusId))].map((id) => {
      const { name, category } = state.statuses.require(id);
      return { id, name, category };
    }),
    statusesPerWorkflow: [...targets.values()].map((workflow) => ({
      workflowId: workflow.id,
      initialStatusId: workflow.transitions.find(({ type }) => type === 'INITIAL')?.toStatusId ?? '',
      statuses: workflow.statuses.map(({ statusId }) => statusId),
    })),
  });
}

function workflowPairs(
  state: SiteState,
  from: WorkflowScheme,
  to: WorkflowScheme,
  lost: readonly LostStatus[],
): Record<string, unknown>[] {
  const pairs = new Map<string, { sourceWorkflowId: string; targetWorkflowId: string; statusIds: Set<string> }>();
  for (const { issueType, statusId } of lost) {
    const sourceWorkflowId = workflowInScheme(state, from, issueType.id).id;
    const targetWorkflowId = workflowInScheme(state, to, issueType.id).id;
    const name = `${sourceWorkflowId}/${targetWorkflowId}`;
    const pair = pairs.get(name) ?? { sourceWorkflowId, targetWorkflowId, statusIds: new Set<string>() };
    pair.statusIds.add(statusId);
    pairs.set(name, pair);
  }
  return [...pairs.values()].map((pair) => ({ ...pair, statusIds: [...pair.statusIds] }));
}

function lostFor(state: SiteState, project: Project, from: WorkflowScheme, to: WorkflowScheme): LostStatus[] {
  return occupiedOf(state, project, lostStatuses(state, project, from, to));
}

function workflowsOf(
  state: SiteState,
  scheme: WorkflowScheme,
  change: {
    defaultWorkflowId?: string | null | undefined;
    workflowsForIssueTypes: readonly { workflowId: string; issueTypeIds: readonly string[] }[];
  },
): Pick<WorkflowScheme, 'defaultWorkflowId' | 'workflowIds'> {
  const named = [change.defaultWorkflowId, ...change.workflowsForIssueTypes.map(({ workflowId }) => workflowId)];
  for (const id of named) {
    if (typeof id === 'string' && !state.workflows.has(id)) refuse(`The workflow ${id} was not found.`);
  }
  return {
    defaultWorkflowId: change.defaultWorkflowId ?? scheme.defaultWorkflowId,
    workflowIds: Object.fromEntries(
      change.workflowsForIssueTypes.flatMap(({ workflowId, issueTypeIds }) =>
        issueTypeIds.map((issueTypeId) => [issueTypeId, workflowId] as const),
      ),
    ),
  };
}

function movesOf(
  mappings: v.InferOutput<typeof SwitchBody>['mappingsByIssueTypeOverride'],
): Record<string, StatusMoves> {
  return Object.fromEntries(mappings.map(({ issueTypeId, statusMappings }) => [issueTypeId, toMoves(statusMappings)]));
}

function toMoves(mappings: readonly v.InferOutput<typeof statusMapping>[]): StatusMoves {
  return Object.fromEntries(mappings.map(({ oldStatusId, newStatusId }) => [oldStatusId, newStatusId]));
}

function refuseUnmapped(state: SiteState, missing: readonly LostStatus[]): void {
  if (missing.length === 0) return;
  const places = missing.map(
    ({ issueType, statusId }) => `${issueType.name}: ${state.statuses.require(statusId).name} (${statusId})`,
  );
  refuse(`Status mappings are missing or name a status that the new workflow does not have: ${places.join('; ')}.`);
}

function schemeJson(state: SiteState, scheme: WorkflowScheme): Record<string, unknown> {
  const workflowJson = (id: string): Record<string, unknown> => {
    const { name, description, version: workflowVersion } = state.workflows.require(id);
    return { id, name, description, version: workflowVersion };
  };
  const typesByWorkflow = new Map<string, string[]>();
  for (const [issueTypeId, workflowId] of Object.entries(scheme.workflowIds)) {
    typesByWorkflow.set(workflowId, [...(typesByWorkflow.get(workflowId) ?? []), issueTypeId]);
  }
  return {
    id: scheme.id,
    name: scheme.name,
    description: scheme.description,
    scope: scopeOf(scheme),
    version: scheme.version,
    taskId: null,
    defaultWorkflow: workflowJson(scheme.defaultWorkflowId),
    workflowsForIssueTypes: [...typesByWorkflow].map(([workflowId, issueTypeIds]) => ({
      issueTypeIds,
      workflow: workflowJson(workflowId),
    })),
  };
}

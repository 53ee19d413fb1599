import type { Project, Workflow, WorkflowScheme } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { typesInScheme } from './issue-types';

/** The workflow that issues of this type follow in this project. */
export function workflowFor(state: SiteState, project: Project, issueTypeId: string): Workflow {
  return workflowInScheme(state, state.workflowSchemes.require(project.workflowSchemeId), issueTypeId);
}

/** The workflow a scheme gives to an issue type; its default for types it does not name. */
export function workflowInScheme(state: SiteState, scheme: WorkflowScheme, issueTypeId: string): Workflow {
  return state.workflows.require(scheme.workflowIds[issueTypeId] ?? scheme.defaultWorkflowId);
}

/** Schemes that name a workflow, for some issue type or for all others. */
export function schemesWith(state: SiteState, workflowId: string): WorkflowScheme[] {
  return state.workflowSchemes.filter(
    ({ defaultWorkflowId, workflowIds }) =>
      defaultWorkflowId === workflowId || Object.values(workflowIds).includes(workflowId),
  );
}

/** Projects with such a scheme: while there is one, the workflow is "active". */
export function projectsWith(state: SiteState, workflowId: string): Project[] {
  const schemeIds = new Set(schemesWith(state, workflowId).map(({ id }) => id));
  return state.projects.filter(({ workflowSchemeId }) => schemeIds.has(workflowSchemeId));
}

/** Every workflow that some issue type of these projects follows, each once. */
export function workflowsInUse(state: SiteState, projects: readonly Project[]): Workflow[] {
  return [
    ...new Set(
      projects.flatMap((project) => typesInScheme(state, project).map(({ id }) => workflowFor(state, project, id))),
    ),
  ];
}

import type { Status, TransitionLink, Workflow, WorkflowTransition } from '../state/config-entities';
import type { SiteState } from '../state/site-state';

/** Workflows with every status they use, as `/workflows` and its relatives answer. */
export function workflowsJson(
  state: SiteState,
  workflows: readonly Workflow[],
  withTransitions = true,
): { statuses: Record<string, unknown>[]; workflows: Record<string, unknown>[] } {
  const statusIds = new Set(workflows.flatMap(({ statuses }) => statuses.map(({ statusId }) => statusId)));
  return {
    statuses: [...statusIds].map((id) => workflowStatusJson(state.statuses.require(id))),
    workflows: workflows.map((workflow) => workflowJson(state, workflow, withTransitions)),
  };
}

function workflowJson(state: SiteState, workflow: Workflow, withTransitions: boolean): Record<string, unknown> {
  const task = state.tasks.find(({ status, work }) =>
    status === 'RUNNING' && typeof work === 'object' && work !== null && 'workflowIds' in work
      ? Array.isArray(work.workflowIds) && work.workflowIds.includes(workflow.id)
      : false,
  );
  return {
    id: workflow.id,
    name: workflow.name,
    description: workflow.description,
    isEditable: workflow.isEditable,
    scope: scopeOf(workflow),
    version: workflow.version,
    created: workflow.created,
    updated: workflow.updated,
    taskId: task?.id ?? null,
    statuses: workflow.statuses.map((row) => ({
      statusReference: row.statusReference,
      deprecated: false,
      properties: row.properties,
      ...('layout' in row ? { layout: row.layout } : {}),
      ...('approvalConfiguration' in row ? { approvalConfiguration: row.approvalConfiguration } : {}),
    })),
    ...(withTransitions ? { transitions: workflow.transitions.map(transitionJson) } : {}),
    ...('startPointLayout' in workflow ? { startPointLayout: workflow.startPointLayout } : {}),
    ...('loopedTransitionContainerLayout' in workflow
      ? { loopedTransitionContainerLayout: workflow.loopedTransitionContainerLayout }
      : {}),
  };
}

/** References in answers are status ids, whatever the caller had called them. */
function transitionJson(transition: WorkflowTransition): Record<string, unknown> {
  return {
    id: transition.id,
    name: transition.name,
    description: transition.description,
    type: transition.type,
    toStatusReference: transition.toStatusId,
    links: linksOf(transition).map(({ fromStatusId, ...ports }) => ({
      ...(fromStatusId === undefined ? {} : { fromStatusReference: fromStatusId }),
      ...ports,
    })),
    ...(transition.conditions === undefined ? {} : { conditions: transition.conditions }),
    validators: transition.validators,
    actions: transition.actions,
    triggers: transition.triggers ?? [],
    ...(transition.customIssueEventId === undefined ? {} : { customIssueEventId: transition.customIssueEventId }),
    properties: transition.properties,
    ...(transition.screenId === undefined
      ? {}
      : {
          transitionScreen: {
            ...(transition.screenRuleId === undefined ? {} : { id: transition.screenRuleId }),
            ruleKey: 'system:transition-screen',
            parameters: { screenId: transition.screenId },
          },
        }),
  };
}

function linksOf({ links, fromStatusIds }: WorkflowTransition): readonly TransitionLink[] {
  return links ?? fromStatusIds.map((fromStatusId) => ({ fromStatusId, fromPort: 0, toPort: 1 }));
}

function workflowStatusJson(status: Status): Record<string, unknown> {
  return {
    id: status.id,
    name: status.name,
    description: status.description,
    scope: scopeOf(status),
    statusCategory: status.category,
    statusReference: status.id,
  };
}

/** The long form of a scope, which workflows and `/statuses` always give. */
export function scopeOf({ scopeProjectId }: { readonly scopeProjectId?: string }): Record<string, unknown> {
  return scopeProjectId === undefined ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: scopeProjectId } };
}

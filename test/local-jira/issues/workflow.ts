import { workflowFor } from '../config/workflows-of-project';
import type { RouteContext } from '../http/router';
import { notServed } from '../http/problem';
import type { StatusCategory, Workflow, WorkflowTransition } from '../state/config-entities';
import type { Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import type { Draft } from './draft';

/** The transition by which issues come into the workflow. */
export function initialTransition(workflow: Workflow): WorkflowTransition {
  const create = workflow.transitions.find((transition) => transition.type === 'INITIAL');
  if (create === undefined) throw new Error(`workflow ${workflow.name} has no initial transition`);
  return create;
}

/** Transitions open from the issue's status, whatever the caller's rights. */
export function transitionsFrom(state: SiteState, issue: Issue): readonly WorkflowTransition[] {
  const workflow = workflowFor(state, state.projects.require(issue.projectId), issue.typeId);
  return workflow.transitions.filter(
    ({ type, fromStatusIds }) => type === 'GLOBAL' || (type === 'DIRECTED' && fromStatusIds.includes(issue.statusId)),
  );
}

/**
 * Moves a draft to the transition's status and does what its actions say. Where no action sets the resolution, it
 * follows the status category, as the post functions of Jira's own simplified workflow do: set on entering Done,
 * cleared on leaving it.
 */
export function applyTransition(context: RouteContext, draft: Draft, transition: WorkflowTransition): void {
  const { state, clock } = context;
  const now = clock.now().getTime();
  const before = state.statuses.require(draft.statusId);
  const after = state.statuses.require(transition.toStatusId);
  draft.statusId = after.id;
  if (before.category !== after.category) draft.statusCategoryChanged = now;
  let resolutionSet = false;
  for (const { ruleKey, parameters } of transition.actions) {
    if (ruleKey === 'system:update-field' && parameters['field'] === 'resolution') {
      setResolution(draft, parameters['value'] === '' ? null : (parameters['value'] ?? null), now);
      resolutionSet = true;
    } else if (ruleKey === 'system:update-field' && parameters['field'] === 'assignee') {
      draft.assigneeId = parameters['value'] === '' ? null : (parameters['value'] ?? null);
    } else if (!ruleKey.startsWith('forge:')) {
      throw notServed(`the workflow action ${ruleKey} on ${parameters['field'] ?? 'anything'}`);
    }
  }
  if (!resolutionSet) followCategory(state, draft, after.name, after.category, now);
}

function followCategory(state: SiteState, draft: Draft, name: string, category: StatusCategory, now: number): void {
  if (category !== 'DONE') setResolution(draft, null, now);
  else if (draft.resolutionId === null) {
    const wanted = /won'?t/i.test(name) ? "Won't Do" : 'Done';
    setResolution(draft, state.resolutions.find((resolution) => resolution.name === wanted)?.id ?? null, now);
  }
}

/** The date of the resolution is kept when the issue was resolved before. */
function setResolution(draft: Draft, resolutionId: string | null, now: number): void {
  draft.resolved = resolutionId === null ? null : (draft.resolved ?? now);
  draft.resolutionId = resolutionId;
}

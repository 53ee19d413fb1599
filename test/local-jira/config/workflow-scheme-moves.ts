import type { IssueType, Project, WorkflowScheme } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import type { StatusMoves } from './task-work';
import { typesInScheme } from './issue-types';
import { workflowInScheme } from './workflows-of-project';

/** A status that issues of a type lose when a project goes from one scheme to another. */
export interface LostStatus {
  readonly issueType: IssueType;
  readonly statusId: string;
  readonly targets: ReadonlySet<string>;
}

/** Statuses of the present workflows that the target workflows of the same issue type do not have. */
export function lostStatuses(
  state: SiteState,
  project: Project,
  from: WorkflowScheme,
  to: WorkflowScheme,
): LostStatus[] {
  return typesInScheme(state, project).flatMap((issueType) => {
    const before = workflowInScheme(state, from, issueType.id);
    const targets = new Set(workflowInScheme(state, to, issueType.id).statuses.map(({ statusId }) => statusId));
    return before.statuses
      .filter(({ statusId }) => !targets.has(statusId))
      .map(({ statusId }) => ({ issueType, statusId, targets }));
  });
}

/** Only those losses that some issue of the project is in. */
export function occupiedOf(state: SiteState, project: Project, lost: readonly LostStatus[]): LostStatus[] {
  const occupied = new Set<string>();
  for (const issue of state.issues.values()) {
    if (issue.projectId === project.id) occupied.add(`${issue.typeId}/${issue.statusId}`);
  }
  return lost.filter(({ issueType, statusId }) => occupied.has(`${issueType.id}/${statusId}`));
}

/** The losses for which the caller named no status of the target workflow. */
export function unmapped(
  lost: readonly LostStatus[],
  movesByIssueType: Readonly<Record<string, StatusMoves>>,
): LostStatus[] {
  return lost.filter(({ issueType, statusId, targets }) => {
    const target = movesByIssueType[issueType.id]?.[statusId];
    return target === undefined || !targets.has(target);
  });
}

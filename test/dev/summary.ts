import type { SiteState } from '../local-jira';

export interface Summary {
  readonly project: string;
  readonly projectKey: string;
  readonly openRisks: number;
  readonly enablers: number;
  readonly openStories: number;
  /** Shift-Up's issue type is in the site. */
  readonly setUp: boolean;
}

/**
 * What the terminal and the side bar say of the first project, counted from the local Jira's rows and not by the app,
 * so that the two can be compared. Types and links are known by the names Shift-Up's set-up gives them.
 */
export function summaryOf(state: SiteState): Summary | undefined {
  const project = state.projects.all()[0];
  if (project === undefined) return undefined;
  const riskType = state.issueTypes.find(({ name }) => name === 'Security Risk');
  const storyType = state.issueTypes.find(({ name }) => name === 'Story');
  const mitigates = state.linkTypes.find(({ outward }) => outward === 'mitigates');
  const isOpen = (statusId: string) => state.statuses.require(statusId).category !== 'DONE';

  let openRisks = 0;
  let openStories = 0;
  const enablers = new Set<string>();
  for (const issue of state.issues.values()) {
    if (issue.projectId !== project.id || issue.archived) continue;
    if (issue.typeId === storyType?.id && isOpen(issue.statusId)) openStories += 1;
    if (issue.typeId !== riskType?.id || !isOpen(issue.statusId)) continue;
    openRisks += 1;
    for (const { typeId, direction, otherId } of issue.links) {
      if (typeId === mitigates?.id && direction === 'inward' && !isDropped(state, otherId)) enablers.add(otherId);
    }
  }
  return {
    project: project.name,
    projectKey: project.key,
    openRisks,
    enablers: enablers.size,
    openStories,
    setUp: riskType !== undefined,
  };
}

/** Ended without being done: such an enabler reduces nothing and is not counted. */
function isDropped(state: SiteState, issueId: string): boolean {
  const issue = state.issues.get(issueId);
  if (issue === undefined) return true;
  return state.statuses.require(issue.statusId).name === "Won't do";
}

export function summaryText({ openRisks, enablers, openStories }: Summary): string {
  return `${counted(openRisks, 'open risk')}, ${counted(enablers, 'enabler')}, ${counted(openStories, 'open story', 'open stories')}.`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * What "Apply" would do: how many changes where, what stays for people, and what stands in the way. Pure.
 */
import type { GuideStep, PlanItem, ProjectName, ProjectPlan, SetupPlan } from '../../../../../src/contract/set-up';
import { itemsOfProject, siteItems } from './plan-groups';

export interface PlanChanges {
  /** Steps that would be done. */
  readonly total: number;
  readonly onSite: number;
  /** Only projects with a change. */
  readonly inProjects: readonly { readonly project: ProjectName; readonly count: number }[];
  /** Team-managed projects with steps that only a person can do. */
  readonly byHand: readonly ProjectName[];
  /** Projects left out because a part of them cannot be done as things are. */
  readonly leftOut: readonly ProjectName[];
  /** Objects of the site that cannot be made: nothing starts before. */
  readonly blocking: number;
}

export function changesOf(plan: SetupPlan): PlanChanges {
  const ofSite = siteItems(plan.items);
  const blocking = ofSite.filter(({ blocked }) => blocked !== undefined).length;
  const onSite = ofSite.filter(isChange).length;
  const inProjects: { project: ProjectName; count: number }[] = [];
  const byHand: ProjectName[] = [];
  const leftOut: ProjectName[] = [];
  for (const planned of plan.projects) {
    const items = itemsOfProject(plan.items, planned.project.id);
    if (waitsForPeople(planned)) byHand.push(planned.project);
    else if (items.some(({ blocked }) => blocked !== undefined)) leftOut.push(planned.project);
    else {
      const count = items.filter(isChange).length;
      if (count > 0) inProjects.push({ project: planned.project, count });
    }
  }
  const total = blocking > 0 ? 0 : inProjects.reduce((sum, { count }) => sum + count, onSite);
  return { total, onSite, inProjects, byHand, leftOut, blocking };
}

/** A conflict is decided, by the safe choice at least, and is therefore a change. */
function isChange({ action, blocked }: PlanItem): boolean {
  return action !== 'alreadyRight' && blocked === undefined;
}

/** A step of the guide that set-up waits for is not done yet. */
export function waitsForPeople({ guide }: ProjectPlan): boolean {
  return openSteps(guide ?? []).some(({ optional }) => !optional);
}

export function openSteps(guide: readonly GuideStep[]): readonly GuideStep[] {
  return guide.filter(({ state }) => state !== 'done');
}

/** Says which step of a guide this is, as long as the guide has no step twice. */
export function guideStepId({ task }: GuideStep): string {
  return task.kind === 'issueType' ? 'issueType' : `${task.on}:${task.field}`;
}

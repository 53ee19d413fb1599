/**
 * The plan as people read it: groups in the order of the steps, with counts. Pure.
 */
import type { PlanItem, SetupPlan } from '../../../../../src/contract/defs';
import { setUp } from '../../shared/strings/en-set-up';
import { fill } from '../../shared/strings/fill';

export type PlanAction = PlanItem['action'];
export const PLAN_ACTIONS: readonly PlanAction[] = ['create', 'adopt', 'alreadyRight', 'conflict'];

export interface PlanGroup {
  readonly id: string;
  readonly name: string;
  readonly ofProject: boolean;
  readonly items: readonly PlanItem[];
}

/** What a project is called in the plan. */
export interface NamedProject {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

/** Groups in the order in which their first step is done. */
export function groupsOf(items: readonly PlanItem[], projects: readonly NamedProject[]): readonly PlanGroup[] {
  const groups = new Map<string, PlanGroup & { items: PlanItem[] }>();
  for (const item of items) {
    const { id, name, ofProject } = groupOf(item, projects);
    const group = groups.get(id) ?? { id, name, ofProject, items: [] };
    group.items.push(item);
    groups.set(id, group);
  }
  return [...groups.values()];
}

function groupOf(item: PlanItem, projects: readonly NamedProject[]): Omit<PlanGroup, 'items'> {
  const projectId = projectIdOf(item);
  if (projectId !== undefined || item.kind === 'project') {
    const project = projects.find(({ id }) => id === projectId);
    const name =
      project === undefined ? setUp.groups.projectUnknown : fill(setUp.groups.project, { name: project.name });
    return { id: `project:${projectId ?? ''}`, name, ofProject: true };
  }
  const kind = item.kind === 'workflow' ? 'status' : item.kind;
  return { id: kind, name: setUp.groups[kind], ofProject: false };
}

/** Steps of one project are named `project:<id>:<part>`. */
export function projectIdOf({ step }: PlanItem): string | undefined {
  return /^project:(\d+)(?::|$)/.exec(step)?.[1];
}

export function countActions(items: readonly PlanItem[]): Readonly<Record<PlanAction, number>> {
  const count = (action: PlanAction) => items.filter((item) => item.action === action).length;
  return {
    create: count('create'),
    adopt: count('adopt'),
    alreadyRight: count('alreadyRight'),
    conflict: count('conflict'),
  };
}

/** What would be written, and what keeps it from being written. */
export interface Changes {
  /** In the order in which they must be done. */
  readonly items: readonly PlanItem[];
  readonly onSite: number;
  readonly inProjects: number;
  /** Conflicts on the site stop everything, because projects need all of it; those of a project stop that project. */
  readonly blocking: number;
}

export function changesOf(plan: SetupPlan): Changes {
  const isChange = (item: PlanItem) => item.action === 'create' || item.action === 'adopt';
  const blocked = new Set(plan.items.filter(({ action }) => action === 'conflict').map(projectIdOf));
  const ofSite = plan.items.filter((item) => projectIdOf(item) === undefined);
  const items = plan.items.filter((item) => {
    const projectId = projectIdOf(item);
    return isChange(item) && (projectId === undefined || !blocked.has(projectId));
  });
  const onSite = items.filter((item) => projectIdOf(item) === undefined).length;
  return {
    items,
    onSite,
    inProjects: items.length - onSite,
    blocking: ofSite.filter(({ action }) => action === 'conflict').length,
  };
}

/**
 * The plan as people read it: the site's objects in groups, each project's parts together. Pure.
 */
import type { PlanAction, PlanItem, PlanKind } from '../../../../../src/contract/set-up';

/** Every action, the unusual ones first: that is the order of the rows. */
export const PLAN_ACTIONS: readonly PlanAction[] = ['conflict', 'repair', 'adopt', 'create', 'alreadyRight'];
/** The order in which they are counted up. */
export const SUM_ORDER: readonly PlanAction[] = ['create', 'adopt', 'repair', 'alreadyRight', 'conflict'];

export type GroupId = Exclude<PlanKind, 'workflow' | 'project'>;
const GROUPS: readonly GroupId[] = ['issueType', 'riskField', 'storyField', 'linkType', 'status', 'screen'];

export interface PlanGroup {
  readonly id: GroupId;
  /** Unusual actions first, otherwise in the order of the steps. */
  readonly items: readonly PlanItem[];
}

/** What belongs to the site and not to one project. */
export function siteItems(items: readonly PlanItem[]): readonly PlanItem[] {
  return items.filter(({ projectId }) => projectId === undefined);
}

export function itemsOfProject(items: readonly PlanItem[], projectId: string): readonly PlanItem[] {
  return items.filter((item) => item.projectId === projectId);
}

/** The site's objects by kind, in the order of set-up; groups without an object are left out. */
export function groupsOf(items: readonly PlanItem[]): readonly PlanGroup[] {
  return GROUPS.map((id) => ({
    id,
    items: [...siteItems(items).filter(({ kind }) => groupOfKind(kind) === id)].sort((a, b) => rank(a) - rank(b)),
  })).filter((group) => group.items.length > 0);
}

/** The workflow stands with its statuses; nothing of the site is of the kind `project`. */
export function groupOfKind(kind: PlanKind): GroupId | undefined {
  if (kind === 'project') return undefined;
  return kind === 'workflow' ? 'status' : kind;
}

function rank({ action, blocked }: PlanItem): number {
  return blocked === undefined ? PLAN_ACTIONS.indexOf(action) : -1;
}

/** A group opens by itself where somebody has to look. */
export function opensByItself({ items }: PlanGroup): boolean {
  return items.some(({ action, blocked }) => action === 'conflict' || blocked !== undefined);
}

export type ActionCounts = Readonly<Record<PlanAction, number>>;

export function countActions(items: readonly PlanItem[]): ActionCounts {
  const count = (action: PlanAction) => items.filter((item) => item.action === action).length;
  return {
    create: count('create'),
    adopt: count('adopt'),
    alreadyRight: count('alreadyRight'),
    repair: count('repair'),
    conflict: count('conflict'),
  };
}

/** Rows a group shows before the rest is folded into one line. */
const SHOWN = 4;

export interface GroupRows {
  readonly shown: readonly PlanItem[];
  /** Folded into one line; empty where everything is shown. */
  readonly folded: readonly PlanItem[];
}

/**
 * A long group is cut: everything to decide stays, then the first rows; a rest of one or two rows is not worth a line of
 * its own and is shown.
 */
export function rowsOf({ items }: PlanGroup): GroupRows {
  const toDecide = items.filter(({ action, blocked }) => action === 'conflict' || blocked !== undefined).length;
  const cut = toDecide + SHOWN;
  if (items.length <= cut + 2) return { shown: items, folded: [] };
  return { shown: items.slice(0, cut), folded: items.slice(cut) };
}

/** The action that all of these share; `mixed` where they do not. */
export function commonAction(items: readonly PlanItem[]): Exclude<PlanAction, 'conflict'> | 'mixed' {
  const [first, ...rest] = items;
  if (first === undefined || first.action === 'conflict') return 'mixed';
  return rest.every(({ action }) => action === first.action) ? first.action : 'mixed';
}

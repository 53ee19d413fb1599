/**
 * From a plan to the run that does it. Pure.
 */
import type { PlanItem, SetupPlan, UndoPlan } from '../../contract/set-up';
import type { Choice, StoredRun, StoredStep } from '../../storage/setup-run';

/** How long jobs may act on the word of the admin who started or resumed the run. */
export const AUTHORISED_MILLISECONDS = 60 * 60 * 1000;

export interface RunIdentity {
  readonly id: string;
  readonly now: Date;
  /** The projects that were asked for. */
  readonly projectIds: readonly string[];
}

/** `undefined` when the plan cannot be done at all. */
export function applyRun(
  { items }: SetupPlan,
  { thorough, ...identity }: RunIdentity & { readonly thorough: boolean },
): StoredRun | undefined {
  const blocked = items.filter((item) => item.blocked !== undefined);
  if (blocked.some(({ projectId }) => projectId === undefined)) return undefined;
  // Half a project would be of no use: it waits until all of it can be done.
  const leftOut = new Set(blocked.map(({ projectId }) => projectId));
  const meant = items.filter(({ action, projectId }) => {
    return action !== 'alreadyRight' && (projectId === undefined || !leftOut.has(projectId));
  });
  if (meant.length === 0 && blocked.length > 0) return undefined;
  return { ...base(identity, meant.map(applyStep)), kind: 'apply', thorough, ownOnly: false };
}

export function undoRun(
  { items }: UndoPlan,
  { ownOnly, ...identity }: RunIdentity & { readonly ownOnly: boolean },
): StoredRun {
  const steps = items.map(({ step, kind, name, projectId }): StoredStep => {
    return { step, kind, name, ...(projectId === undefined ? {} : { projectId }), state: 'waits', pauses: 0 };
  });
  return { ...base(identity, steps), kind: 'undo', thorough: false, ownOnly };
}

function base(
  { id, now, projectIds: asked }: RunIdentity,
  steps: readonly StoredStep[],
): Omit<StoredRun, 'kind' | 'thorough' | 'ownOnly'> {
  const inSteps = [...new Set(steps.flatMap(({ projectId }) => projectId ?? []))];
  const projectIds = steps.length === 0 ? asked : inSteps;
  return {
    version: 1,
    id,
    state: 'running',
    startedAt: now.toISOString(),
    authorisedUntil: now.getTime() + AUTHORISED_MILLISECONDS,
    movedAt: now.getTime(),
    turn: 1,
    projectIds,
    steps,
  };
}

function applyStep(item: PlanItem): StoredStep {
  const { step, kind, name, projectId, action } = item;
  const choice = choiceOf(item);
  return {
    step,
    kind,
    name,
    ...(projectId === undefined ? {} : { projectId }),
    state: 'waits',
    planned: action,
    ...(choice === undefined ? {} : { choice }),
    pauses: 0,
  };
}

function choiceOf({ conflict, sharing }: PlanItem): Choice | undefined {
  if (conflict?.chosen === 'useTheirs') return { decision: 'useTheirs', id: conflict.their.id };
  if (conflict?.chosen === 'otherName') return { decision: 'otherName', name: conflict.otherName };
  const shared = sharing?.[0];
  return shared === undefined ? undefined : { decision: shared.chosen };
}

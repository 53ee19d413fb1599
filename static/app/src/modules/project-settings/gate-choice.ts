/**
 * Which transitions block, who is touched by it, and what became of an attempt to change it. Pure.
 */
import type { GatePlan, GateTransition, GateTransitionRef } from '../../../../../src/contract/settings';

/** One text for one transition. */
export function transitionKey({ workflowId, transitionId }: GateTransitionRef): string {
  return `${workflowId}/${transitionId}`;
}

export function attachedOf(plan: GatePlan): readonly GateTransition[] {
  return plan.transitions.filter(({ validator }) => validator !== 'none');
}

/**
 * The transitions that the form starts from: those that block now; where none does, all by which a story comes into a
 * readiness status, because it could otherwise go round the gate. Left alone are making stories, because whoever makes
 * one seldom knows its relevance yet, and giving them up, for which nobody needs to be ready.
 */
export function firstChoice(plan: GatePlan): readonly string[] {
  const attached = attachedOf(plan);
  const proposed = plan.transitions.filter(({ isCreate, drops }) => !isCreate && !drops);
  return (attached.length > 0 ? attached : proposed).map(transitionKey);
}

/** The chosen transitions as the plan knows them; a choice that is no longer in the plan falls away. */
export function chosenIn(plan: GatePlan, keys: readonly string[]): readonly GateTransition[] {
  return plan.transitions.filter((transition) => keys.includes(transitionKey(transition)));
}

/** Whether Jira would have to be changed so that exactly these transitions block, each with the rule as it should be. */
export function needsChange(plan: GatePlan, keys: readonly string[]): boolean {
  return plan.transitions.some((transition) =>
    keys.includes(transitionKey(transition)) ? transition.validator !== 'ours' : transition.validator !== 'none',
  );
}

/** What Jira does now in one workflow, after an attempt to make exactly the wanted transitions block. */
export interface WorkflowOutcome {
  readonly workflowName: string;
  readonly blocks: readonly string[];
  /** Wanted, but Jira does not block them. */
  readonly missing: readonly string[];
  /** Not wanted, but still blocked. */
  readonly left: readonly string[];
  /** Blocked before and no longer. */
  readonly freed: readonly string[];
}

/** `wanted` empty: the gate was to be detached. Workflows in which nothing blocks, should block or did block are left out. */
export function outcomesOf(
  before: GatePlan | undefined,
  wanted: readonly string[],
  after: GatePlan,
): readonly WorkflowOutcome[] {
  const blockedBefore = new Set((before === undefined ? [] : attachedOf(before)).map(transitionKey));
  return byWorkflow(after.transitions)
    .map((transitions) => {
      const names = (fits: (transition: GateTransition) => boolean) => transitions.filter(fits).map(({ name }) => name);
      const isWanted = (transition: GateTransition) => wanted.includes(transitionKey(transition));
      return {
        workflowName: transitions[0]?.workflowName ?? '',
        blocks: names((each) => each.validator !== 'none' && isWanted(each)),
        missing: names((each) => each.validator === 'none' && isWanted(each)),
        left: names((each) => each.validator !== 'none' && !isWanted(each)),
        freed: names((each) => each.validator === 'none' && blockedBefore.has(transitionKey(each))),
      };
    })
    .filter(({ blocks, missing, left, freed }) => blocks.length + missing.length + left.length + freed.length > 0);
}

/** Transitions of one workflow together, in the plan's order. */
export function byWorkflow(transitions: readonly GateTransition[]): readonly (readonly GateTransition[])[] {
  const found = new Map<string, GateTransition[]>();
  for (const transition of transitions) {
    const known = found.get(transition.workflowId);
    if (known === undefined) found.set(transition.workflowId, [transition]);
    else known.push(transition);
  }
  return [...found.values()];
}

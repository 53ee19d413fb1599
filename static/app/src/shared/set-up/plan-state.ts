/**
 * What is known of a plan: the last one, the decisions it was made with, and whether a newer one is on its way. Pure.
 */
import type { AppError } from '../../../../../src/contract/result';
import type { Decisions, ProjectPlan, SetupPlan } from '../../../../../src/contract/set-up';

export interface PlanState {
  /** The last plan; it stays on screen while a newer one is made. */
  readonly plan: SetupPlan | undefined;
  readonly error: AppError | undefined;
  /** A newer plan is being made. */
  readonly planning: boolean;
  readonly decisions: Decisions;
  /** The steps of a fault; `undefined` plans everything. */
  readonly only: readonly string[] | undefined;
  /** The site changed between the last plan and its start: this plan is the one after. */
  readonly changed: boolean;
}

export type PlanEvent =
  | { readonly type: 'planning'; readonly changed: boolean }
  | { readonly type: 'planned'; readonly plan: SetupPlan }
  | { readonly type: 'notPlanned'; readonly error: AppError }
  | { readonly type: 'decided'; readonly decisions: Decisions }
  | { readonly type: 'narrowed'; readonly only: readonly string[] | undefined }
  | { readonly type: 'guides'; readonly projects: readonly ProjectPlan[] };

export const FIRST_PLAN: PlanState = {
  plan: undefined,
  error: undefined,
  planning: false,
  decisions: {},
  only: undefined,
  changed: false,
};

export function nextPlan(state: PlanState, event: PlanEvent): PlanState {
  switch (event.type) {
    case 'planning':
      return { ...state, planning: true, error: undefined, changed: event.changed };
    case 'planned':
      return { ...state, planning: false, plan: event.plan, error: undefined };
    case 'notPlanned':
      return { ...state, planning: false, plan: undefined, error: event.error };
    case 'decided':
      return { ...state, decisions: { ...state.decisions, ...event.decisions } };
    case 'narrowed':
      return { ...FIRST_PLAN, decisions: state.decisions, only: event.only };
    case 'guides':
      return state.plan === undefined ? state : { ...state, plan: withGuides(state.plan, event.projects) };
  }
}

/** The plan with newer guides; everything else of it stays. */
function withGuides(plan: SetupPlan, newer: readonly ProjectPlan[]): SetupPlan {
  const byId = new Map(newer.map((project) => [project.project.id, project]));
  return { ...plan, projects: plan.projects.map((project) => byId.get(project.project.id) ?? project) };
}

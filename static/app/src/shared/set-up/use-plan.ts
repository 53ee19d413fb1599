import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Decisions, ProjectPlan } from '../../../../../src/contract/set-up';
import type { PlanOperations } from './operations';
import { FIRST_PLAN, nextPlan } from './plan-state';

/**
 * The plan for what the page stands for, made anew whenever a decision or the operations change.
 * @param wanted false while something else is on screen: then nothing is planned
 */
export function usePlan(operations: PlanOperations, wanted: boolean) {
  const [state, dispatch] = useReducer(nextPlan, FIRST_PLAN);
  const { decisions, only } = state;
  const newest = useRef(0);

  const check = useCallback(
    async (changed: boolean) => {
      newest.current += 1;
      const mine = newest.current;
      dispatch({ type: 'planning', changed });
      const answer = await operations.plan({ decisions, only });
      if (mine !== newest.current) return;
      dispatch(answer.ok ? { type: 'planned', plan: answer.value } : { type: 'notPlanned', error: answer.error });
    },
    [operations, decisions, only],
  );

  useEffect(() => {
    if (wanted) void check(false);
    // What was asked for something that is no longer on screen is not shown any more.
    return () => {
      newest.current += 1;
    };
  }, [wanted, check]);

  /** Takes decisions by step; the plan follows. */
  const decide = useCallback((made: Decisions) => dispatch({ type: 'decided', decisions: made }), []);
  /** Plans only these steps, or everything again. */
  const narrow = useCallback((steps: readonly string[] | undefined) => dispatch({ type: 'narrowed', only: steps }), []);
  const takeGuides = useCallback((projects: readonly ProjectPlan[]) => dispatch({ type: 'guides', projects }), []);
  const checkAgain = useCallback(() => void check(false), [check]);
  const siteChanged = useCallback(() => void check(true), [check]);
  return { ...state, decide, narrow, takeGuides, checkAgain, siteChanged };
}

export type Planning = ReturnType<typeof usePlan>;

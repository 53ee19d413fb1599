import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { PlanItem, SetupPlan } from '../../../../../src/contract/defs';
import type { AppError } from '../../../../../src/contract/result';
import { invoke } from '../../shared/bridge';
import { changesOf } from './plan-groups';

/** A run of the plan's changes, one step after the other. */
export interface Run {
  readonly items: readonly PlanItem[];
  /** Steps that are done; the next one is running unless the run failed or ended. */
  readonly done: number;
  readonly failure: AppError | undefined;
}

export type Stage = 'plan' | 'apply' | 'done';

interface State {
  readonly stage: Stage;
  readonly plan: SetupPlan | undefined;
  readonly planError: AppError | undefined;
  readonly run: Run | undefined;
}

type Event =
  | { readonly type: 'planned'; readonly plan: SetupPlan }
  | { readonly type: 'notPlanned'; readonly error: AppError }
  | { readonly type: 'started'; readonly items: readonly PlanItem[] }
  | { readonly type: 'resumed' }
  | { readonly type: 'stepDone' }
  | { readonly type: 'stepFailed'; readonly error: AppError }
  | { readonly type: 'back' };

const FIRST: State = { stage: 'plan', plan: undefined, planError: undefined, run: undefined };

function next(state: State, event: Event): State {
  switch (event.type) {
    case 'planned':
      return { ...state, plan: event.plan, planError: undefined };
    case 'notPlanned':
      return { ...state, plan: undefined, planError: event.error };
    case 'started':
      return { ...state, stage: 'apply', run: { items: event.items, done: 0, failure: undefined } };
    case 'resumed':
      return state.run === undefined ? state : { ...state, run: { ...state.run, failure: undefined } };
    case 'stepDone': {
      if (state.run === undefined) return state;
      const done = state.run.done + 1;
      return { ...state, stage: done === state.run.items.length ? 'done' : 'apply', run: { ...state.run, done } };
    }
    case 'stepFailed':
      return state.run === undefined ? state : { ...state, run: { ...state.run, failure: event.error } };
    case 'back':
      return { ...FIRST };
  }
}

/** Plans for these projects, and runs the plan's changes one step at a time. */
export function useSetUp(projectIds: readonly string[]) {
  const [state, dispatch] = useReducer(next, FIRST);
  const [check, setCheck] = useState(0);
  const { stage, run } = state;

  useEffect(() => {
    if (stage !== 'plan') return undefined;
    let left = false;
    void invoke('planSetup', { projectIds }).then((result) => {
      if (left) return;
      dispatch(result.ok ? { type: 'planned', plan: result.value } : { type: 'notPlanned', error: result.error });
    });
    return () => {
      left = true;
    };
  }, [projectIds, check, stage]);

  // Each step is asked for once, however often React runs the effect.
  const asked = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (stage !== 'apply' || run === undefined || run.failure !== undefined) return;
    const item = run.items[run.done];
    if (item === undefined || asked.current === item.step) return;
    asked.current = item.step;
    void invoke('runSetupStep', { step: item.step, projectIds }).then((result) => {
      asked.current = undefined;
      if (!result.ok) dispatch({ type: 'stepFailed', error: result.error });
      else if (result.value.state === 'done') dispatch({ type: 'stepDone' });
      else dispatch({ type: 'stepFailed', error: result.value.error ?? { code: 'internal' } });
    });
  }, [stage, run, projectIds]);

  const start = useCallback(() => {
    if (state.plan !== undefined) dispatch({ type: 'started', items: changesOf(state.plan).items });
  }, [state.plan]);
  const resume = useCallback(() => dispatch({ type: 'resumed' }), []);
  const back = useCallback(() => dispatch({ type: 'back' }), []);
  const checkAgain = useCallback(() => {
    dispatch({ type: 'back' });
    setCheck((count) => count + 1);
  }, []);
  return { ...state, start, resume, back, checkAgain };
}

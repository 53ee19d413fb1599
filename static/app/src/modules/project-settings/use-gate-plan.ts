import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { GatePlan } from '../../../../../src/contract/settings';
import { invoke } from '../../shared/bridge';

/** What is known of the transitions that could block. */
export type GateReading =
  /** Without a status or a type there is nothing to ask about. */
  | { readonly state: 'unasked' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly plan: GatePlan }
  | { readonly state: 'failed'; readonly error: AppError };

export interface GatePlanning {
  readonly reading: GateReading;
  /** Asks Jira again; the answer. */
  readonly readAgain: () => Promise<GateReading>;
  /** A newer plan came with the answer to something else. */
  readonly replace: (plan: GatePlan) => void;
}

/** How long the choice of statuses or types has to rest before Jira is asked what follows from it. */
const REST_MS = 300;

/** The gate's plan for the statuses and types on screen, saved or not. Only the answer to the latest question counts. */
export function useGatePlan(
  projectId: string,
  readyStatusIds: readonly string[],
  storyTypeIds: readonly string[],
): GatePlanning {
  // As text, so that the same choice in a new array is no new question.
  const question = JSON.stringify({ projectId, readyStatusIds, storyTypeIds });
  const [answer, setAnswer] = useState<{ readonly to: string; readonly reading: GateReading } | undefined>(undefined);
  const latest = useRef(0);
  const unasked = readyStatusIds.length === 0 || storyTypeIds.length === 0;

  const ask = useCallback(async (): Promise<GateReading> => {
    const turn = ++latest.current;
    if (unasked) return { state: 'unasked' };
    const answered = await invoke('planGate', JSON.parse(question) as Parameters<typeof invoke<'planGate'>>[1]);
    const reading: GateReading = answered.ok
      ? { state: 'ready', plan: answered.value }
      : { state: 'failed', error: answered.error };
    if (turn === latest.current) setAnswer({ to: question, reading });
    return reading;
  }, [question, unasked]);

  const asked = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => void ask(), asked.current ? REST_MS : 0);
    asked.current = true;
    return () => {
      clearTimeout(timer);
      latest.current += 1;
    };
  }, [ask]);

  const readAgain = useCallback(() => {
    setAnswer(undefined);
    return ask();
  }, [ask]);
  const replace = useCallback(
    (plan: GatePlan) => {
      latest.current += 1;
      setAnswer({ to: question, reading: { state: 'ready', plan } });
    },
    [question],
  );
  const reading = useMemo<GateReading>(() => {
    if (unasked) return { state: 'unasked' };
    // An answer to an older question is none.
    return answer?.to === question ? answer.reading : { state: 'loading' };
  }, [answer, question, unasked]);
  return { reading, readAgain, replace };
}

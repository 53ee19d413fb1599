import { useCallback, useEffect, useState } from 'react';
import type { Recalculation } from '../../../../../src/contract/risks';
import type { UpTo } from './bands';
import { invoke } from '../../shared/bridge';

/** How often a job at work is looked at. */
const LOOK_MS = 2_000;

export interface RecalculationState {
  /** The last one; `undefined` where the borders were never changed, and while that is not known. */
  readonly last: Recalculation | undefined;
  /** Goes on with one that stopped. */
  readonly goOn: () => Promise<void>;
}

/** How far the levels follow the borders that were saved last; looked at again while a job is at work. */
export function useRecalculation(projectId: string, saved: UpTo): RecalculationState {
  const [last, setLast] = useState<Recalculation | undefined>(undefined);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let left = false;
    // Without the answer the settings are as good as with it.
    void invoke('readRecalculation', { projectId }).then((answer) => {
      if (!left && answer.ok) setLast(answer.value.last);
    });
    return () => {
      left = true;
    };
  }, [projectId, saved, looks]);
  const running = last?.state === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setLooks((count) => count + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, [running]);
  const goOn = useCallback(async () => {
    const answer = await invoke('recalculateLevels', { projectId });
    if (answer.ok) setLast(answer.value);
  }, [projectId]);
  return { last, goOn };
}

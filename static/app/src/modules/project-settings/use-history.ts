import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { Rebuild } from '../../../../../src/contract/trends';
import { TREND_DAYS_MOST, type Trend } from '../../../../../src/domain/trend';
import { invoke } from '../../shared/bridge';

/** How often a job at work is looked at. */
const LOOK_MS = 2_000;

export interface HistoryState {
  /** `undefined` while it is being read, or where it cannot be: `failed` tells them apart. */
  readonly trend: Trend | undefined;
  readonly failed: boolean;
  /** The last reconstruction; `undefined` where there was none. */
  readonly last: Rebuild | undefined;
  /** Why it could not be started. */
  readonly refused: AppError | undefined;
  readonly rebuild: () => Promise<void>;
}

/** The history of a project and its reconstruction, looked at again while a job is at work. */
export function useHistory(projectId: string): HistoryState {
  const [trend, setTrend] = useState<Trend | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const [last, setLast] = useState<Rebuild | undefined>(undefined);
  const [refused, setRefused] = useState<AppError | undefined>(undefined);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let left = false;
    void invoke('readTrends', { projectIds: [projectId], days: TREND_DAYS_MOST }).then((answer) => {
      if (left) return;
      const [own] = answer.ok ? answer.value.trends : [];
      setTrend(own);
      setFailed(own === undefined);
    });
    return () => {
      left = true;
    };
  }, [projectId]);
  useEffect(() => {
    let left = false;
    // Without the answer the button is as good as with it.
    void invoke('readRebuild', { projectId }).then((answer) => {
      if (!left && answer.ok) setLast(answer.value.last);
    });
    return () => {
      left = true;
    };
  }, [projectId, looks]);
  const running = last?.state === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setLooks((count) => count + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, [running]);
  const rebuild = useCallback(async () => {
    const answer = await invoke('rebuildTrend', { projectId });
    setRefused(answer.ok ? undefined : answer.error);
    if (answer.ok) setLast(answer.value);
  }, [projectId]);
  return { trend, failed, last, refused, rebuild };
}

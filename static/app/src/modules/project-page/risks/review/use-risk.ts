import { useCallback, useEffect, useRef } from 'react';
import type { RiskInReview } from '../../../../../../../src/reads/review-view';
import { useReading } from '../../../../shared/use-reading';
import type { Read } from '../../../../shared/use-reading';
import type { RiskReads } from './risk-reads';

/** One risk: at once where it was read ahead, and then read again behind if that is long ago. */
export function useRisk(reads: RiskReads, riskId: string, nextId: string | undefined): Read<RiskInReview> {
  const asked = useRef(false);
  const read = useCallback(() => {
    const first = !asked.current;
    asked.current = true;
    return first ? reads.first(riskId) : reads.again(riskId);
  }, [reads, riskId]);
  const all = useReading(read);
  const { refresh } = all;
  const ready = all.reading.state === 'ready';
  useEffect(() => {
    if (!ready) return;
    if (reads.isOld(riskId)) void refresh();
    if (nextId !== undefined) reads.ahead(nextId);
  }, [ready, reads, riskId, nextId, refresh]);
  return all;
}

/**
 * Risks read ahead: while one is talked about, the next is on its way.
 */
import type { RiskInReview } from '../../../../../../../src/reads/review-view';

/** Older than this, a risk is shown at once and read again behind. */
const OLD_MS = 20_000;

export interface RiskReads {
  /** What was read ahead, or a new reading. */
  readonly first: (riskId: string) => Promise<RiskInReview>;
  readonly again: (riskId: string) => Promise<RiskInReview>;
  readonly ahead: (riskId: string) => void;
  readonly isOld: (riskId: string) => boolean;
}

/** Failures are not kept: the next one who asks tries again. */
export function riskReads(read: (riskId: string) => Promise<RiskInReview>, now: () => number = Date.now): RiskReads {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<RiskInReview> }>();
  const again = (riskId: string) => {
    const entry = { at: now(), answer: read(riskId) };
    kept.set(riskId, entry);
    entry.answer.catch(() => {
      if (kept.get(riskId) === entry) kept.delete(riskId);
    });
    return entry.answer;
  };
  const first = (riskId: string) => kept.get(riskId)?.answer ?? again(riskId);
  return {
    first,
    again,
    ahead: (riskId) => void first(riskId).catch(() => undefined),
    isOld: (riskId) => now() - (kept.get(riskId)?.at ?? 0) > OLD_MS,
  };
}

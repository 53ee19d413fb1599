/**
 * Which risks a review looks at. Pure.
 */
import { isReviewDue } from '../../../../../../src/domain/review';
import type { RiskRow } from '../../../../../../src/reads/risk-board-view';
import { listOf } from './board-state';

/** Open, and their next review is today or was before. */
export function dueCount(rows: Iterable<RiskRow>, today: string): number {
  let count = 0;
  for (const row of rows) if (listOf(row) === 'open' && isReviewDue(row.nextReview, today)) count += 1;
  return count;
}

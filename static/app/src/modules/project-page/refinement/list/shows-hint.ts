import type { RefinementList } from '../../../../../../../src/reads/refinement-view';

/** Lists whose stories all miss the same: there the hint says more. */
export const SHOWS_HINT: ReadonlySet<RefinementList> = new Set(['unassessed', 'unanswered']);

/**
 * Where a risk can be brought from its panel, in plain words. Pure.
 */
import type { RiskMove } from '../../../../../src/contract/risks';
import type { RiskView } from '../../../../../src/reads/risk-view';
import { risk as words } from '../strings/en-risk';

const MOVES: readonly RiskMove[] = ['assessed', 'inTreatment', 'verification', 'closed'];

/**
 * What Jira offers this viewer now. Closing needs a comment and a residual score: whoever may write neither is not offered
 * it. Accepting is a decision of its own.
 */
export function offeredMoves({ moves, mayComment, mayEdit, residual }: RiskView): readonly RiskMove[] {
  const mayClose = mayComment && (mayEdit || residual !== undefined);
  return MOVES.filter((move) => moves.includes(move) && (move !== 'closed' || mayClose));
}

/** What the step means from where the risk stands. */
export function moveName(to: RiskMove, from: RiskView['statusKey']): string {
  const names = words.status.to;
  if (to === 'assessed') return from === 'identified' ? names.assessed : names.again;
  if (to === 'inTreatment') return from === 'verification' ? names.back : names.inTreatment;
  return names[to];
}

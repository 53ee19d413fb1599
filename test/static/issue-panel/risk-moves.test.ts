import fc from 'fast-check';
import { RISK_STATUS_KEYS } from '../../../src/domain/site-setup';
import { moveName, offeredMoves } from '../../../static/app/src/shared/risk/moves';
import type { RiskView } from '../../../src/reads/risk-view';

const residual = { likelihood: 1, impact: 2 } as const;

function riskWith(view: Partial<RiskView>): RiskView {
  return { moves: [], mayComment: true, mayEdit: true, residual, ...view } as unknown as RiskView;
}

test('only what Jira offers, never accepting, in the order of the workflow', () => {
  fc.assert(
    fc.property(fc.subarray([...RISK_STATUS_KEYS]), fc.boolean(), fc.boolean(), (moves, mayComment, mayEdit) => {
      const offered = offeredMoves(riskWith({ moves, mayComment, mayEdit }));
      expect(offered.every((move) => moves.includes(move))).toBe(true);
      expect(offered).not.toContain('accepted');
      expect(offered).not.toContain('awaitingAcceptance');
      expect([...offered].sort((a, b) => RISK_STATUS_KEYS.indexOf(a) - RISK_STATUS_KEYS.indexOf(b))).toEqual(offered);
    }),
  );
});

test('closing needs a comment and a residual score, or the right to set one', () => {
  const mayClose = (view: Partial<RiskView>) =>
    offeredMoves(riskWith({ moves: ['closed'], ...view })).includes('closed');
  expect(mayClose({})).toBe(true);
  expect(mayClose({ mayComment: false })).toBe(false);
  expect(mayClose({ mayEdit: false })).toBe(true);
  expect(mayClose({ mayEdit: false, residual: undefined })).toBe(false);
});

test('a step is named by where it leads from here', () => {
  expect(moveName('assessed', 'identified')).toBe('Mark as assessed');
  expect(moveName('assessed', 'closed')).toBe('Back to Assessed');
  expect(moveName('inTreatment', 'verification')).toBe('Back to treatment');
  expect(moveName('inTreatment', 'assessed')).toBe('Start treatment');
});

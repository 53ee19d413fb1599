import type { DecisionsView } from '../../../src/contract/risks';
import type { Decision, RiskState } from '../../../src/domain/acceptance';
import { requestLine } from '../../../static/app/src/modules/issue-panel/risk/acceptance/request-line';

const state: RiskState = {
  inherent: { likelihood: 2, impact: 4 },
  residual: undefined,
  level: 'Medium',
  residualLevel: undefined,
  enablers: { done: 1, total: 3 },
  owned: true,
};
const entry = { version: 1, at: '2026-11-19T09:00:00.000Z', state } as const;
const DECISIONS: readonly Decision[] = [
  { ...entry, number: 1, kind: 'asked', until: '2026-11-26', commentId: '11' },
  { ...entry, number: 2, kind: 'accepted', request: 1, until: '2026-11-26', commentId: '12' },
  { ...entry, number: 3, kind: 'asked', until: '2027-02-18', commentId: '13' },
];
const TOLD = new Map([['13', { name: 'Mara Lindqvist', why: 'Gone in February.' }]]);
const TODAY = '2026-11-21';

function view(changed: Partial<DecisionsView> = {}): DecisionsView {
  return {
    decisions: DECISIONS,
    open: 3,
    holds: 2,
    mayAsk: false,
    mayDecide: true,
    mayWithdraw: false,
    noApprover: false,
    ...changed,
  };
}

test('whoever may decide reads who asks and until when, and gets to the answer', () => {
  const line = requestLine({ view: view(), told: TOLD }, TODAY);
  expect(line?.title).toBe('Mara Lindqvist asks you to accept this risk');
  expect(line?.why).toContain('18 Feb 2027');
  expect(line?.fix?.kind).toBe('decide');
});

test('who asked is not named where the comment cannot be read', () => {
  const line = requestLine({ view: view(), told: new Map() }, TODAY);
  expect(line?.title).toBe('You are asked to accept this risk');
});

test('there is none for anybody else, and none once it is decided', () => {
  expect(requestLine({ view: view({ mayDecide: false }), told: TOLD }, TODAY)).toBeUndefined();
  const decided: readonly Decision[] = [...DECISIONS, { ...entry, number: 4, kind: 'declined', request: 3 }];
  const { open: _, ...rest } = view({ decisions: decided });
  expect(requestLine({ view: rest, told: TOLD }, TODAY)).toBeUndefined();
});

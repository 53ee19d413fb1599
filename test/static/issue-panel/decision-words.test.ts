import type { Decision, RiskState } from '../../../src/domain/acceptance';
import {
  changeWords,
  kindWords,
  stateWords,
} from '../../../static/app/src/modules/issue-panel/risk/acceptance/decision-words';

const state: RiskState = {
  inherent: { likelihood: 2, impact: 4 },
  residual: { likelihood: 2, impact: 4 },
  level: 'Medium',
  residualLevel: 'Medium',
  enablers: { done: 1, total: 1 },
  owned: true,
};
const entry = { version: 1, at: '2026-08-28T09:00:00.000Z', state } as const;
const asked: Decision = { ...entry, number: 1, kind: 'asked', until: '2026-11-26' };
const accepted: Decision = { ...entry, number: 2, kind: 'accepted', request: 1, until: '2026-11-26' };
const expired: Decision = { ...entry, number: 3, kind: 'expired', accepted: 2 };

test('the state of a risk in one line', () => {
  expect(stateWords(state)).toBe('level Medium, residual Medium, 1 of 1 enablers done, owned');
  expect(stateWords({ ...state, residualLevel: undefined, owned: false })).toBe(
    'level Medium, residual not scored, 1 of 1 enablers done, no owner',
  );
});

test('only what became another is named', () => {
  expect(changeWords(state, state)).toBe('');
  expect(changeWords(state, { ...state, level: 'High', enablers: { done: 1, total: 2 } })).toBe(
    'level Medium → High, enablers 1 of 1 → 1 of 2 done',
  );
});

test('a request while an acceptance holds asks to extend it', () => {
  expect(kindWords(asked, [])).toBe('Asked');
  expect(kindWords(asked, [asked, accepted])).toBe('Asked to extend');
  expect(kindWords(asked, [asked, accepted, expired])).toBe('Asked');
  expect(kindWords(accepted, [asked])).toBe('Accepted');
});

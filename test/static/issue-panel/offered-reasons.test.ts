import type { ReasonChoice } from '../../../src/domain/project-settings';
import { offeredReasons, reasonName, reasonWords } from '../../../static/app/src/shared/offered-reasons';
import { cellName } from '../../../static/app/src/shared/risk-matrix/scores';

const pilot: ReasonChoice = { kind: 'own', optionId: '10077', text: 'Pilot only' };
const wording: ReasonChoice = { kind: 'standard', reason: 'wording' };

test('the reasons are those of the project in its order, and Other, which asks for a sentence, last', () => {
  expect(offeredReasons([pilot, wording]).map(reasonWords)).toEqual([
    'Pilot only',
    'Wording or layout only',
    'Other …',
  ]);
  expect(offeredReasons([pilot, wording]).map(reasonName)).toEqual(['own-10077', 'wording', 'other']);
});

test('a cell of the matrix says the level by the bands of the project', () => {
  const score = { likelihood: 3, impact: 5 } as const;
  expect(cellName(score, { Medium: 2, High: 4, Critical: 15 })).toBe(
    'Likelihood 3 Possible, impact 5 Severe: 15 Critical',
  );
});

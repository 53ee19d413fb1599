import type { ReasonChoice } from '../../../src/domain/project-settings';
import { currentAssessment, sameAssessment } from '../../../static/app/src/modules/issue-panel/story/assessment';
import {
  offeredReasons,
  reasonName,
  reasonWords,
} from '../../../static/app/src/modules/issue-panel/story/offered-reasons';
import { cellName } from '../../../static/app/src/modules/issue-panel/parts/scores';

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

const withPilot = {
  relevance: 'notRelevant',
  reason: undefined,
  reasonText: undefined,
  ownReason: { optionId: '10077', text: 'Pilot only' },
} as const;

test('an own reason can be set again by an undo while the project offers it', () => {
  expect(currentAssessment(withPilot, [wording, pilot])).toEqual({
    relevance: 'notRelevant',
    reason: 'own',
    optionId: '10077',
  });
  expect(currentAssessment(withPilot, [wording])).toBeUndefined();
});

test('another own reason is a change', () => {
  const own = (optionId: string) => ({ relevance: 'notRelevant', reason: 'own', optionId }) as const;
  expect(sameAssessment(own('1'), own('1'))).toBe(true);
  expect(sameAssessment(own('1'), own('2'))).toBe(false);
});

test('a cell of the matrix says the level by the bands of the project', () => {
  const score = { likelihood: 3, impact: 5 } as const;
  expect(cellName(score, { Medium: 2, High: 4, Critical: 15 })).toBe(
    'Likelihood 3 Possible, impact 5 Severe: 15 Critical',
  );
});

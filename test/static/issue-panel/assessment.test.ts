import type { Assessment } from '../../../src/domain/relevance';
import { currentAssessment, sameAssessment } from '../../../static/app/src/modules/issue-panel/story/assessment';

const none = { reason: undefined, reasonText: undefined };

test('what a story has can be set again', () => {
  expect(currentAssessment({ relevance: 'unassessed', ...none })).toEqual({ relevance: 'unassessed' });
  expect(currentAssessment({ relevance: 'relevant', ...none })).toEqual({ relevance: 'relevant' });
  expect(currentAssessment({ relevance: 'notRelevant', reason: 'wording', reasonText: undefined })).toEqual({
    relevance: 'notRelevant',
    reason: 'wording',
  });
  expect(currentAssessment({ relevance: 'notRelevant', reason: 'other', reasonText: 'Demo only' })).toEqual({
    relevance: 'notRelevant',
    reason: 'other',
    text: 'Demo only',
  });
});

test('a not relevant without its reason or sentence cannot: there is no undo to it', () => {
  expect(currentAssessment({ relevance: 'notRelevant', ...none })).toBeUndefined();
  expect(currentAssessment({ relevance: 'notRelevant', reason: 'other', reasonText: undefined })).toBeUndefined();
});

test('only the same decision is the same: another reason or sentence is a change', () => {
  const wording: Assessment = { relevance: 'notRelevant', reason: 'wording' };
  const other = (text: string): Assessment => ({ relevance: 'notRelevant', reason: 'other', text });
  expect(sameAssessment({ relevance: 'relevant' }, { relevance: 'relevant' })).toBe(true);
  expect(sameAssessment(wording, wording)).toBe(true);
  expect(sameAssessment(other('a'), other('a'))).toBe(true);
  expect(sameAssessment(other('a'), other('b'))).toBe(false);
  expect(sameAssessment(wording, other('a'))).toBe(false);
  expect(sameAssessment(wording, { relevance: 'relevant' })).toBe(false);
  expect(sameAssessment(wording, undefined)).toBe(false);
});

import type { ReasonChoice } from '../../../src/domain/project-settings';
import type { Assessment } from '../../../src/domain/relevance';
import {
  canBeSet,
  currentAssessment,
  sameAssessment,
} from '../../../static/app/src/modules/issue-panel/story/assessment';
import {
  assessmentWords,
  storyAssessmentWords,
} from '../../../static/app/src/modules/issue-panel/story/assessment-words';

const none = { reason: undefined, reasonText: undefined, ownReason: undefined };
const own = { optionId: '10400', text: 'Print shop only' };
const offered: readonly ReasonChoice[] = [{ kind: 'own', ...own }];

test('what a story has is said as an assessment', () => {
  expect(currentAssessment({ relevance: 'unassessed', ...none })).toEqual({ relevance: 'unassessed' });
  expect(currentAssessment({ relevance: 'relevant', ...none })).toEqual({ relevance: 'relevant' });
  expect(currentAssessment({ relevance: 'notRelevant', ...none, reason: 'wording' })).toEqual({
    relevance: 'notRelevant',
    reason: 'wording',
  });
  expect(currentAssessment({ relevance: 'notRelevant', ...none, reason: 'other', reasonText: 'Demo only' })).toEqual({
    relevance: 'notRelevant',
    reason: 'other',
    text: 'Demo only',
  });
  expect(currentAssessment({ relevance: 'notRelevant', ...none, ownReason: own })).toEqual({
    relevance: 'notRelevant',
    reason: 'own',
    optionId: '10400',
  });
});

test('a not relevant without its reason or sentence cannot be said', () => {
  expect(currentAssessment({ relevance: 'notRelevant', ...none })).toBeUndefined();
  expect(currentAssessment({ relevance: 'notRelevant', ...none, reason: 'other' })).toBeUndefined();
});

test('an own reason can be set only while the project offers it; everything else always', () => {
  const byOwn: Assessment = { relevance: 'notRelevant', reason: 'own', optionId: '10400' };
  expect(canBeSet(byOwn, offered)).toBe(true);
  expect(canBeSet(byOwn, [])).toBe(false);
  expect(canBeSet({ relevance: 'unassessed' }, [])).toBe(true);
  expect(canBeSet({ relevance: 'notRelevant', reason: 'research' }, [])).toBe(true);
});

test('only the same decision is the same: another reason or sentence is a change', () => {
  const wording: Assessment = { relevance: 'notRelevant', reason: 'wording' };
  const other = (text: string): Assessment => ({ relevance: 'notRelevant', reason: 'other', text });
  const ownOf = (optionId: string): Assessment => ({ relevance: 'notRelevant', reason: 'own', optionId });
  expect(sameAssessment({ relevance: 'relevant' }, { relevance: 'relevant' })).toBe(true);
  expect(sameAssessment(wording, wording)).toBe(true);
  expect(sameAssessment(other('a'), other('a'))).toBe(true);
  expect(sameAssessment(other('a'), other('b'))).toBe(false);
  expect(sameAssessment(ownOf('1'), ownOf('2'))).toBe(false);
  expect(sameAssessment(wording, other('a'))).toBe(false);
  expect(sameAssessment(wording, { relevance: 'relevant' })).toBe(false);
  expect(sameAssessment(wording, undefined)).toBe(false);
});

test('an assessment in words is the same, wanted or standing in a story', () => {
  const story = (relevance: 'relevant' | 'notRelevant', more: object = {}) => ({ relevance, ...none, ...more });
  expect(assessmentWords({ relevance: 'relevant' }, [])).toBe('Relevant');
  expect(storyAssessmentWords(story('relevant'))).toBe('Relevant');
  expect(assessmentWords({ relevance: 'notRelevant', reason: 'wording' }, [])).toBe(
    'Not relevant (Wording or layout only)',
  );
  expect(storyAssessmentWords(story('notRelevant', { reason: 'wording' }))).toBe(
    'Not relevant (Wording or layout only)',
  );
  expect(assessmentWords({ relevance: 'notRelevant', reason: 'other', text: 'Demo {x}' }, [])).toBe(
    'Not relevant (Demo {x})',
  );
  expect(assessmentWords({ relevance: 'notRelevant', reason: 'own', optionId: '10400' }, offered)).toBe(
    'Not relevant (Print shop only)',
  );
  expect(storyAssessmentWords(story('notRelevant', { ownReason: own }))).toBe('Not relevant (Print shop only)');
  expect(storyAssessmentWords(story('notRelevant'))).toBe('Not relevant');
});

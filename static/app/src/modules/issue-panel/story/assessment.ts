/**
 * What can be said and taken back about a story's assessment. Pure.
 */
import type { ReasonChoice } from '../../../../../../src/domain/project-settings';
import type { Assessment } from '../../../../../../src/domain/relevance';
import type { StoryView } from '../../../../../../src/reads/story-view';

/**
 * The assessment a story has now. `undefined` where it cannot be said: a “not relevant” set in Jira's own field may lack
 * the reason that Shift-Up asks for.
 */
export function currentAssessment({
  relevance,
  reason,
  reasonText,
  ownReason,
}: Pick<StoryView, 'relevance' | 'reason' | 'reasonText' | 'ownReason'>): Assessment | undefined {
  if (relevance !== 'notRelevant') return { relevance };
  if (ownReason !== undefined) return { relevance, reason: 'own', optionId: ownReason.optionId };
  if (reason !== 'other') return reason && { relevance, reason };
  return reasonText === undefined ? undefined : { relevance, reason, text: reasonText };
}

/** Whether it can be set (again): an own reason may not be offered any more. */
export function canBeSet(assessment: Assessment, offered: readonly ReasonChoice[]): boolean {
  if (assessment.relevance !== 'notRelevant' || assessment.reason !== 'own') return true;
  const { optionId } = assessment;
  return offered.some((choice) => choice.kind === 'own' && choice.optionId === optionId);
}

/** True when saving would change nothing. */
export function sameAssessment(a: Assessment, b: Assessment | undefined): boolean {
  if (b === undefined || a.relevance !== b.relevance) return false;
  if (a.relevance !== 'notRelevant' || b.relevance !== 'notRelevant') return true;
  if (a.reason !== b.reason) return false;
  if (a.reason === 'own' && b.reason === 'own') return a.optionId === b.optionId;
  return a.reason !== 'other' || b.reason !== 'other' || a.text === b.text;
}

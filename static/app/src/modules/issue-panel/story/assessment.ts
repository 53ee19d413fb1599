/**
 * What can be said and taken back about a story's assessment. Pure.
 */
import type { ReasonChoice } from '../../../../../../src/domain/project-settings';
import type { Assessment } from '../../../../../../src/domain/relevance';
import type { StoryView } from '../../../../../../src/reads/story-view';

/**
 * The assessment a story has now, so that it can be set again by an undo. `undefined` where it cannot: a “not relevant”
 * set in Jira's own field may lack the reason that Shift-Up asks for, and an own reason may not be offered any more.
 */
export function currentAssessment(
  story: Pick<StoryView, 'relevance' | 'reason' | 'reasonText'> & Partial<Pick<StoryView, 'ownReason'>>,
  offered: readonly ReasonChoice[] = [],
): Assessment | undefined {
  const { relevance, reason, reasonText, ownReason } = story;
  if (relevance !== 'notRelevant') return { relevance };
  if (reason === undefined) {
    const optionId = ownReason?.optionId;
    const stands = offered.some((choice) => choice.kind === 'own' && choice.optionId === optionId);
    return optionId !== undefined && stands ? { relevance, reason: 'own', optionId } : undefined;
  }
  if (reason !== 'other') return { relevance, reason };
  return reasonText === undefined ? undefined : { relevance, reason, text: reasonText };
}

/** True when saving would change nothing. */
export function sameAssessment(a: Assessment, b: Assessment | undefined): boolean {
  if (b === undefined || a.relevance !== b.relevance) return false;
  if (a.relevance !== 'notRelevant' || b.relevance !== 'notRelevant') return true;
  if (a.reason !== b.reason) return false;
  if (a.reason === 'own' && b.reason === 'own') return a.optionId === b.optionId;
  return a.reason !== 'other' || b.reason !== 'other' || a.text === b.text;
}

/**
 * What can be said and taken back about a story's assessment. Pure.
 */
import type { Assessment } from '../../../../../../src/domain/relevance';
import type { StoryView } from '../../../../../../src/reads/story-view';

/**
 * The assessment a story has now, so that it can be set again by an undo. `undefined` where it cannot: a “not relevant”
 * set in Jira's own field may lack the reason that Shift-Up asks for.
 */
export function currentAssessment(
  story: Pick<StoryView, 'relevance' | 'reason' | 'reasonText'>,
): Assessment | undefined {
  const { relevance, reason, reasonText } = story;
  if (relevance !== 'notRelevant') return { relevance };
  if (reason === undefined) return undefined;
  if (reason !== 'other') return { relevance, reason };
  return reasonText === undefined ? undefined : { relevance, reason, text: reasonText };
}

/** True when saving would change nothing. */
export function sameAssessment(a: Assessment, b: Assessment | undefined): boolean {
  if (b === undefined || a.relevance !== b.relevance) return false;
  if (a.relevance !== 'notRelevant' || b.relevance !== 'notRelevant') return true;
  if (a.reason !== b.reason) return false;
  return a.reason !== 'other' || b.reason !== 'other' || a.text === b.text;
}

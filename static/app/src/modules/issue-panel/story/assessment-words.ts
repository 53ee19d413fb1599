/**
 * An assessment in words: "Not relevant (Wording or layout only)". Pure.
 */
import type { ReasonChoice } from '../../../../../../src/domain/project-settings';
import type { Assessment } from '../../../../../../src/domain/relevance';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { reasons } from '../../../shared/strings/en-reasons';

export function assessmentWords(assessment: Assessment, offered: readonly ReasonChoice[]): string {
  if (assessment.relevance !== 'notRelevant') return panel.relevance[assessment.relevance];
  return notRelevantBecause(reasonOf(assessment, offered));
}

/** What stands in the story. */
export function storyAssessmentWords(
  story: Pick<StoryView, 'relevance' | 'reason' | 'ownReason' | 'reasonText'>,
): string {
  if (story.relevance !== 'notRelevant') return panel.relevance[story.relevance];
  return notRelevantBecause(storyReasonWords(story));
}

/** Why a story is not relevant; `undefined` where Jira's field was set by hand, without a reason. */
export function storyReasonWords(story: Pick<StoryView, 'reason' | 'ownReason' | 'reasonText'>): string | undefined {
  if (story.reason === 'other') return story.reasonText ?? reasons.other;
  return story.reason === undefined ? story.ownReason?.text : reasons[story.reason];
}

function reasonOf(
  assessment: Extract<Assessment, { readonly relevance: 'notRelevant' }>,
  offered: readonly ReasonChoice[],
): string | undefined {
  if (assessment.reason === 'other') return assessment.text;
  if (assessment.reason !== 'own') return reasons[assessment.reason];
  const own = offered.find((choice) => choice.kind === 'own' && choice.optionId === assessment.optionId);
  return own?.kind === 'own' ? own.text : undefined;
}

function notRelevantBecause(reason: string | undefined): string {
  const { notRelevant } = panel.relevance;
  return reason === undefined ? notRelevant : `${notRelevant} (${reason})`;
}

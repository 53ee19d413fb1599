/**
 * Sets the security relevance of one story, with its reason, and keeps evidence of the text that was assessed.
 */
import type { AssessedStory } from '../contract/defs';
import { assessIssue, readStoriesHere, type AssessmentWish } from './assess-issue';
import type { CommandContext } from './context';
import { Refusal } from './refusal';

export interface AssessRelevanceInput extends AssessmentWish {
  readonly issueId: string;
}

/** @throws Refusal `not-found`, and those of `assessIssue`; JiraError */
export async function assessRelevance(
  context: CommandContext,
  { issueId, ...wish }: AssessRelevanceInput,
): Promise<AssessedStory> {
  const story = (await readStoriesHere(context, [issueId])).get(issueId);
  if (story === undefined) throw new Refusal('not-found');
  return assessIssue(context, story, wish);
}

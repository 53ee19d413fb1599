/**
 * "Still holds": the text changed after the assessment, and somebody read it and stands by what was said.
 */
import { ASSESSMENT_PROPERTY, withEvidence } from '../domain/assessment-record';
import { textHash } from '../domain/text-hash';
import { setIssueProperty } from '../jira/issue-property';
import { storyText } from '../reads/story-text';
import { relevanceOf } from '../reads/values';
import { readStoriesHere } from './assess-issue';
import type { CommandContext } from './context';
import { Refusal } from './refusal';

/**
 * Keeps evidence of the text of now. The issue itself does not change: nobody is told, no date moves.
 * @throws Refusal `not-found`; `conflict` when the story is not assessed any more; JiraError
 */
export async function confirmAssessment(
  context: CommandContext,
  { issueId }: { readonly issueId: string },
): Promise<{ readonly confirmedAt: string }> {
  const read = (await readStoriesHere(context, [issueId])).get(issueId);
  if (read === undefined) throw new Refusal('not-found');
  const { story, here } = read;
  const relevance = relevanceOf(here.setup, story.fields);
  if (relevance === 'unassessed') throw new Refusal('conflict');
  const confirmedAt = context.now.toISOString();
  const evidence = { relevance, textHash: textHash(storyText(story.fields)), textAt: confirmedAt, confirmedAt };
  await setIssueProperty(
    context.jira,
    story.id,
    ASSESSMENT_PROPERTY,
    withEvidence(story.properties[ASSESSMENT_PROPERTY], evidence),
  );
  return { confirmedAt };
}

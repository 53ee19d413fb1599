/**
 * Sets the security relevance of many stories, each by itself: one that fails is named and stops no other.
 */
import type { AssessedStory, AssessManyOutcome } from '../contract/defs';
import type { AppError, ErrorCode } from '../contract/result';
import { assessIssue, readStoriesHere, type AssessmentWish, type StoryHere } from './assess-issue';
import type { CommandContext } from './context';
import { inParallel } from './in-parallel';
import { appErrorOf, Refusal } from './refusal';

export interface AssessManyInput {
  readonly assessments: readonly (AssessmentWish & { readonly issueId: string })[];
  /** Those that the person may not edit, and why: what the guard found out. */
  readonly refused: ReadonlyMap<string, ErrorCode>;
}

/**
 * Writes under way at the same time. Jira takes fifty a second of a whole site: so two people may do this together, and
 * fifty are done in a few seconds.
 */
const AT_ONCE = 3;

type Answer = { readonly done: AssessedStory } | { readonly error: AppError };

/**
 * May be sent again as it was: what is done already is done (see `assessIssue`). Of an issue that is named twice, the
 * first wish counts.
 * @throws JiraError when the stories cannot be read at all.
 */
export async function assessMany(
  context: CommandContext,
  { assessments, refused }: AssessManyInput,
): Promise<AssessManyOutcome> {
  const wishes = [...new Map([...assessments].reverse().map((wish) => [wish.issueId, wish])).values()].reverse();
  const allowed = wishes.filter(({ issueId }) => !refused.has(issueId)).map(({ issueId }) => issueId);
  const stories = allowed.length === 0 ? new Map<string, StoryHere>() : await readStoriesHere(context, allowed);
  // Once Jira says "too much", the rest waits for the person to try again.
  let limit: AppError | undefined;
  const answers = await inParallel(wishes, AT_ONCE, async ({ issueId, ...wish }): Promise<Answer> => {
    if (limit !== undefined) return { error: limit };
    try {
      const code = refused.get(issueId);
      if (code !== undefined) throw new Refusal(code);
      const story = stories.get(issueId);
      // Gone since the guard looked.
      if (story === undefined) throw new Refusal('not-found');
      return { done: await assessIssue(context, story, wish) };
    } catch (error) {
      const known = appErrorOf(error);
      if (known === undefined) throw error;
      if (known.code === 'rate-limited') limit = known;
      return { error: known };
    }
  });
  const named = wishes.map(({ issueId }, index) => ({ issueId, answer: answers[index] }));
  return {
    done: named.flatMap(({ issueId, answer }) => (answer && 'done' in answer ? [{ issueId, ...answer.done }] : [])),
    failed: named.flatMap(({ issueId, answer }) =>
      answer && 'error' in answer ? [{ issueId, error: answer.error }] : [],
    ),
  };
}

/**
 * Writes one comment per idempotency key.
 */
import { addComment, getComment, newestComments, type CommentContent, type JiraComment } from '../jira/comment';
import { JiraError } from '../jira/errors';
import type { JiraRequest } from '../jira/request';
import { ONCE_PROPERTY, onceOnly } from './once-only';

/** How long a second caller waits for the first. */
const WAIT_MS = 6000;
/** A lost comment is looked for among the newest: the retry comes within seconds. */
const LOOKED_AT = 50;

/** @throws Refusal and JiraError as `onceOnly` does. */
export async function commentOnce(
  jira: JiraRequest,
  issueId: string,
  idempotencyKey: string,
  content: CommentContent,
): Promise<JiraComment> {
  return onceOnly({
    idempotencyKey,
    subjectId: issueId,
    make: (marks) => addComment(jira, issueId, { ...content, properties: { ...content.properties, ...marks } }),
    find: async () => {
      const newest = await newestComments(jira, issueId, LOOKED_AT);
      return newest.find(({ properties }) => keyIn(properties[ONCE_PROPERTY]) === idempotencyKey);
    },
    again: async (id) => {
      try {
        return await getComment(jira, issueId, id);
      } catch (error) {
        if (error instanceof JiraError && error.kind === 'notFound') return undefined;
        throw error;
      }
    },
    waitMs: WAIT_MS,
  });
}

function keyIn(mark: unknown): unknown {
  return typeof mark === 'object' && mark !== null && 'key' in mark ? mark.key : undefined;
}

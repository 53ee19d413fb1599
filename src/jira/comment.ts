/**
 * Comments on an issue.
 */
import * as v from 'valibot';
import { documentOf, plainTextOf, type AdfDocument } from './document';
import { issueIdOrKey, numericId } from './ids';
import { instantOf, personSchema, type Person } from './issue-fields';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface JiraComment {
  readonly id: string;
  /** ISO instant. */
  readonly at: string | undefined;
  /** Who wrote it; `undefined` where Jira does not say, for example for a person who is gone. */
  readonly by: Person | undefined;
  readonly text: string;
  /** By key; empty unless asked for. Anybody who may edit the comment may have written them. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What is written: plain text, or a document where the text is not all (mentions). */
export interface CommentContent {
  readonly body: string | AdfDocument;
  /** Kept beside the comment; not shown. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

const commentSchema = v.pipe(
  v.object({
    id: v.string(),
    author: v.optional(personSchema),
    created: v.optional(v.unknown()),
    body: v.optional(v.unknown()),
    properties: v.optional(v.array(v.object({ key: v.string(), value: v.unknown() })), []),
  }),
  v.transform((comment): JiraComment => {
    return {
      id: comment.id,
      at: instantOf(comment, 'created'),
      by: comment.author,
      text: plainTextOf(comment.body),
      properties: Object.fromEntries(comment.properties.map(({ key, value }) => [key, value])),
    };
  }),
);

/**
 * Writes a comment. Not idempotent: whoever calls this knows what to do when the answer is lost.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-post
 * @throws JiraError
 */
export async function addComment(jira: JiraRequest, idOrKey: string, content: CommentContent): Promise<JiraComment> {
  const operation = 'comment.add';
  const id = issueIdOrKey(idOrKey, operation);
  const { body, properties = {} } = content;
  const kept = Object.entries(properties).map(([key, value]) => ({ key, value }));
  return send(
    jira,
    {
      operation,
      method: 'POST',
      path: path`/rest/api/3/issue/${id}/comment`,
      body: {
        body: typeof body === 'string' ? documentOf(body) : body,
        ...(kept.length === 0 ? {} : { properties: kept }),
      },
    },
    commentSchema,
  );
}

/**
 * One comment, without its properties.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-id-get
 * @throws JiraError; `notFound` for one that is gone or not for the caller.
 */
export async function getComment(jira: JiraRequest, idOrKey: string, commentId: string): Promise<JiraComment> {
  const operation = 'comment.get';
  const id = issueIdOrKey(idOrKey, operation);
  const comment = numericId(commentId, operation);
  const call = { operation, method: 'GET', path: path`/rest/api/3/issue/${id}/comment/${comment}` } as const;
  return send(jira, call, commentSchema);
}

/**
 * The newest comments with their properties, newest first.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-get
 * @throws JiraError
 */
export async function newestComments(
  jira: JiraRequest,
  idOrKey: string,
  atMost: number,
): Promise<readonly JiraComment[]> {
  const operation = 'comment.newest';
  const id = issueIdOrKey(idOrKey, operation);
  const { comments } = await send(
    jira,
    {
      operation,
      method: 'GET',
      path: path`/rest/api/3/issue/${id}/comment?orderBy=-created&maxResults=${atMost}&expand=properties`,
    },
    v.object({ comments: v.array(commentSchema) }),
  );
  return comments;
}

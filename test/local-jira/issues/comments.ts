import type { Access } from '../access/access';
import type { Comment, Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import { personJson } from '../wire/people';
import { jiraTime } from '../wire/time';

export function commentsOf(state: SiteState, issueId: string): Comment[] {
  return state.comments.filter((comment) => comment.issueId === issueId);
}

export function commentJson(state: SiteState, access: Access, comment: Comment): Record<string, unknown> {
  return {
    self: `${state.site.baseUrl}/rest/api/3/issue/${comment.issueId}/comment/${comment.id}`,
    id: comment.id,
    author: personJson(state, comment.authorId, access),
    body: comment.body,
    updateAuthor: personJson(state, comment.updateAuthorId, access),
    created: jiraTime(comment.created),
    updated: jiraTime(comment.updated),
    jsdPublic: true,
  };
}

/** The `comment` field of an issue. */
export function commentPageJson(state: SiteState, access: Access, issue: Issue): Record<string, unknown> {
  const comments = commentsOf(state, issue.id);
  return {
    comments: comments.map((comment) => commentJson(state, access, comment)),
    self: `${state.site.baseUrl}/rest/api/3/issue/${issue.id}/comment`,
    maxResults: comments.length,
    total: comments.length,
    startAt: 0,
  };
}

import type { RouteContext } from '../http/router';
import { forbidden } from '../http/problem';
import type { Comment, Issue } from '../state/issue-entities';
import type { AdfDocument } from '../state/issue-entities';
import type { projectOf } from './find';
import { actor } from './find';
import { linkIssues } from './links';
import type { AfterWork } from './update-verbs';

/** Rights for comments and links that come with a create, edit or transition; checked before anything is stored. */
export function checkAfterWork(
  { access }: RouteContext,
  issue: Issue,
  project: ReturnType<typeof projectOf>,
  work: AfterWork,
): void {
  if (work.comments.length > 0 && !access.has('ADD_COMMENTS', project, issue)) {
    throw forbidden('You do not have the permission to comment on this issue.');
  }
  if (work.links.length > 0 && !access.has('LINK_ISSUES', project, issue)) {
    throw forbidden('You do not have the permission to link issues in this project.');
  }
}

export function doAfterWork(context: RouteContext, issueId: string, work: AfterWork): void {
  for (const body of work.comments) addComment(context, issueId, body);
  for (const { type, other, otherIs } of work.links) {
    const issue = context.state.issues.require(issueId);
    if (otherIs === 'outward') linkIssues(context, type, issue, other);
    else linkIssues(context, type, other, issue);
  }
}

export function addComment(context: RouteContext, issueId: string, body: AdfDocument): Comment {
  const { state, clock } = context;
  const now = clock.now().getTime();
  const author = actor(context);
  const comment = { issueId, authorId: author, updateAuthorId: author, body, created: now, updated: now };
  const issue = state.issues.require(issueId);
  state.issues.put({ ...issue, updated: now });
  return state.comments.put({ ...comment, id: state.nextId('comment') });
}

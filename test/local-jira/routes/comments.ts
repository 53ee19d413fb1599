import { forbidden, notFound } from '../http/problem';
import { numberParam } from '../http/paging';
import { empty, json, type RouteContext, type RouteRegistrar } from '../http/router';
import { addComment } from '../issues/after-work';
import { bodyObject, commaList } from '../issues/body';
import { commentJson, commentsOf } from '../issues/comments';
import { issueForChange, projectOf, visibleIssue } from '../issues/find';
import { documentInput } from '../issues/input';
import { propertiesOf, readPropertyList, setProperty } from '../issues/properties';
import type { Comment } from '../state/issue-entities';

const LIST = '/rest/api/3/issue/{issueIdOrKey}/comment';
const ONE = `${LIST}/{id}`;
const READ = ['read:jira-work'];
const WRITE = ['write:jira-work'];
const NO_COMMENT = 'You do not have the permission to comment on this issue.';

export function register(router: RouteRegistrar): void {
  router.route({ method: 'GET', path: LIST, scopes: READ, cost: 'read', handler: list });
  router.route({
    method: 'POST',
    path: LIST,
    scopes: WRITE,
    cost: 'write',
    handler: (context) => {
      const issue = issueForChange(context, context.params['issueIdOrKey']!, 'ADD_COMMENTS', NO_COMMENT);
      const input = bodyObject(context);
      const properties = readPropertyList(input['properties']);
      const written = addComment(context, issue.id, documentInput('comment', input['body']));
      for (const { key, value } of properties) setProperty(context.state, `comment:${written.id}`, key, value);
      return json(commentJson(context.state, context.access, written), 201);
    },
  });
  router.route({
    method: 'GET',
    path: ONE,
    scopes: READ,
    cost: 'read',
    handler: (context) => json(shownComment(context, comment(context))),
  });
  router.route({
    method: 'PUT',
    path: ONE,
    scopes: WRITE,
    cost: 'write',
    handler: (context) => {
      const known = ownComment(context, 'EDIT_ALL_COMMENTS');
      const { state, access, clock } = context;
      const body = documentInput('comment', bodyObject(context)['body']);
      const updateAuthorId = access.accountId ?? known.authorId;
      const changed = state.comments.put({ ...known, body, updateAuthorId, updated: clock.now().getTime() });
      return json(commentJson(state, access, changed));
    },
  });
  router.route({
    method: 'DELETE',
    path: ONE,
    scopes: WRITE,
    cost: 'write',
    handler: (context) => {
      const { id } = ownComment(context, 'DELETE_ALL_COMMENTS');
      context.state.comments.delete(id);
      context.state.properties.delete(`comment:${id}`);
      return empty();
    },
  });
}

function list(context: RouteContext) {
  const issue = visibleIssue(context, context.params['issueIdOrKey']!);
  const comments = commentsOf(context.state, issue.id);
  if (context.query.get('orderBy') === '-created') comments.reverse();
  const startAt = numberParam(context.query, 'startAt', 0);
  const maxResults = Math.min(numberParam(context.query, 'maxResults', 50), 5_000);
  const shown = comments.slice(startAt, startAt + maxResults);
  return json({
    startAt,
    maxResults,
    total: comments.length,
    comments: shown.map((it) => shownComment(context, it)),
  });
}

/** With its properties where `expand` asks for them. */
function shownComment(context: RouteContext, shown: Comment): Record<string, unknown> {
  const answer = commentJson(context.state, context.access, shown);
  if (!commaList(context.query.get('expand')).includes('properties')) return answer;
  const properties = Object.entries(propertiesOf(context.state, `comment:${shown.id}`));
  return { ...answer, properties: properties.map(([key, value]) => ({ key, value })) };
}

function comment(context: RouteContext): Comment {
  const issue = visibleIssue(context, context.params['issueIdOrKey']!);
  const found = context.state.comments.get(context.params['id']!);
  if (found === undefined || found.issueId !== issue.id) {
    throw notFound(`Can not find a comment for the id: ${context.params['id']!}.`);
  }
  return found;
}

/** One's own comment, or anybody's with the wider permission. */
function ownComment(context: RouteContext, wider: string): Comment {
  const found = comment(context);
  const issue = issueForChange(context, found.issueId, 'ADD_COMMENTS', NO_COMMENT);
  const own = found.authorId === context.access.accountId;
  if (!own && !context.access.has(wider, projectOf(context, issue), issue)) {
    throw forbidden('You do not have the permission for this comment.');
  }
  return found;
}

import { linkTypeJson } from '../config/wire';
import { badRequest, fieldProblem, JiraProblem, notFound } from '../http/problem';
import { empty, json, type RouteContext, type RouteRegistrar } from '../http/router';
import { addComment } from '../issues/after-work';
import { bodyObject, objectOf, textOf } from '../issues/body';
import { projectOf, refuseArchived } from '../issues/find';
import { documentInput } from '../issues/input';
import { linkIssues, unlinkIssues } from '../issues/links';
import { findLinkType } from '../issues/update-verbs';
import type { Issue, IssueLink } from '../state/issue-entities';
import { issueReferenceJson } from '../wire/issue-reference';

const NO_LINK = 'No Link Issue Permission for issue';

export function register(router: RouteRegistrar): void {
  router.route({
    method: 'POST',
    path: '/rest/api/3/issueLink',
    scopes: ['write:jira-work'],
    cost: 'write',
    handler: create,
  });
  router.route({
    method: 'GET',
    path: '/rest/api/3/issueLink/{linkId}',
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: (context) => {
      const { state, baseUrl } = context;
      const { link, source, destination } = visibleLink(context);
      return json({
        id: link.id,
        self: `${baseUrl}/rest/api/3/issueLink/${link.id}`,
        type: linkTypeJson(state, state.linkTypes.require(link.typeId)),
        inwardIssue: issueReferenceJson(state, source),
        outwardIssue: issueReferenceJson(state, destination),
      });
    },
  });
  router.route({
    method: 'DELETE',
    path: '/rest/api/3/issueLink/{linkId}',
    scopes: ['write:jira-work'],
    cost: 'write',
    handler: (context) => {
      const { link, source, destination } = visibleLink(context);
      mayLink(context, source);
      context.limits.issueWrite(source.id);
      context.limits.issueWrite(destination.id);
      unlinkIssues(context, link);
      return empty();
    },
  });
}

/**
 * `inwardIssue` is the source: it then shows `outwardIssue` and reads the type's outward words. 201 with an empty body,
 * also when the link is there already.
 */
function create(context: RouteContext) {
  const body = bodyObject(context, ['type', 'inwardIssue', 'outwardIssue', 'comment']);
  const type = findLinkType(context.state.linkTypes.all(), objectOf(body['type']));
  if (type === undefined) {
    throw notFound(`No issue link type with name '${textOf(objectOf(body['type'])['name'])}' found.`);
  }
  const source = end(context, body['inwardIssue'], 'inwardIssue');
  const destination = end(context, body['outwardIssue'], 'outwardIssue');
  if (source.id === destination.id) throw badRequest('You cannot link an issue to itself.');
  mayLink(context, source);
  for (const issue of [source, destination]) {
    refuseArchived(context, issue);
    context.limits.issueWrite(issue.id);
  }
  const comment =
    body['comment'] === undefined ? undefined : documentInput('comment', objectOf(body['comment'])['body']);
  linkIssues(context, type, source, destination);
  if (comment !== undefined) addComment(context, source.id, comment);
  return empty(201);
}

function end({ state, access }: RouteContext, input: unknown, name: string): Issue {
  const { id, key } = objectOf(input ?? {}) as { id?: string | number; key?: string };
  if (id === undefined && key === undefined) throw fieldProblem(name, 'issue id or key is required');
  const issue = state.issues.byIdOrKey(textOf(id ?? key));
  if (issue === undefined || !access.maySee(issue)) {
    throw notFound(`Issue does not exist or you do not have permission to see it.`);
  }
  return issue;
}

/** Link issues on the project of the source. Jira answers 404 where it is missing. */
function mayLink(context: RouteContext, source: Issue): void {
  if (!context.access.has('LINK_ISSUES', projectOf(context, source), source)) {
    throw new JiraProblem(404, [`${NO_LINK} '${source.key}'`]);
  }
}

function visibleLink(context: RouteContext): { link: IssueLink; source: Issue; destination: Issue } {
  const { state, access, params } = context;
  if (!/^\d+$/.test(params['linkId']!)) throw badRequest(`The link id '${params['linkId']!}' is not a number.`);
  const link = state.links.get(params['linkId']!);
  const source = link === undefined ? undefined : state.issues.get(link.sourceId);
  const destination = link === undefined ? undefined : state.issues.get(link.destinationId);
  if (
    link === undefined ||
    source === undefined ||
    destination === undefined ||
    !access.maySee(source) ||
    !access.maySee(destination)
  ) {
    throw notFound(`No issue link with id '${params['linkId']!}' exists.`);
  }
  return { link, source, destination };
}

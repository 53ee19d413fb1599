import { fieldProblem, JiraProblem, notFound } from '../http/problem';
import { empty, json, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject, objectOf } from '../issues/body';
import { issueForChange, visibleIssue } from '../issues/find';
import type { RemoteLink } from '../state/issue-entities';

const LIST = '/rest/api/3/issue/{issueIdOrKey}/remotelink';
const ONE = `${LIST}/{linkId}`;
const READ = ['read:jira-work'];
const WRITE = ['write:jira-work'];
const NO_LINK = 'You do not have permission to link issues in this project.';

/** Links to things outside Jira. */
export function register(router: RouteRegistrar): void {
  router.route({
    method: 'GET',
    path: LIST,
    scopes: READ,
    cost: 'read',
    handler: (context) => {
      const issue = visibleIssue(context, context.params['issueIdOrKey']!);
      const links = context.state.remoteLinks.filter((link) => link.issueId === issue.id);
      const globalId = context.query.get('globalId');
      if (globalId === null) return json(links.map((link) => linkJson(context, link)));
      const found = links.find((link) => link.globalId === globalId);
      if (found === undefined) throw notFound('The remote issue link was not found.');
      return json(linkJson(context, found));
    },
  });
  router.route({ method: 'POST', path: LIST, scopes: WRITE, cost: 'write', handler: put });
  router.route({
    method: 'GET',
    path: ONE,
    scopes: READ,
    cost: 'read',
    handler: (context) => json(linkJson(context, linkOfPath(context))),
  });
  router.route({
    method: 'DELETE',
    path: ONE,
    scopes: WRITE,
    cost: 'write',
    handler: (context) => {
      if (context.headers.get('content-type') === null) throw new JiraProblem(415, ['Unsupported Media Type']);
      issueForChange(context, context.params['issueIdOrKey']!, 'LINK_ISSUES', NO_LINK);
      context.state.remoteLinks.delete(linkOfPath(context).id);
      return empty();
    },
  });
}

/** By `globalId`: 201 when it is new, 200 when it replaces one; what is left out is then gone. */
function put(context: RouteContext) {
  const { state, baseUrl } = context;
  const issue = issueForChange(context, context.params['issueIdOrKey']!, 'LINK_ISSUES', NO_LINK);
  const body = bodyObject(context, ['globalId', 'relationship', 'application', 'object']);
  const object = objectOf(body['object']);
  for (const name of ['url', 'title']) {
    if (typeof object[name] !== 'string' || object[name] === '') throw fieldProblem(name, `'${name}' is required.`);
  }
  const { globalId, relationship } = body as { globalId?: string; relationship?: string };
  const known =
    globalId === undefined
      ? undefined
      : state.remoteLinks.find((link) => link.issueId === issue.id && link.globalId === globalId);
  const link = state.remoteLinks.put({
    id: known?.id ?? state.nextId('remotelink'),
    issueId: issue.id,
    ...(globalId === undefined ? {} : { globalId }),
    ...(relationship === undefined ? {} : { relationship }),
    ...(body['application'] === undefined ? {} : { application: body['application'] }),
    object,
  });
  const self = `${baseUrl}/rest/api/3/issue/${issue.key}/remotelink/${link.id}`;
  return json({ id: Number(link.id), self }, known === undefined ? 201 : 200);
}

function linkOfPath(context: RouteContext): RemoteLink {
  const issue = visibleIssue(context, context.params['issueIdOrKey']!);
  const link = context.state.remoteLinks.get(context.params['linkId']!);
  if (link === undefined || link.issueId !== issue.id) throw notFound('The remote issue link was not found.');
  return link;
}

function linkJson({ baseUrl }: RouteContext, link: RemoteLink): Record<string, unknown> {
  return {
    id: Number(link.id),
    self: `${baseUrl}/rest/api/3/issue/${link.issueId}/remotelink/${link.id}`,
    ...(link.globalId === undefined ? {} : { globalId: link.globalId }),
    application: link.application ?? {},
    ...(link.relationship === undefined ? {} : { relationship: link.relationship }),
    object: { icon: {}, status: { icon: {} }, ...link.object },
  };
}

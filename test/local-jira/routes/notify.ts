import { Access } from '../access/access';
import { PROJECT_PERMISSIONS } from '../access/permission-keys';
import { badRequest, notServed } from '../http/problem';
import { empty, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject, objectOf, textOf } from '../issues/body';
import { visibleIssue } from '../issues/find';
import type { Issue } from '../state/issue-entities';
import type { User } from '../state/people-entities';

/**
 * Messages about an issue: kept, not sent. Whoever is asked for gets one, whether or not they may see the issue: only
 * `restrict` looks at that.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-notify-post
 */
export function register(router: RouteRegistrar): void {
  router.route({
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/notify',
    scopes: ['write:jira-work'],
    cost: 'write',
    handler: (context) => {
      const issue = visibleIssue(context, context.params['issueIdOrKey']!);
      const body = bodyObject(context, ['subject', 'textBody', 'htmlBody', 'to', 'restrict']);
      const subject = body['subject'] === undefined ? `[${issue.key}] ${issue.summary}` : textOf(body['subject']);
      const text = textOf(body['textBody'] ?? body['htmlBody'] ?? '');
      const asked = recipients(context, issue, objectOf(body['to']));
      for (const user of asked.filter((each) => isWanted(context, issue, each, body['restrict']))) {
        const { state, clock } = context;
        const at = clock.now().getTime();
        state.sentMails.put({ id: state.nextId('mail'), issueId: issue.id, to: user.id, subject, text, at });
      }
      return empty();
    },
  });
}

function recipients({ state, access }: RouteContext, issue: Issue, to: Readonly<Record<string, unknown>>): User[] {
  for (const part of ['watchers', 'voters', 'groups', 'groupIds']) {
    const value = to[part];
    if (value === true || (Array.isArray(value) && value.length > 0)) throw notServed(`notify to ${part}`);
  }
  const users = Array.isArray(to['users']) ? to['users'] : [];
  const ids = [
    ...users.map((user: unknown) => textOf(objectOf(user)['accountId'])),
    ...(to['assignee'] === true ? [issue.assigneeId] : []),
    ...(to['reporter'] === true ? [issue.reporterId] : []),
  ];
  const found = ids.map((id) => (id === null ? undefined : state.users.get(id)));
  if (found.length === 0 || found.some((user) => user === undefined || !user.active)) {
    throw badRequest('No recipients were defined for notification.');
  }
  if (ids.includes(access.accountId ?? '')) throw badRequest('The recipient is the same as the calling user.');
  return found.filter((user) => user !== undefined);
}

function isWanted({ state }: RouteContext, issue: Issue, user: User, restrict: unknown): boolean {
  if (restrict === undefined) return true;
  const { permissions = [], groups = [], groupIds = [] } = objectOf(restrict);
  if ([groups, groupIds].some((some) => !Array.isArray(some) || some.length > 0)) {
    throw notServed('notify restricted to groups');
  }
  if (!Array.isArray(permissions)) throw badRequest('permissions must be a list');
  const access = new Access(state, { type: 'user', accountId: user.id, scopes: 'all' });
  return permissions.every((permission: unknown) => {
    const key = textOf(objectOf(permission)['key']);
    if (!Object.hasOwn(PROJECT_PERMISSIONS, key)) throw badRequest(`Unrecognized permission: ${key}`);
    return access.maySee(issue) && access.has(key, state.projects.require(issue.projectId), issue);
  });
}

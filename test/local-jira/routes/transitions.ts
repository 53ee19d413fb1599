import { empty, json, type RouteRegistrar } from '../http/router';
import { transitionsJson } from '../issues/answer';
import { bodyObject } from '../issues/body';
import { issueForChange, visibleIssue } from '../issues/find';
import { transitionIssue } from '../issues/transition';

const PATH = '/rest/api/3/issue/{issueIdOrKey}/transitions';

export function register(router: RouteRegistrar): void {
  router.route({
    method: 'GET',
    path: PATH,
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: (context) => {
      const issue = visibleIssue(context, context.params['issueIdOrKey']!);
      const wanted = context.query.get('transitionId');
      // An id that is not open gives an empty list, not a 404.
      const transitions = transitionsJson(context, issue).filter((it) => wanted === null || it['id'] === wanted);
      return json({ expand: 'transitions', transitions });
    },
  });
  router.route({
    method: 'POST',
    path: PATH,
    scopes: ['write:jira-work'],
    cost: 'write',
    handler: (context) => {
      const message = 'You do not have permission to transition issues in this project.';
      const issue = issueForChange(context, context.params['issueIdOrKey']!, 'TRANSITION_ISSUES', message);
      transitionIssue(
        context,
        issue,
        bodyObject(context, ['transition', 'fields', 'update', 'properties', 'historyMetadata', 'looped']),
      );
      return empty();
    },
  });
}

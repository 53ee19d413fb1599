import { badRequest } from '../http/problem';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import { IssueAnswer } from '../issues/answer';
import { bodyObject, stringsOf } from '../issues/body';

const MOST = 100;

/** `POST /issue/bulkfetch`: up to 100 issues by id or key; what the caller may not see is silently left out. */
export function register(router: RouteRegistrar): void {
  router.route({
    method: 'POST',
    path: '/rest/api/3/issue/bulkfetch',
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: bulkFetch,
  });
}

function bulkFetch(context: RouteContext) {
  const body = bodyObject(context, ['issueIdsOrKeys', 'fields', 'expand', 'properties', 'fieldsByKeys']);
  const wanted = stringsOf(body['issueIdsOrKeys'], 'issueIdsOrKeys');
  if (wanted.length === 0 || wanted.length > MOST) {
    throw badRequest(`The number of issue ids or keys must be between 1 and ${MOST}.`);
  }
  const fields = stringsOf(body['fields'], 'fields');
  const answer = new IssueAnswer(context, {
    fields: fields.length === 0 ? ['*navigable'] : fields,
    expand: stringsOf(body['expand'], 'expand'),
    properties: stringsOf(body['properties'], 'properties'),
  });
  const { state, access } = context;
  const found = new Map(
    wanted.flatMap((idOrKey) => {
      const issue = state.issues.byIdOrKey(idOrKey);
      return issue !== undefined && access.maySee(issue) ? [[issue.id, issue] as const] : [];
    }),
  );
  const issues = [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
  context.countIssues(issues.length);
  return json({
    expand: 'schema,names',
    issues: issues.map((issue) => answer.issue(issue)),
    issueErrors: [],
    ...answer.aboutFields(issues),
  });
}

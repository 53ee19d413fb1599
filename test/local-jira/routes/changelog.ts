import { badRequest } from '../http/problem';
import { page } from '../http/paging';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject, stringsOf } from '../issues/body';
import { visibleIssue } from '../issues/find';
import { changeGroupJson, changeItemJson } from '../wire/history';

const MOST_ISSUES = 1_000;
const MOST_FIELDS = 10;

/** The history of issues, oldest first. */
export function register(router: RouteRegistrar): void {
  router.route({
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: (context) => {
      const issue = visibleIssue(context, context.params['issueIdOrKey']!);
      const groups = context.state.history.get(issue.id) ?? [];
      const { values, ...rest } = page(context, `/rest/api/3/issue/${issue.id}/changelog`, groups, {
        defaultResults: 100,
        limit: 100,
      });
      return json({ ...rest, values: values.map((group) => changeGroupJson(context.state, group, context.access)) });
    },
  });
  router.route({
    method: 'POST',
    path: '/rest/api/3/changelog/bulkfetch',
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: bulkFetch,
  });
}

/** Histories of many issues; `created` is epoch milliseconds here, unlike everywhere else. */
function bulkFetch(context: RouteContext) {
  const { state, access } = context;
  const body = bodyObject(context, ['issueIdsOrKeys', 'fieldIds', 'maxResults', 'nextPageToken']);
  const wanted = stringsOf(body['issueIdsOrKeys'], 'issueIdsOrKeys');
  const fieldIds = stringsOf(body['fieldIds'], 'fieldIds');
  if (wanted.length === 0 || wanted.length > MOST_ISSUES) {
    throw badRequest(`issueIdsOrKeys must hold between 1 and ${MOST_ISSUES} entries.`);
  }
  if (fieldIds.length > MOST_FIELDS) throw badRequest(`fieldIds must not hold more than ${MOST_FIELDS} entries.`);
  const entries = wanted.flatMap((idOrKey) => {
    const issue = state.issues.byIdOrKey(idOrKey);
    if (issue === undefined || !access.maySee(issue)) return [];
    return (state.history.get(issue.id) ?? []).flatMap((group) => {
      const items =
        fieldIds.length === 0 ? group.items : group.items.filter((it) => fieldIds.includes(it.fieldId ?? ''));
      return items.length === 0 ? [] : [{ issueId: issue.id, group, items }];
    });
  });
  const start = readToken(body['nextPageToken']);
  const size = typeof body['maxResults'] === 'number' ? Math.min(Math.max(1, body['maxResults']), 10_000) : 1_000;
  const shown = entries.slice(start, start + size);
  const byIssue = new Map<string, Record<string, unknown>[]>();
  for (const { issueId, group, items } of shown) {
    const histories = byIssue.get(issueId) ?? [];
    histories.push({
      ...changeGroupJson(state, group, access),
      created: group.created,
      items: items.map(changeItemJson),
    });
    byIssue.set(issueId, histories);
  }
  const next = start + shown.length;
  return json({
    issueChangeLogs: [...byIssue].map(([issueId, changeHistories]) => ({ issueId, changeHistories })),
    ...(next < entries.length ? { nextPageToken: Buffer.from(`changelog:${next}`).toString('base64url') } : {}),
  });
}

function readToken(token: unknown): number {
  if (token === undefined || token === null) return 0;
  const text = typeof token === 'string' ? Buffer.from(token, 'base64url').toString('utf8') : '';
  const start = /^changelog:(\d+)$/.exec(text)?.[1];
  if (start === undefined) throw badRequest('The nextPageToken is invalid.');
  return Number(start);
}

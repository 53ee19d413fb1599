import { badRequest, JiraProblem } from '../http/problem';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import { IssueAnswer } from '../issues/answer';
import { bodyObject, commaList, stringsOf } from '../issues/body';
import { compileJql } from '../jql/compile';
import { countIssues, findIssues } from '../jql/search';
import type { Issue } from '../state/issue-entities';
import type { Overlay } from '../state/search-index';
import { SearchCursors } from './search-cursors';

const READ = ['read:jira-work'];
const MOST_IDS = 5_000;
const MOST_WITH_FIELDS = 100;
const MOST_RECONCILED = 50;
const MOST_PROPERTIES = 5;

interface SearchInput {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  readonly properties: readonly string[];
  readonly maxResults: number;
  readonly nextPageToken: string | undefined;
  readonly reconcileIssues: readonly string[];
}

/** `search/jql` and `approximate-count`: what the index knows, which lags behind. */
export function register(router: RouteRegistrar): void {
  const cursors = new SearchCursors();
  router.route({
    method: 'POST',
    path: '/rest/api/3/search/jql',
    scopes: READ,
    cost: 'read',
    handler: (context) => search(context, cursors, inputOfBody(context)),
  });
  router.route({
    method: 'GET',
    path: '/rest/api/3/search/jql',
    scopes: READ,
    cost: 'read',
    handler: (context) => search(context, cursors, inputOfQuery(context.query)),
  });
  router.route({
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    scopes: READ,
    cost: 'count',
    handler: (context) => {
      const { state, access, clock } = context;
      const query = compileJql(state, access, clock.now().getTime(), textOf(bodyObject(context, ['jql'])['jql']));
      return json({ count: countIssues(state.index, query, regression(context)) });
    },
  });
}

/** No total, no startAt; fewer issues than asked for do not mean the end, only a missing token does. */
function search(context: RouteContext, cursors: SearchCursors, input: SearchInput) {
  const { state, access, clock, faults } = context;
  const now = clock.now().getTime();
  const query = compileJql(state, access, now, input.jql);
  const overlay = new Map([...regression(context), ...reconciled(context, input.reconcileIssues)]);
  const known = input.nextPageToken === undefined ? undefined : cursors.find(input.nextPageToken, input.jql, now);
  const cursor = known?.cursor ?? {
    jql: input.jql,
    ids: findIssues(state.index, query, overlay).map((issue) => issue.id),
    madeAt: now,
  };
  const start = known?.start ?? 0;
  const size = pageSize(input, faults.take(['short-pages'], 'POST', '/rest/api/3/search/jql') !== undefined);
  const page = cursor.ids.slice(start, start + size);
  const issues = page.flatMap((id): Issue[] => {
    const issue = overlay.has(id) ? overlay.get(id) : state.index.get(id);
    return issue !== undefined && access.maySee(issue) ? [issue] : [];
  });
  const answer = new IssueAnswer(context, {
    fields: input.fields.length === 0 || only(input.fields, 'id') ? undefined : input.fields,
    expand: input.expand,
    properties: input.properties,
  });
  context.countIssues(issues.length);
  const end = start + page.length;
  const isLast = end >= cursor.ids.length;
  return json({
    issues: issues.map((issue) =>
      input.fields.length === 0 || only(input.fields, 'id') ? { id: issue.id } : answer.issue(issue),
    ),
    ...(isLast ? {} : { nextPageToken: cursors.token(known?.id, cursor, end) }),
    isLast,
    ...answer.aboutFields(issues),
  });
}

function only(fields: readonly string[], name: string): boolean {
  return fields.length === 1 && fields[0] === name;
}

/** Up to 5,000 where only ids or keys are asked for, 100 with fields; fewer under the short-pages fault. */
function pageSize({ maxResults, fields }: SearchInput, short: boolean): number {
  const light = fields.every((field) => field === 'id' || field === 'key');
  const size = Math.min(maxResults, light ? MOST_IDS : MOST_WITH_FIELDS);
  return short ? Math.max(1, Math.floor(size / 3)) : size;
}

/** The current state of these issues in place of what the index has; for these and no others. */
function reconciled({ state }: RouteContext, ids: readonly string[]): Overlay {
  return new Map(ids.map((id) => [id, state.issues.get(id)] as const));
}

function regression({ state, faults }: RouteContext): Overlay {
  state.index.catchUp();
  const fault = faults.take(['search-regression'], 'POST', '/rest/api/3/search/jql');
  return fault === undefined ? new Map<string, undefined>() : state.index.regression();
}

function inputOfBody(context: RouteContext): SearchInput {
  const known = [
    'jql',
    'fields',
    'expand',
    'properties',
    'maxResults',
    'nextPageToken',
    'reconcileIssues',
    'fieldsByKeys',
  ];
  const body = bodyObject(context, known);
  const { maxResults, nextPageToken, expand } = body;
  if (expand !== undefined && expand !== null && typeof expand !== 'string')
    throw badRequest('expand must be a string');
  return checked({
    jql: textOf(body['jql']),
    fields: stringsOf(body['fields'], 'fields').flatMap(commaList),
    expand: commaList(expand),
    properties: stringsOf(body['properties'], 'properties').flatMap(commaList),
    maxResults: typeof maxResults === 'number' ? maxResults : 50,
    nextPageToken: typeof nextPageToken === 'string' ? nextPageToken : undefined,
    reconcileIssues: stringsOf(body['reconcileIssues'], 'reconcileIssues'),
  });
}

function inputOfQuery(query: URLSearchParams): SearchInput {
  const many = (name: string) => query.getAll(name).flatMap(commaList);
  const maxResults = query.get('maxResults');
  return checked({
    jql: query.get('jql') ?? '',
    fields: many('fields'),
    expand: many('expand'),
    properties: many('properties'),
    maxResults: maxResults === null ? 50 : Number(maxResults),
    nextPageToken: query.get('nextPageToken') ?? undefined,
    reconcileIssues: many('reconcileIssues'),
  });
}

function checked(input: SearchInput): SearchInput {
  if (!Number.isInteger(input.maxResults) || input.maxResults < 0)
    throw badRequest('maxResults must be a number from 0.');
  if (input.maxResults > MOST_IDS) throw new JiraProblem(400, [`The maxResults must not exceed ${MOST_IDS}.`]);
  if (input.reconcileIssues.length > MOST_RECONCILED) {
    throw badRequest(`A maximum of ${MOST_RECONCILED} issues can be reconciled.`);
  }
  if (!input.reconcileIssues.every((id) => /^\d+$/.test(id))) throw badRequest('reconcileIssues must hold issue ids.');
  if (input.properties.length > MOST_PROPERTIES) {
    throw badRequest(`A maximum of ${MOST_PROPERTIES} issue properties can be requested.`);
  }
  return input;
}

function textOf(jql: unknown): string {
  if (jql === undefined || jql === null) return '';
  if (typeof jql !== 'string') throw badRequest('jql must be a string');
  return jql;
}

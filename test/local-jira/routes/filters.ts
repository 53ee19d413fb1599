import { badRequest, notFound } from '../http/problem';
import { page } from '../http/paging';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject } from '../issues/body';
import { compileJql } from '../jql/compile';
import type { Filter } from '../state/people-entities';
import { personJson } from '../wire/people';

const PATH = '/rest/api/3/filter';

export function register(router: RouteRegistrar): void {
  router.route({ method: 'POST', path: PATH, scopes: ['write:jira-work'], cost: 'write', handler: create });
  router.route({
    method: 'GET',
    path: `${PATH}/{id}`,
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: (context) => {
      const filter = context.state.filters.get(context.params['id']!);
      if (filter === undefined || !visible(context, filter)) {
        throw badRequest(
          'The selected filter is not available to you, perhaps it has been deleted or had its permissions changed.',
        );
      }
      return json(filterJson(context, filter));
    },
  });
  router.route({
    method: 'GET',
    path: `${PATH}/search`,
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: (context) => {
      const name = context.query.get('filterName')?.toLowerCase();
      const found = context.state.filters.filter(
        (filter) => visible(context, filter) && (name === undefined || filter.name.toLowerCase().includes(name)),
      );
      const answer = page(context, `${PATH}/search`, found, { defaultResults: 50, limit: 100 });
      return json({ ...answer, values: answer.values.map((filter) => detailsJson(context, filter)) });
    },
  });
}

function create(context: RouteContext) {
  const { state, access, clock } = context;
  const body = bodyObject(context);
  const { name, description, jql } = body as Record<string, string | undefined>;
  if (name === undefined || name === '')
    throw badRequest('', { filterName: 'You must specify a name to save this filter as.' });
  if (
    state.filters.find((filter) => filter.name === name && filter.ownerAccountId === access.accountId) !== undefined
  ) {
    throw badRequest('', { filterName: 'Filter with same name already exists.' });
  }
  if (access.accountId === undefined) throw notFound('Filters need an owner.');
  compileJql(state, access, clock.now().getTime(), jql ?? '', false);
  const filter = state.filters.put({
    id: state.nextId('filter'),
    name,
    description: description ?? '',
    jql: jql ?? '',
    ownerAccountId: access.accountId,
    shared: Array.isArray(body['sharePermissions']) && body['sharePermissions'].length > 0,
  });
  return json(filterJson(context, filter));
}

function visible({ access }: RouteContext, filter: Filter): boolean {
  return filter.shared || filter.ownerAccountId === access.accountId;
}

/** As `filter/search` lists it: subscriptions are a plain list there, and who it is shared with is left out. */
function detailsJson(context: RouteContext, filter: Filter): Record<string, unknown> {
  return {
    ...filterJson(context, filter),
    expand: 'description,owner,jql,viewUrl,searchUrl,favourite',
    sharedUsers: undefined,
    subscriptions: [],
  };
}

function filterJson({ state, access, baseUrl }: RouteContext, filter: Filter): Record<string, unknown> {
  return {
    self: `${baseUrl}${PATH}/${filter.id}`,
    id: filter.id,
    name: filter.name,
    description: filter.description,
    owner: personJson(state, filter.ownerAccountId, access),
    jql: filter.jql,
    viewUrl: `${baseUrl}/issues/?filter=${filter.id}`,
    searchUrl: `${baseUrl}/rest/api/3/search/jql?jql=${encodeURIComponent(filter.jql)}`,
    favourite: false,
    favouritedCount: 0,
    sharePermissions: filter.shared ? [{ id: 10_000, type: 'loggedin' }] : [],
    editPermissions: [],
    sharedUsers: { size: 0, items: [], 'max-results': 1_000, 'start-index': 0, 'end-index': 0 },
    subscriptions: { size: 0, items: [], 'max-results': 1_000, 'start-index': 0, 'end-index': 0 },
  };
}

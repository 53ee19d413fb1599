import { notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { json, type RouteRegistrar } from '../http/router';
import { adminRoutes } from './admin-routes';
import { priorityJson, resolutionJson } from './wire';

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-resolutions/
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-priorities/
 */
export function registerResolutionsAndPriorities(router: RouteRegistrar): void {
  const scopes = ['read:jira-work'];
  router.route({
    method: 'GET',
    path: '/rest/api/3/resolution',
    scopes,
    cost: 'read',
    handler: ({ state }) => json(state.resolutions.all().map((row) => resolutionJson(state, row))),
  });
  router.route({
    method: 'GET',
    path: '/rest/api/3/resolution/search',
    scopes,
    cost: 'read',
    handler: (context) => {
      const { state, query } = context;
      const ids = listParam(query, 'id');
      const onlyDefault = query.get('onlyDefault') === 'true';
      const rows = state.resolutions
        .filter((row) => (ids.length === 0 || ids.includes(row.id)) && (!onlyDefault || row.isDefault))
        .map(({ id, name, description, isDefault }) => ({ id, name, description, isDefault }));
      return json(page(context, '/rest/api/3/resolution/search', rows));
    },
  });
  router.route({
    method: 'GET',
    path: '/rest/api/3/resolution/{id}',
    scopes,
    cost: 'read',
    handler: ({ state, params }) => {
      const resolution = state.resolutions.get(params['id'] ?? '');
      if (resolution === undefined) throw notFound(`Resolution with ID ${params['id'] ?? ''} not found.`);
      return json(resolutionJson(state, resolution));
    },
  });
  router.route({
    method: 'GET',
    path: '/rest/api/3/priority/{id}',
    scopes,
    cost: 'read',
    handler: ({ state, params }) => {
      const priority = state.priorities.get(params['id'] ?? '');
      if (priority === undefined) throw notFound(`Priority with ID ${params['id'] ?? ''} not found.`);
      return json(priorityJson(state, priority));
    },
  });
  const admin = adminRoutes(
    router,
    '/rest/api/3/priority',
    'You are not authorized to perform this action. Administrator privileges are required.',
  );
  admin('GET', '/search', (context) => {
    const { state, query } = context;
    const ids = listParam(query, 'id');
    const words = (query.get('priorityName') ?? '').toLowerCase();
    const onlyDefault = query.get('onlyDefault') === 'true';
    const rows = state.priorities
      .filter(
        (row) =>
          (ids.length === 0 || ids.includes(row.id)) &&
          row.name.toLowerCase().includes(words) &&
          (!onlyDefault || row.isDefault),
      )
      .map((row) => ({ ...priorityJson(state, row), isDefault: row.isDefault }));
    return json(page(context, '/rest/api/3/priority/search', rows));
  });
}

import { badRequest, notFound } from '../http/problem';
import { numberParam } from '../http/paging';
import { empty, json, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject, objectOf } from '../issues/body';
import type { Dashboard, Gadget } from '../state/people-entities';
import { personJson } from '../wire/people';

const PATH = '/rest/api/3/dashboard';
const READ = ['read:jira-work'];
const WRITE = ['write:jira-work'];
const COLOURS = ['blue', 'red', 'yellow', 'green', 'cyan', 'purple', 'gray', 'white'];

/** Dashboards and the gadgets on them. Item properties are in properties.ts. */
export function register(router: RouteRegistrar): void {
  router.route({ method: 'GET', path: PATH, scopes: READ, cost: 'read', handler: list });
  router.route({ method: 'POST', path: PATH, scopes: WRITE, cost: 'write', handler: create });
  router.route({
    method: 'GET',
    path: `${PATH}/{id}`,
    scopes: READ,
    cost: 'read',
    handler: (context) => json(dashboardJson(context, visible(context, context.params['id']!))),
  });
  router.route({
    method: 'GET',
    path: `${PATH}/{dashboardId}/gadget`,
    scopes: READ,
    cost: 'read',
    handler: (context) =>
      json({ gadgets: visible(context, context.params['dashboardId']!).gadgets.map((gadget) => gadgetJson(gadget)) }),
  });
  router.route({
    method: 'POST',
    path: `${PATH}/{dashboardId}/gadget`,
    scopes: ['read:jira-work', 'write:jira-work'],
    cost: 'write',
    handler: addGadget,
  });
  router.route({
    method: 'DELETE',
    path: `${PATH}/{dashboardId}/gadget/{gadgetId}`,
    scopes: WRITE,
    cost: 'write',
    handler: (context) => {
      const dashboard = own(context);
      const gadgets = dashboard.gadgets.filter((gadget) => gadget.id !== context.params['gadgetId']);
      if (gadgets.length === dashboard.gadgets.length) throw notFound('The dashboard gadget was not found.');
      context.state.dashboards.put({ ...dashboard, gadgets });
      return empty();
    },
  });
}

function list(context: RouteContext) {
  const { state, access, query } = context;
  const dashboards = state.dashboards.filter((it) => it.shared || it.ownerAccountId === access.accountId);
  const startAt = numberParam(query, 'startAt', 0);
  const maxResults = Math.min(numberParam(query, 'maxResults', 20), 1_000);
  return json({
    startAt,
    maxResults,
    total: dashboards.length,
    dashboards: dashboards.slice(startAt, startAt + maxResults).map((it) => dashboardJson(context, it)),
  });
}

function create(context: RouteContext) {
  const { state, access } = context;
  const { name, description, sharePermissions } = bodyObject(context, [
    'name',
    'description',
    'sharePermissions',
    'editPermissions',
  ]);
  if (typeof name !== 'string' || name === '') throw badRequest('You must specify a name for the dashboard.');
  if (!Array.isArray(sharePermissions)) throw badRequest('sharePermissions is required.');
  const dashboard = state.dashboards.put({
    id: state.nextId('dashboard'),
    name,
    description: typeof description === 'string' ? description : '',
    ownerAccountId: access.accountId!,
    shared: sharePermissions.length > 0,
    gadgets: [],
  });
  return json(dashboardJson(context, dashboard));
}

function addGadget(context: RouteContext) {
  const dashboard = own(context);
  const body = bodyObject(context);
  const { moduleKey, uri, title, color } = body as Record<string, string | undefined>;
  if ((moduleKey === undefined) === (uri === undefined))
    throw badRequest("Either 'moduleKey' or 'uri' is required, not both.");
  if (color !== undefined && !COLOURS.includes(color))
    throw badRequest(`The color must be one of ${COLOURS.join(', ')}.`);
  const place = objectOf(body['position'] ?? {});
  const gadget: Gadget = {
    id: context.state.nextId('gadget'),
    title: title ?? 'Gadget',
    color: color ?? 'blue',
    ...(moduleKey === undefined ? { uri: uri! } : { moduleKey }),
    position: { row: numberOf(place, 'row') ?? dashboard.gadgets.length, column: numberOf(place, 'column') ?? 0 },
  };
  context.state.dashboards.put({ ...dashboard, gadgets: [...dashboard.gadgets, gadget] });
  return json(gadgetJson(gadget));
}

/** Atlassian's document names these properties by their descriptions; both spellings are taken. */
function numberOf(place: Readonly<Record<string, unknown>>, name: 'row' | 'column'): number | undefined {
  const value = place[name] ?? place[`The ${name} position of the gadget.`];
  return typeof value === 'number' ? value : undefined;
}

function visible({ state, access }: RouteContext, id: string): Dashboard {
  const dashboard = state.dashboards.get(id);
  if (dashboard === undefined || !(dashboard.shared || dashboard.ownerAccountId === access.accountId)) {
    throw notFound(`The dashboard with id '${id}' does not exist.`);
  }
  return dashboard;
}

function own(context: RouteContext): Dashboard {
  const dashboard = visible(context, context.params['dashboardId']!);
  if (dashboard.ownerAccountId !== context.access.accountId) {
    throw notFound(`The dashboard with id '${dashboard.id}' does not exist.`);
  }
  return dashboard;
}

function dashboardJson({ state, access, baseUrl }: RouteContext, dashboard: Dashboard): Record<string, unknown> {
  return {
    description: dashboard.description,
    id: dashboard.id,
    isFavourite: false,
    isWritable: dashboard.ownerAccountId === access.accountId,
    name: dashboard.name,
    owner: personJson(state, dashboard.ownerAccountId, access),
    popularity: 0,
    self: `${baseUrl}${PATH}/${dashboard.id}`,
    sharePermissions: dashboard.shared ? [{ id: 10_000, type: 'loggedin' }] : [],
    editPermissions: [],
    view: `${baseUrl}/jira/dashboards/${dashboard.id}`,
  };
}

function gadgetJson(gadget: Gadget): Record<string, unknown> {
  return { ...gadget, id: Number(gadget.id) };
}

import * as v from 'valibot';
import { badRequest, forbidden, notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Screen, ScreenTab } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { readBody, refuse } from './body';
import { associateWithProjectsOfScreen } from './field-association';

const ADMIN_ONLY = 'Only Jira administrators can manage screens.';
const PATH = '/rest/api/3/screens';
const DEFAULT_SCREEN = '1';

const ScreenBody = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  description: v.optional(v.string()),
});
const ScreenUpdateBody = v.strictObject({
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(255))),
  description: v.optional(v.string()),
});
const TabBody = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  id: v.optional(v.number()),
});
const FieldBody = v.strictObject({ fieldId: v.string() });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screens/ */
export function registerScreens(router: RouteRegistrar): void {
  const add = adminRoutes(router, PATH, ADMIN_ONLY, 'manage:jira-project');
  add('GET', '', listScreens);
  add('POST', '', createScreen);
  add('PUT', '/{screenId}', updateScreen);
  add('DELETE', '/{screenId}', deleteScreen);
  add('GET', '/{screenId}/availableFields', listAvailableFields);
  add('GET', '/{screenId}/tabs', ({ state, params }) => json(requireScreen(state, params).tabs.map(tabJson)));
  add('POST', '/{screenId}/tabs', createTab);
  add('PUT', '/{screenId}/tabs/{tabId}', renameTab);
  add('DELETE', '/{screenId}/tabs/{tabId}', deleteTab);
  add('GET', '/{screenId}/tabs/{tabId}/fields', ({ state, params }) =>
    json(requireTab(state, params).tab.fieldIds.map((id) => screenFieldJson(state, id))),
  );
  add('POST', '/{screenId}/tabs/{tabId}/fields', addField);
  add('DELETE', '/{screenId}/tabs/{tabId}/fields/{id}', removeField);
  add('POST', '/addToDefault/{fieldId}', addToDefault);
}

function listScreens(context: RouteContext): Reply {
  const { state, query } = context;
  const ids = listParam(query, 'id');
  const words = (query.get('queryString') ?? '').toLowerCase();
  const rows = state.screens
    .filter(({ id, name }) => (ids.length === 0 || ids.includes(id)) && name.toLowerCase().includes(words))
    .map(screenJson);
  return json(page(context, PATH, rows, { defaultResults: 100, limit: 100 }));
}

function createScreen({ state, body }: RouteContext): Reply {
  const { name, description = '' } = readBody(ScreenBody, body);
  refuseTakenName(state, name, undefined);
  const tab: ScreenTab = { id: state.nextId('screentab'), name: 'Field Tab', fieldIds: [] };
  const screen = state.screens.put({ id: state.nextId('screen'), name, description, tabs: [tab] });
  return json(screenJson(screen), 201);
}

function updateScreen({ state, params, body }: RouteContext): Reply {
  const screen = requireScreen(state, params);
  const { name, description } = readBody(ScreenUpdateBody, body);
  if (name !== undefined) refuseTakenName(state, name, screen.id);
  const updated = state.screens.put({
    ...screen,
    name: name ?? screen.name,
    description: description ?? screen.description,
  });
  return json(screenJson(updated));
}

function deleteScreen({ state, params }: RouteContext): Reply {
  const screen = requireScreen(state, params);
  if (state.screenSchemes.find(({ screens }) => Object.values(screens).includes(screen.id))) {
    refuse('The screen is used in a screen scheme.');
  }
  if (state.workflows.find(({ transitions }) => transitions.some(({ screenId }) => screenId === screen.id))) {
    refuse('The screen is used in a workflow.');
  }
  state.screens.delete(screen.id);
  return empty();
}

function listAvailableFields({ state, params }: RouteContext): Reply {
  const screen = requireScreen(state, params);
  const used = new Set(screen.tabs.flatMap(({ fieldIds }) => fieldIds));
  const rows = state.fields.filter(({ id, orderable, trashed }) => orderable && trashed !== true && !used.has(id));
  return json(rows.map(({ id }) => screenFieldJson(state, id)));
}

function createTab({ state, params, body }: RouteContext): Reply {
  const screen = requireScreen(state, params);
  const { name } = readBody(TabBody, body);
  refuseTakenTabName(screen, name, undefined);
  const tab: ScreenTab = { id: state.nextId('screentab'), name, fieldIds: [] };
  state.screens.put({ ...screen, tabs: [...screen.tabs, tab] });
  return json(tabJson(tab));
}

function renameTab({ state, params, body }: RouteContext): Reply {
  const { screen, tab } = requireTab(state, params);
  const { name } = readBody(TabBody, body);
  refuseTakenTabName(screen, name, tab.id);
  const renamed = { ...tab, name };
  putTab(state, screen, renamed);
  return json(tabJson(renamed));
}

function deleteTab({ state, params }: RouteContext): Reply {
  const { screen, tab } = requireTab(state, params);
  if (screen.tabs.length === 1) refuse('The last tab of a screen cannot be deleted.');
  state.screens.put({ ...screen, tabs: screen.tabs.filter(({ id }) => id !== tab.id) });
  return empty();
}

function addField({ state, params, query, body }: RouteContext): Reply {
  const { screen, tab } = requireTab(state, params);
  const { fieldId } = readBody(FieldBody, body);
  const field = state.fields.get(fieldId);
  if (field === undefined || field.trashed === true) throw notFound(`Field with id '${fieldId}' does not exist.`);
  if (!field.orderable) throw badRequest('', { fieldId: `Field '${fieldId}' cannot be added to a screen.` });
  if (screen.tabs.some(({ fieldIds }) => fieldIds.includes(fieldId))) {
    throw badRequest('', { fieldId: `Field with id '${fieldId}' already exists on the screen.` });
  }
  putTab(state, screen, { ...tab, fieldIds: [...tab.fieldIds, fieldId] });
  if (query.get('skipFieldAssociation') !== 'true') associateWithProjectsOfScreen(state, screen.id, fieldId);
  return json(screenFieldJson(state, fieldId));
}

function removeField({ state, params }: RouteContext): Reply {
  const { screen, tab } = requireTab(state, params);
  const fieldId = params['id'] ?? '';
  if (!tab.fieldIds.includes(fieldId)) throw notFound(`Field with id '${fieldId}' does not exist on the tab.`);
  putTab(state, screen, { ...tab, fieldIds: tab.fieldIds.filter((id) => id !== fieldId) });
  return empty();
}

function addToDefault({ state, access, params }: RouteContext): Reply {
  if (!access.isAdmin()) throw forbidden(ADMIN_ONLY);
  const screen = state.screens.require(DEFAULT_SCREEN);
  const fieldId = params['fieldId'] ?? '';
  const present = screen.tabs.some(({ fieldIds }) => fieldIds.includes(fieldId));
  const [tab, ...rest] = screen.tabs;
  // One answer for both: "the field it not found or the field is already present".
  if (present || !state.fields.has(fieldId) || tab === undefined) {
    throw notFound(`Field with id '${fieldId}' was not found or is already on the default screen.`);
  }
  state.screens.put({ ...screen, tabs: [{ ...tab, fieldIds: [...tab.fieldIds, fieldId] }, ...rest] });
  associateWithProjectsOfScreen(state, screen.id, fieldId);
  return json({});
}

function requireScreen(state: SiteState, params: RouteContext['params']): Screen {
  const screen = state.screens.get(params['screenId'] ?? '');
  if (screen === undefined) throw notFound('The screen was not found.');
  return screen;
}

function requireTab(state: SiteState, params: RouteContext['params']): { screen: Screen; tab: ScreenTab } {
  const screen = requireScreen(state, params);
  const tab = screen.tabs.find(({ id }) => id === params['tabId']);
  if (tab === undefined) throw notFound('The screen tab was not found.');
  return { screen, tab };
}

function putTab(state: SiteState, screen: Screen, tab: ScreenTab): void {
  state.screens.put({ ...screen, tabs: screen.tabs.map((row) => (row.id === tab.id ? tab : row)) });
}

function refuseTakenName(state: SiteState, name: string, ownId: string | undefined): void {
  if (state.screens.find((screen) => screen.id !== ownId && screen.name === name)) {
    refuse('The name is used by another screen.');
  }
}

function refuseTakenTabName(screen: Screen, name: string, ownId: string | undefined): void {
  if (screen.tabs.some((tab) => tab.id !== ownId && tab.name === name)) {
    throw badRequest('', { name: `Tab with name '${name}' already exists.` });
  }
}

function screenJson(screen: Screen): Record<string, unknown> {
  return { id: Number(screen.id), name: screen.name, description: screen.description };
}

function tabJson(tab: ScreenTab): Record<string, unknown> {
  return { id: Number(tab.id), name: tab.name };
}

function screenFieldJson(state: SiteState, fieldId: string): Record<string, unknown> {
  return { id: fieldId, name: state.fields.require(fieldId).name };
}

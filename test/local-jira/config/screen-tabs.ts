import * as v from 'valibot';
import { badRequest, notFound } from '../http/problem';
import { listParam, numberParam } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Screen, ScreenTab } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { readBody, refuse } from './body';
import { associateWithProjectsOfScreen } from './field-association';
import { requireChangeable, requireScreen, SCREENS_ADMIN_ONLY, SCREENS_PATH } from './screens';

const DEFAULT_SCREEN = '1';
const TABS = '/{screenId}/tabs';
const FIELDS = `${TABS}/{tabId}/fields`;

const TabBody = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  id: v.optional(v.number()),
});
const FieldBody = v.strictObject({ fieldId: v.string() });
const MoveBody = v.strictObject({
  after: v.optional(v.string()),
  position: v.optional(v.picklist(['Earlier', 'Later', 'First', 'Last'])),
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-tabs/ */
export function registerScreenTabs(router: RouteRegistrar): void {
  const add = adminRoutes(router, SCREENS_PATH, SCREENS_ADMIN_ONLY, 'manage:jira-project');
  add('GET', '/tabs', listAllTabs);
  add('GET', TABS, ({ state, params }) => json(requireScreen(state, params).tabs.map(tabJson)));
  add('POST', TABS, createTab);
  add('PUT', `${TABS}/{tabId}`, renameTab);
  add('DELETE', `${TABS}/{tabId}`, deleteTab);
  add('POST', `${TABS}/{tabId}/move/{pos}`, moveTab);
  add('GET', '/{screenId}/availableFields', listAvailableFields);
  add('GET', FIELDS, ({ state, params }) =>
    json(shown(state, requireTab(state, params).tab.fieldIds).map((id) => screenFieldJson(state, id))),
  );
  add('POST', FIELDS, addField);
  add('DELETE', `${FIELDS}/{id}`, removeField);
  add('POST', `${FIELDS}/{id}/move`, moveField);
  add('POST', '/addToDefault/{fieldId}', addToDefault);
}

function listAllTabs({ state, query }: RouteContext): Reply {
  const screenIds = listParam(query, 'screenId');
  const tabIds = listParam(query, 'tabId');
  const rows = state.screens
    .all()
    .flatMap((screen) =>
      screen.tabs
        .filter(
          ({ id }) =>
            (screenIds.length === 0 || screenIds.includes(screen.id)) && (tabIds.length === 0 || tabIds.includes(id)),
        )
        .map(({ id, name }) => ({ screenId: Number(screen.id), tabId: Number(id), tabName: name })),
    );
  const startAt = numberParam(query, 'startAt', 0);
  // The parameter really is called "maxResult" here.
  const maxResults = Math.min(numberParam(query, 'maxResult', 100), 100);
  const values = rows.slice(startAt, startAt + maxResults);
  return json({ isLast: startAt + values.length >= rows.length, maxResults, startAt, total: rows.length, values });
}

function listAvailableFields({ state, params }: RouteContext): Reply {
  const screen = requireScreen(state, params);
  const used = new Set(screen.tabs.flatMap(({ fieldIds }) => fieldIds));
  const rows = state.fields.filter(
    ({ id, orderable, trash, scopeProjectId }) =>
      orderable && trash === undefined && scopeProjectId === screen.scopeProjectId && !used.has(id),
  );
  return json(rows.map(({ id }) => screenFieldJson(state, id)));
}

function createTab({ state, params, body }: RouteContext): Reply {
  const screen = requireChangeable(state, params);
  const { name } = readBody(TabBody, body);
  refuseTakenTabName(screen, name, undefined);
  const tab: ScreenTab = { id: state.nextId('screentab'), name, fieldIds: [] };
  state.screens.put({ ...screen, tabs: [...screen.tabs, tab] });
  return json(tabJson(tab));
}

function renameTab({ state, params, body }: RouteContext): Reply {
  const { screen, tab } = requireChangeableTab(state, params);
  const { name } = readBody(TabBody, body);
  refuseTakenTabName(screen, name, tab.id);
  const renamed = { ...tab, name };
  putTab(state, screen, renamed);
  return json(tabJson(renamed));
}

function deleteTab({ state, params }: RouteContext): Reply {
  const { screen, tab } = requireChangeableTab(state, params);
  if (screen.tabs.length === 1) refuse('The last tab of a screen cannot be deleted.');
  state.screens.put({ ...screen, tabs: screen.tabs.filter(({ id }) => id !== tab.id) });
  return empty();
}

function moveTab({ state, params }: RouteContext): Reply {
  const { screen, tab } = requireChangeableTab(state, params);
  const at = Number(params['pos']);
  if (!Number.isInteger(at) || at < 0 || at >= screen.tabs.length) refuse('The position of the tab is not valid.');
  const others = screen.tabs.filter(({ id }) => id !== tab.id);
  state.screens.put({ ...screen, tabs: [...others.slice(0, at), tab, ...others.slice(at)] });
  return empty();
}

function addField({ state, params, query, body }: RouteContext): Reply {
  const { screen, tab } = requireChangeableTab(state, params);
  const { fieldId } = readBody(FieldBody, body);
  const field = state.fields.get(fieldId);
  if (field === undefined || field.trash !== undefined || field.scopeProjectId !== undefined) {
    throw notFound(`Field with id '${fieldId}' does not exist.`);
  }
  if (!field.orderable) throw badRequest('', { fieldId: `Field '${fieldId}' cannot be added to a screen.` });
  if (screen.tabs.some(({ fieldIds }) => fieldIds.includes(fieldId))) {
    throw badRequest('', { fieldId: `Field with id '${fieldId}' already exists on the screen.` });
  }
  putTab(state, screen, { ...tab, fieldIds: [...tab.fieldIds, fieldId] });
  if (query.get('skipFieldAssociation') !== 'true') associateWithProjectsOfScreen(state, screen.id, fieldId);
  return json(screenFieldJson(state, fieldId));
}

function removeField({ state, params }: RouteContext): Reply {
  const { screen, tab } = requireChangeableTab(state, params);
  const fieldId = requireOnTab(state, tab, params);
  putTab(state, screen, { ...tab, fieldIds: tab.fieldIds.filter((id) => id !== fieldId) });
  return empty();
}

/** "If `after` and `position` are provided in the request, `position` is ignored." */
function moveField({ state, params, body }: RouteContext): Reply {
  const { screen, tab } = requireChangeableTab(state, params);
  const fieldId = requireOnTab(state, tab, params);
  const { after, position } = readBody(MoveBody, body);
  const others = tab.fieldIds.filter((id) => id !== fieldId);
  const at = newPlace(tab.fieldIds.indexOf(fieldId), others, after, position);
  putTab(state, screen, { ...tab, fieldIds: [...others.slice(0, at), fieldId, ...others.slice(at)] });
  return empty();
}

function newPlace(
  present: number,
  others: readonly string[],
  after: string | undefined,
  position: v.InferOutput<typeof MoveBody>['position'],
): number {
  if (after !== undefined) {
    // Documented as the address of a field, of which the last part is its id.
    const before = others.indexOf(after.split('/').at(-1) ?? '');
    if (before < 0) throw notFound(`Field with id '${after}' does not exist on the tab.`);
    return before + 1;
  }
  switch (position) {
    case 'First':
      return 0;
    case 'Last':
      return others.length;
    case 'Earlier':
      return Math.max(0, present - 1);
    case 'Later':
      return Math.min(others.length, present + 1);
    case undefined:
      return refuse("Either 'after' or 'position' has to be provided.");
  }
}

function addToDefault({ state, params }: RouteContext): Reply {
  const screen = state.screens.require(DEFAULT_SCREEN);
  const fieldId = params['fieldId'] ?? '';
  const field = state.fields.get(fieldId);
  const present = screen.tabs.some(({ fieldIds }) => fieldIds.includes(fieldId));
  const [tab, ...rest] = screen.tabs;
  // One answer for both: "the field it not found or the field is already present".
  if (present || field === undefined || field.trash !== undefined || tab === undefined) {
    throw notFound(`Field with id '${fieldId}' was not found or is already on the default screen.`);
  }
  state.screens.put({ ...screen, tabs: [{ ...tab, fieldIds: [...tab.fieldIds, fieldId] }, ...rest] });
  associateWithProjectsOfScreen(state, screen.id, fieldId);
  return json({});
}

function requireTab(state: SiteState, params: RouteContext['params']): { screen: Screen; tab: ScreenTab } {
  const screen = requireScreen(state, params);
  const tab = screen.tabs.find(({ id }) => id === params['tabId']);
  if (tab === undefined) throw notFound('The screen tab was not found.');
  return { screen, tab };
}

function requireChangeableTab(state: SiteState, params: RouteContext['params']): { screen: Screen; tab: ScreenTab } {
  requireChangeable(state, params);
  return requireTab(state, params);
}

function requireOnTab(state: SiteState, tab: ScreenTab, params: RouteContext['params']): string {
  const fieldId = params['id'] ?? '';
  if (!shown(state, tab.fieldIds).includes(fieldId)) {
    throw notFound(`Field with id '${fieldId}' does not exist on the tab.`);
  }
  return fieldId;
}

/** Fields in the trash keep their place on screens, unseen until they come back. */
function shown(state: SiteState, fieldIds: readonly string[]): string[] {
  return fieldIds.filter((id) => state.fields.require(id).trash === undefined);
}

function putTab(state: SiteState, screen: Screen, tab: ScreenTab): void {
  state.screens.put({ ...screen, tabs: screen.tabs.map((row) => (row.id === tab.id ? tab : row)) });
}

function refuseTakenTabName(screen: Screen, name: string, ownId: string | undefined): void {
  if (screen.tabs.some((tab) => tab.id !== ownId && tab.name === name)) {
    throw badRequest('', { name: `Tab with name '${name}' already exists.` });
  }
}

function tabJson(tab: ScreenTab): Record<string, unknown> {
  return { id: Number(tab.id), name: tab.name };
}

function screenFieldJson(state: SiteState, fieldId: string): Record<string, unknown> {
  return { id: fieldId, name: state.fields.require(fieldId).name };
}

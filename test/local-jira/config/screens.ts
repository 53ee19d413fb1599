import * as v from 'valibot';
import { notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Screen, ScreenTab } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { readBody, refuse } from './body';
import { scopeJson } from './wire';

export const SCREENS_ADMIN_ONLY = 'Only Jira administrators can manage screens.';
export const SCREENS_PATH = '/rest/api/3/screens';
const DEFAULT_SCREEN = '1';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const description = v.optional(v.pipe(v.string(), v.maxLength(255)));
const ScreenBody = v.strictObject({ name, description });
const ScreenUpdateBody = v.strictObject({ name: v.optional(name), description });

/**
 * Screens themselves; their tabs and fields are in screen-tabs.ts.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screens/
 */
export function registerScreens(router: RouteRegistrar): void {
  const add = adminRoutes(router, SCREENS_PATH, SCREENS_ADMIN_ONLY, 'manage:jira-project');
  add('GET', '', listScreens);
  add('POST', '', createScreen);
  add('PUT', '/{screenId}', updateScreen);
  add('DELETE', '/{screenId}', deleteScreen);
  adminRoutes(
    router,
    '/rest/api/3/field',
    SCREENS_ADMIN_ONLY,
    'manage:jira-project',
  )('GET', '/{fieldId}/screens', screensOfField);
}

function listScreens(context: RouteContext): Reply {
  const { state, query } = context;
  const ids = listParam(query, 'id');
  const words = (query.get('queryString') ?? '').toLowerCase();
  const rows = state.screens
    .filter((screen) => (ids.length === 0 || ids.includes(screen.id)) && screen.name.toLowerCase().includes(words))
    .map(screenJson);
  return json(page(context, SCREENS_PATH, rows, { defaultResults: 100, limit: 100 }));
}

/** Where a field stands. An unknown field stands nowhere: no 404 is documented. */
function screensOfField(context: RouteContext): Reply {
  const { state, params, query } = context;
  const field = state.fields.get(params['fieldId'] ?? '');
  const rows = state.screens.all().flatMap((screen) => {
    const tab = screen.tabs.find(({ fieldIds }) => field !== undefined && fieldIds.includes(field.id));
    if (tab === undefined || field?.trash !== undefined) return [];
    const withTab = listParam(query, 'expand').includes('tab');
    return [{ ...screenJson(screen), ...(withTab ? { tab: { id: Number(tab.id), name: tab.name } } : {}) }];
  });
  const path = `/rest/api/3/field/${params['fieldId'] ?? ''}/screens`;
  return json(page(context, path, rows, { defaultResults: 100, limit: 100 }));
}

function createScreen({ state, body }: RouteContext): Reply {
  const content = readBody(ScreenBody, body);
  refuseTakenName(state, content.name, undefined);
  const tab: ScreenTab = { id: state.nextId('screentab'), name: 'Field Tab', fieldIds: [] };
  const screen = state.screens.put({
    id: state.nextId('screen'),
    name: content.name,
    description: content.description ?? '',
    tabs: [tab],
  });
  return json(screenJson(screen), 201);
}

function updateScreen({ state, params, body }: RouteContext): Reply {
  const screen = requireChangeable(state, params);
  const change = readBody(ScreenUpdateBody, body);
  if (change.name !== undefined) refuseTakenName(state, change.name, screen.id);
  const updated = state.screens.put({
    ...screen,
    name: change.name ?? screen.name,
    description: change.description ?? screen.description,
  });
  return json(screenJson(updated));
}

function deleteScreen({ state, params }: RouteContext): Reply {
  const screen = requireChangeable(state, params);
  if (screen.id === DEFAULT_SCREEN) refuse('The default screen cannot be deleted.');
  if (state.screenSchemes.find(({ screens }) => Object.values(screens).includes(screen.id))) {
    refuse('The screen is used in a screen scheme.');
  }
  if (state.workflows.find(({ transitions }) => transitions.some(({ screenId }) => screenId === screen.id))) {
    refuse('The screen is used in a workflow.');
  }
  state.screens.delete(screen.id);
  return empty();
}

/** The screen a path names. */
export function requireScreen(state: SiteState, params: RouteContext['params']): Screen {
  const screen = state.screens.get(params['screenId'] ?? '');
  if (screen === undefined) throw notFound('The screen was not found.');
  return screen;
}

/** The same for changes. "Only screens used in classic projects can be updated", or deleted. */
export function requireChangeable(state: SiteState, params: RouteContext['params']): Screen {
  const screen = requireScreen(state, params);
  if (screen.scopeProjectId !== undefined) refuse('Only screens used in classic projects can be changed.');
  return screen;
}

function refuseTakenName(state: SiteState, wanted: string, ownId: string | undefined): void {
  const taken = state.screens.find(
    (screen) => screen.id !== ownId && screen.name === wanted && screen.scopeProjectId === undefined,
  );
  if (taken) refuse('The name is used by another screen.');
}

function screenJson(screen: Screen): Record<string, unknown> {
  return { id: Number(screen.id), name: screen.name, description: screen.description, ...scopeJson(screen) };
}

import * as v from 'valibot';
import { notFound } from '../http/problem';
import { embeddedPage, listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { IssueTypeScreenScheme, ScreenScheme } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { numberOrText, readBody, refuse } from './body';
import { hiddenSchemeIds } from './classic-only';

const ADMIN_ONLY = 'Only Jira administrators can access screen schemes.';
const PATH = '/rest/api/3/screenscheme';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const CreateBody = v.strictObject({
  name,
  description: v.optional(v.string()),
  screens: v.strictObject({
    default: numberOrText,
    create: v.optional(numberOrText),
    edit: v.optional(numberOrText),
    view: v.optional(numberOrText),
  }),
});
// "To remove a screen from a screen type, use null."
const UpdateBody = v.strictObject({
  name: v.optional(name),
  description: v.optional(v.string()),
  screens: v.optional(
    v.strictObject({
      default: v.optional(numberOrText),
      create: v.optional(v.nullable(numberOrText)),
      edit: v.optional(v.nullable(numberOrText)),
      view: v.optional(v.nullable(numberOrText)),
    }),
  ),
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-schemes/ */
export function registerScreenSchemes(router: RouteRegistrar): void {
  // Reading and deleting is a project matter, creating and updating a configuration matter: so it is documented.
  const project = adminRoutes(router, PATH, ADMIN_ONLY, 'manage:jira-project');
  const configuration = adminRoutes(router, PATH, ADMIN_ONLY);
  project('GET', '', listSchemes);
  configuration('POST', '', createScheme);
  configuration('PUT', '/{screenSchemeId}', updateScheme);
  project('DELETE', '/{screenSchemeId}', deleteScheme);
}

function listSchemes(context: RouteContext): Reply {
  const { state, query } = context;
  const ids = listParam(query, 'id');
  const words = (query.get('queryString') ?? '').toLowerCase();
  const expand = listParam(query, 'expand');
  const rows = classicScreenSchemes(state)
    .filter((scheme) => (ids.length === 0 || ids.includes(scheme.id)) && scheme.name.toLowerCase().includes(words))
    .map((scheme) => ({
      id: Number(scheme.id),
      name: scheme.name,
      description: scheme.description,
      screens: Object.fromEntries(Object.entries(scheme.screens).map(([use, id]) => [use, Number(id)])),
      ...(expand.includes('issueTypeScreenSchemes')
        ? { issueTypeScreenSchemes: embeddedPage(usersOf(state, scheme.id).map(referenceJson)) }
        : {}),
    }));
  return json(page(context, PATH, rows, { defaultResults: 25, limit: 100 }));
}

function createScheme({ state, body }: RouteContext): Reply {
  const { name: schemeName, description = '', screens } = readBody(CreateBody, body);
  requireScreens(state, Object.values(screens));
  refuseTakenName(state, schemeName, undefined);
  const { default: standard, create, edit, view } = screens;
  const scheme = state.screenSchemes.put({
    id: state.nextId('screenscheme'),
    name: schemeName,
    description,
    screens: {
      default: standard,
      ...(create === undefined ? {} : { create }),
      ...(edit === undefined ? {} : { edit }),
      ...(view === undefined ? {} : { view }),
    },
  });
  return json({ id: Number(scheme.id) }, 201);
}

function updateScheme({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { name: schemeName, description, screens = {} } = readBody(UpdateBody, body);
  if (schemeName !== undefined) refuseTakenName(state, schemeName, scheme.id);
  requireScreens(
    state,
    Object.values(screens).filter((id) => id !== null),
  );
  const merged = { ...scheme.screens, ...screens };
  const kept = Object.entries(merged).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  state.screenSchemes.put({
    ...scheme,
    name: schemeName ?? scheme.name,
    description: description ?? scheme.description,
    screens: { ...Object.fromEntries(kept), default: merged.default ?? scheme.screens.default },
  });
  return empty();
}

function deleteScheme({ state, params }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  if (usersOf(state, scheme.id).length > 0) {
    refuse('The screen scheme cannot be deleted as it is in use in an issue type screen scheme.');
  }
  state.screenSchemes.delete(scheme.id);
  return empty();
}

function requireScheme(state: SiteState, params: RouteContext['params']): ScreenScheme {
  const scheme = classicScreenSchemes(state).find(({ id }) => id === params['screenSchemeId']);
  if (scheme === undefined) throw notFound('The screen scheme was not found.');
  return scheme;
}

/** "Only screen schemes used in classic projects are returned": not those that only team-managed ones use. */
export function classicScreenSchemes(state: SiteState): ScreenScheme[] {
  const hidden = hiddenSchemeIds(state, ({ issueTypeScreenSchemeId }) => issueTypeScreenSchemeId);
  return state.screenSchemes.filter(({ id }) => {
    const users = usersOf(state, id);
    return users.length === 0 || users.some((user) => !hidden.has(user.id));
  });
}

function usersOf(state: SiteState, screenSchemeId: string): IssueTypeScreenScheme[] {
  return state.issueTypeScreenSchemes.filter(({ screenSchemeIds }) =>
    Object.values(screenSchemeIds).includes(screenSchemeId),
  );
}

function referenceJson({ id, name, description }: IssueTypeScreenScheme): Record<string, unknown> {
  return { id, name, description };
}

function requireScreens(state: SiteState, ids: readonly (string | undefined)[]): void {
  const isScreen = (id: string): boolean => {
    const screen = state.screens.get(id);
    return screen !== undefined && screen.scopeProjectId === undefined;
  };
  if (ids.some((id) => id !== undefined && !isScreen(id))) {
    throw notFound('One or more screens assigned to screen types was not found.');
  }
}

function refuseTakenName(state: SiteState, schemeName: string, ownId: string | undefined): void {
  if (state.screenSchemes.find((scheme) => scheme.id !== ownId && scheme.name === schemeName)) {
    refuse('The name is used by another scheme.');
  }
}

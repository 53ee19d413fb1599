import { JiraProblem, notFound } from '../http/problem';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { FieldScheme } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes, type AddRoute } from './admin-routes';

/** What the files about field schemes share: their routes, their lookups and partial success. */
export const FIELD_SCHEMES_PATH = '/rest/api/3/config/fieldschemes';
/** At most this many rows a page. */
export const FIELD_SCHEME_PAGE = { defaultResults: 50, limit: 100 } as const;

/**
 * The newer model of field availability (experimental, rolling out since June 2026). While the site's flag is off,
 * every call answers 404: that is how a client tells the models apart.
 */
export function fieldSchemeRoutes(router: RouteRegistrar): AddRoute {
  const admin = adminRoutes(router, FIELD_SCHEMES_PATH, 'Only Jira administrators can access field schemes.');
  return (method, path, handler) =>
    admin(method, path, (context) => {
      if (!context.state.site.fieldSchemesEnabled) throw notFound('The feature is not enabled.');
      return handler(context);
    });
}

export function requireFieldScheme(state: SiteState, params: RouteContext['params']): FieldScheme {
  const scheme = state.fieldSchemes.get(params['id'] ?? '');
  if (scheme === undefined) throw notFound('The field scheme was not found.');
  return scheme;
}

/** What became of one part of a request. */
export interface ItemResult {
  readonly success: boolean;
  readonly error?: string;
  readonly [detail: string]: unknown;
}

export function failed(about: Readonly<Record<string, unknown>>, error: string): ItemResult {
  return { ...about, error, success: false };
}

/** 200 when all worked, 207 when some did, 400 with the same list when none did. */
export function partialReply(results: readonly ItemResult[]): Reply {
  if (results.length === 0) throw new JiraProblem(400, ['The request must name at least one item.']);
  const succeeded = results.filter(({ success }) => success).length;
  const status = succeeded === results.length ? 200 : succeeded === 0 ? 400 : 207;
  return json({ results }, status);
}

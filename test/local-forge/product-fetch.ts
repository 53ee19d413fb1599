/**
 * What `asUser().requestJira` and `asApp().requestJira` reach: the site's Jira, with a token for the principal that is
 * limited to the manifest's scopes.
 */
import { NotServedError } from './errors';
import type { FetchTarget, Invocation } from './runtime';
import type { JiraPrincipal, Site } from './site';

/** Answers a product request of a function. @throws NotServedError for anything but the site's own Jira. */
export async function fetchProduct(
  invocation: Invocation,
  target: FetchTarget,
  path: string,
  init: RequestInit | undefined,
): Promise<Response> {
  if (target.remote !== 'jira') throw new NotServedError(`requests to ${target.remote ?? 'a product without name'}`);
  if (target.provider === 'app') return requestJira(invocation.site, { type: 'app' }, path, init);
  if (target.provider !== 'user') throw new NotServedError('requestJira without asUser() or asApp()');
  if (target.accountId !== undefined)
    throw new NotServedError('asUser(accountId), impersonating somebody who is offline');
  // On Forge the proxy has no session to use: @forge/api turns this header into NeedsAuthenticationError.
  if (invocation.accountId === undefined) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
  return requestJira(invocation.site, { type: 'user', accountId: invocation.accountId }, path, init);
}

/** Sends one request to the site's Jira as `principal`. The caller's own Authorization header does not count. */
export async function requestJira(
  site: Site,
  principal: JiraPrincipal,
  path: string,
  init: RequestInit | undefined,
): Promise<Response> {
  if (!path.startsWith('/')) throw new Error(`A path in Jira starts with a slash: ${path}`);
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${site.token(principal)}`);
  headers.delete('cookie');
  const { body, method } = init ?? {};
  return site.jira.fetch(
    new Request(`${site.siteUrl}${path}`, {
      method: method ?? 'GET',
      headers,
      ...(body === undefined || body === null || body === '' ? {} : { body }),
    }),
  );
}

/** An answer of Forge's proxy itself, not of Jira. */
export function proxyError(status: number, code: string): Response {
  return new Response(null, { status, headers: { 'forge-proxy-error': code } });
}

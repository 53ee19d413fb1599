import type { Context, Next } from 'hono';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The two origins of one server. The shell lives on `localhost`, the app's pages on `127.0.0.1`: to a browser these
 * are two sites, as Jira and a Forge app's pages are.
 */
export interface Origins {
  readonly shell: string;
  readonly pages: string;
}

export function originsOf(port: number): Origins {
  return { shell: `http://localhost:${port}`, pages: `http://127.0.0.1:${port}` };
}

/** The host part of a request without its port; empty where it is missing. */
function hostName(request: Request): string {
  return (request.headers.get('host') ?? '').replace(/:\d+$/, '');
}

export function isPagesHost(request: Request): boolean {
  return hostName(request) === '127.0.0.1';
}

/**
 * Refuses what another website could do to a server on this machine: reaching it under a foreign name
 * (DNS rebinding), or posting to it from its own pages.
 */
export function onlyFromThisMachine(origins: () => Origins) {
  return async (context: Context, next: Next): Promise<Response | undefined> => {
    const request = context.req.raw;
    if (!LOOPBACK_NAMES.has(hostName(request))) {
      return context.text('Local Jira answers to localhost and 127.0.0.1 only.', 403);
    }
    const origin = request.headers.get('origin');
    const { shell, pages } = origins();
    if (origin !== null && origin !== shell && origin !== pages) {
      return context.text('Local Jira takes requests from its own pages only.', 403);
    }
    await next();
    return undefined;
  };
}

/**
 * The app's pages share the server but not its rights: under Forge they reach Jira only through the bridge.
 * Programs outside a browser send no Origin and pass.
 */
export function notFromTheAppsPages(origins: () => Origins) {
  return async (context: Context, next: Next): Promise<Response | undefined> => {
    const request = context.req.raw;
    const fromPage =
      request.headers.get('origin') === origins().pages ||
      (isPagesHost(request) && request.headers.get('sec-fetch-site') === 'same-origin');
    if (fromPage) return context.text('A page of the app reaches Jira through the bridge only.', 403);
    await next();
    return undefined;
  };
}

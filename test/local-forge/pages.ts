/**
 * Serves the app's built pages as Forge does: from an origin of their own, under a content policy without any `unsafe-`,
 * with the bridge in place before the page's own code.
 *
 * GET /__forge/page/<cloudId>/<resource>/<entry>   an entry of the manifest, for example …/app/gadget
 * GET /__forge/page/<cloudId>/<resource>/<file>    a file beside it
 * GET /__forge/bridge-client.js, /__forge/theme.css, /__forge/host.css
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleForBrowser } from './browser-bundle';
import { findEntry, type Manifest } from './manifest';
import type { Site } from './site';
import { themeStylesheet } from './theme';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const INJECTED = [
  '<script src="/__forge/bridge-client.js"></script>',
  '<link rel="stylesheet" href="/__forge/theme.css">',
].join('');

/** @returns a handler that answers only its own paths. */
export function createPages(
  manifest: Manifest,
  sites: readonly Site[],
): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    const url = new URL(request.url);
    if (!url.pathname.startsWith('/__forge/')) return undefined;
    switch (url.pathname) {
      case '/__forge/bridge-client.js':
        return text(await bundleForBrowser(path.join(__dirname, 'browser', 'bridge-client.ts')), '.js');
      case '/__forge/theme.css':
        return text(themeStylesheet(), '.css');
      case '/__forge/host.css':
        return text(await readFile(path.join(__dirname, 'browser', 'host.css'), 'utf8'), '.css');
    }
    const page = /^\/__forge\/page\/([^/]+)\/([^/]+)(?:\/(.+))?$/.exec(url.pathname);
    if (page === null) return undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, `${request.method} ${url.pathname}`);
    const [, cloudId, resourceKey, rest = ''] = page;
    if (!sites.some((site) => site.cloudId === cloudId && site.installed)) {
      return refused(404, `the app is on no site ${String(cloudId)}`);
    }
    const entry = findEntry(manifest, rest === '' ? String(resourceKey) : `${String(resourceKey)}/${rest}`);
    if (entry !== undefined) return entryPage(path.join(entry.resource.folder, entry.file), url);
    const resource = manifest.resources.find(({ key }) => key === resourceKey);
    if (resource === undefined) return refused(404, `no resource ${String(resourceKey)}`);
    return asset(resource.folder, rest);
  };
}

async function entryPage(file: string, url: URL): Promise<Response> {
  const html = await readFile(file, 'utf8').catch(() => undefined);
  if (html === undefined) return refused(404, `${path.basename(file)} is not built; run "npm run build"`);
  const head = /<head[^>]*>/i.exec(html);
  if (head === null) return refused(500, `${path.basename(file)} has no <head>`);
  const at = head.index + head[0].length;
  const response = text(html.slice(0, at) + INJECTED + html.slice(at), '.html');
  response.headers.set('content-security-policy', contentPolicy(url));
  return response;
}

/** The strictest policy Forge offers: what the manifest would have to loosen, it does not. */
function contentPolicy(url: URL): string {
  const hosts = ['localhost', '127.0.0.1'].map(
    (name) => `${url.protocol}//${name}${url.port === '' ? '' : `:${url.port}`}`,
  );
  return [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data: https:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `frame-ancestors ${hosts.join(' ')}`,
  ].join('; ');
}

async function asset(folder: string, encoded: string): Promise<Response> {
  let name: string;
  try {
    name = decodeURIComponent(encoded);
  } catch {
    return refused(400, 'malformed path');
  }
  const file = path.resolve(folder, name);
  const type = TYPES[path.extname(file)];
  // Also catches \0 and backslashes, which path.resolve understands on some systems.
  if (!file.startsWith(folder + path.sep) || name.includes('\0')) return refused(400, 'a path outside the resource');
  if (type === undefined) return refused(404, `files like ${path.extname(file) || name} are not served`);
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return refused(404, `${name} is not in the resource`);
  return new Response(content, { headers: headersFor(type) });
}

function text(content: string, extension: string): Response {
  return new Response(content, { headers: headersFor(TYPES[extension] ?? 'text/plain') });
}

function headersFor(type: string): Record<string, string> {
  return { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
}

function refused(status: number, why: string): Response {
  return new Response(`The local Forge: ${why}.\n`, { status, headers: headersFor('text/plain; charset=utf-8') });
}

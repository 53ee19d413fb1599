import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { answerBridgeRequest, createLocalForge, type LocalForge } from '../local-forge';
import { createLocalJira, realClock, type LocalJira, type SeenRequest } from '../local-jira';
import { AppFaults } from './app-faults';
import { BackgroundControl } from './background-lab';
import { openDataFolder, type DataFolder, type SavedWorld } from './data-folder';
import { openPort } from './listen';
import { isPagesHost, notFromTheAppsPages, onlyFromThisMachine, originsOf, type Origins } from './origins';
import { PAGE_CLOCK_PATH, pageClockScript, withPageClock } from './page-clock';
import { PageViews } from './page-cost';
import { followClock } from './site-date';
import { shellApi, type ShellServices } from './shell-api';
import { shellAsset, shellDocument } from './shell-files';
import { ShellSession } from './shell-session';
import { World, type WorldName } from './world';

const ROOT = path.resolve(__dirname, '../..');
/** What a real site's search needs to see a change, about. */
const DEMO_SEARCH_LAG_MS = 2_000;
/** Short, so that a page that watches a job sees it move. */
const TIMER_MS = 200;

export interface DevServerOptions {
  /** The first port to try; 0 lets the system choose. */
  readonly port: number;
  readonly world: WorldName;
  /** Everything is kept here between runs; absent = nothing is kept. */
  readonly dataDir?: string;
  /** Time until search finds a change; by default about what Jira needs. */
  readonly searchLagMs?: number;
  /** Holds every answer to a page back for about so many milliseconds, to see what leans on speed. */
  readonly answerDelayMs?: number;
  /** The world as it was made before, and saved: it is not made again. */
  readonly made?: SavedWorld;
  /** Sees every request that Jira answers, the shell's too. */
  readonly onRequest?: (request: SeenRequest) => void;
  /** Sentences for the terminal: a busy port, a damaged file. */
  readonly report?: (sentence: string) => void;
}

export interface DevServer {
  /** The shell: http://localhost:3000 */
  readonly url: string;
  readonly jira: LocalJira;
  readonly forge: LocalForge;
  readonly site: LocalForge['sites'][number];
  readonly services: ShellServices;
  /** True: the world was read from the data folder and not made anew. */
  readonly restored: boolean;
  /** Saves what must be kept, ends every timer and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts the local Jira with the app on it in this process: the shell at http://localhost:PORT, the app's pages at
 * http://127.0.0.1:PORT. Throws one sentence where it cannot.
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const report = options.report ?? (() => undefined);
  let origins: Origins = originsOf(options.port);
  let data: DataFolder | undefined;

  const clock = realClock();
  const jira = createLocalJira({
    clock,
    siteName: 'shop',
    appName: 'Shift-Up',
    searchLagMs: options.searchLagMs ?? DEMO_SEARCH_LAG_MS,
    ...(options.onRequest === undefined ? {} : { onRequest: options.onRequest }),
  });
  const forge = createLocalForge({ appRoot: ROOT, clock });
  const views = new PageViews();
  const faults = new AppFaults(jira);
  const sessions = new ShellSession(jira);

  const app = new Hono();
  let ready = false;
  const listener = getRequestListener((request) => (ready ? app.fetch(request) : stillStarting()), {
    overrideGlobalObjects: false,
  });
  const opened = await openPort(
    (incoming, outgoing) => void listener(incoming, outgoing),
    options.port,
    (taken, next) => report(`Port ${taken} is busy, using ${next}.`),
  );
  origins = originsOf(opened.port);
  const leaveSiteTime = followClock(clock);
  try {
    const watched = views.watching(jira, (request) => faults.armFor(request));
    const site = forge.installOn(watched, { cloudId: jira.cloudId, siteUrl: origins.shell });
    const background = new BackgroundControl(forge, site);
    const world = new World({ jira, forge, site, clock, name: options.world }, options.made);
    if (options.dataDir !== undefined) data = await openDataFolder(options.dataDir, () => world.save(), report);
    const restored = await open(world, data, report);
    const services: ShellServices = {
      jira,
      forge,
      site,
      clock,
      world,
      worldName: options.world,
      faults,
      background,
      views,
      sessions,
      origins: () => origins,
      touch: () => data?.touch(),
    };
    if (options.answerDelayMs !== undefined && options.answerDelayMs > 0) holdBack(app, options.answerDelayMs);
    addRoutes(app, services);
    ready = true;
    forge.startTimer(TIMER_MS, {
      times: () => (background.twice ? 2 : 1),
      onRuns: () => data?.touch(),
    });
    return {
      url: origins.shell,
      jira,
      forge,
      site,
      services,
      restored,
      close: async () => {
        forge.close();
        await opened.close();
        await data?.close();
        leaveSiteTime();
      },
    };
  } catch (error) {
    forge.close();
    await opened.close();
    leaveSiteTime();
    throw error;
  }
}

/** Takes what the last run left, or makes the world anew. */
async function open(world: World, data: DataFolder | undefined, report: (sentence: string) => void): Promise<boolean> {
  if (data?.notice !== undefined) report(data.notice);
  if (data?.saved === undefined) {
    await world.make();
    return false;
  }
  try {
    world.restore(data.saved);
    return true;
  } catch {
    report(`${await data.setAside()} This start is a fresh one.`);
    await world.make();
    return false;
  }
}

/** Half before the work and half after: what was asked happens late, and is heard of later; no two take the same time. */
function holdBack(app: Hono, aboutMs: number): void {
  const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * aboutMs));
  for (const path of ['/rest/*', '/__shell/api/*', '/__forge/bridge']) {
    app.use(path, async (_c, next) => {
      await pause();
      await next();
      await pause();
    });
  }
}

function addRoutes(app: Hono, services: ShellServices): void {
  const { jira, forge, clock, sessions, views, origins, touch } = services;
  app.use(onlyFromThisMachine(origins));
  const guarded = notFromTheAppsPages(origins);
  for (const own of ['/rest/*', '/__local-jira/*', '/__shell/api/*', '/__forge/bridge']) app.use(own, guarded);

  app.all('/rest/*', async (c) => {
    const request = await withSession(c.req.raw, jira, sessions.accountOfCookie(c));
    const response = await jira.fetch(request);
    if (request.method !== 'GET') touch();
    return response;
  });
  app.all('/__local-jira/*', async (c) => {
    const response = await jira.fetch(await withSession(c.req.raw, jira, undefined));
    if (c.req.method !== 'GET') touch();
    return response;
  });
  app.post('/__forge/bridge', async (c) => {
    const view = sessions.view(c);
    const body = await c.req.text();
    if (isInvoke(body)) views.countFunction(view);
    const request = new Request(c.req.url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    const response = await views.run(view, () => answerBridgeRequest(forge, request, sessions.person(c).accountId));
    touch();
    return response;
  });
  app.get('/__forge/*', async (c) => {
    const response = await forge.pages(c.req.raw);
    return response === undefined ? c.text('The local Forge serves no such page.', 404) : withPageClock(response);
  });
  app.get(PAGE_CLOCK_PATH, (c) =>
    c.body(pageClockScript(clock), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    }),
  );
  app.route('/__shell/api', shellApi(services));
  app.get(
    '/__shell/assets/:name',
    async (c) => (await shellAsset(c.req.param('name'))) ?? c.text('No such file.', 404),
  );

  app.get('*', async (c) => {
    const url = new URL(c.req.url);
    if (isPagesHost(c.req.raw)) return c.redirect(origins().shell + url.pathname + url.search, 302);
    const user = url.searchParams.get('user');
    if (user !== null) {
      if (!sessions.signIn(c, user)) return c.text(`There is nobody called ${user} here.`, 404);
      url.searchParams.delete('user');
      return c.redirect(url.pathname + url.search, 302);
    }
    sessions.signIn(c, sessions.person(c).accountId);
    return c.html(await shellDocument(), 200, {
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; frame-src ${origins().pages}; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`,
    });
  });
  app.onError((error, c) => c.text(error.message, 500));
}

/** The shell's own calls carry a cookie; programs bring their own Authorization, which wins. */
async function withSession(request: Request, jira: LocalJira, accountId: string | undefined): Promise<Request> {
  const headers = new Headers(request.headers);
  headers.delete('cookie');
  if (accountId !== undefined && !headers.has('authorization')) {
    headers.set('authorization', `Bearer ${jira.issueToken({ type: 'user', accountId }, 'all')}`);
  }
  const { method, url } = request;
  const body = method === 'GET' || method === 'HEAD' ? undefined : await request.arrayBuffer();
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
}

/** The port is taken first, so that nobody else gets it while the world is made; a tab left open may ask meanwhile. */
function stillStarting(): Response {
  return new Response('Local Jira is starting. This page tries again by itself.', {
    status: 503,
    headers: { 'retry-after': '1', refresh: '1', 'content-type': 'text/plain; charset=utf-8' },
  });
}

function isInvoke(body: string): boolean {
  try {
    const command: unknown = JSON.parse(body);
    return typeof command === 'object' && command !== null && 'command' in command && command.command === 'invoke';
  } catch {
    return false;
  }
}

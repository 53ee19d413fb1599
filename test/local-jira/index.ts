import { realClock, type Clock } from './clock';
import { registerConfigRoutes } from './config/index';
import { buildControl } from './http/control';
import { CostLedger } from './http/costs';
import { Faults } from './http/faults';
import { listenOn, type Listening } from './http/listen';
import { Tokens, type TokenSubject } from './http/principal';
import { Limits } from './http/rate-limits';
import { RouteTable, type Route } from './http/router';
import { buildServer, type SeenRequest } from './http/server';
import type { Site } from './http/site';
import { importCsv } from './import/index';
import { registerRoutes } from './routes/index';
import { APP_ACCOUNT_ID, seedSystem } from './seed/system';
import { bulkLoad, type BulkIssue, type BulkLink } from './state/bulk-load';
import { EventHub, type EventListener } from './state/events';
import type { InstalledApp } from './state/installed-apps';
import type { Issue } from './state/issue-entities';
import { SiteState } from './state/site-state';
import { restoreSnapshot, takeSnapshot } from './state/snapshot';

export { fixedClock, offsetClock, realClock, type Clock } from './clock';
export { importCsv };
export type { BulkIssue, BulkLink, InstalledApp, SeenRequest, SiteState };

export interface LocalJiraOptions {
  readonly clock?: Clock;
  /** First part of the site's address; `shop` by default. */
  readonly siteName?: string;
  readonly cloudId?: string;
  /** Time until search finds a change, on the injected clock. */
  readonly searchLagMs?: number;
  /** Name shown for what the app does as itself. */
  readonly appName?: string;
  readonly timeZone?: string;
  /** True: Jira's burst, quota and per-issue limits are enforced on the injected clock. */
  readonly enforceRateLimits?: boolean;
  /** Real time every call takes at least (ms). */
  readonly latencyMs?: number;
  /** True: the site has the newer field schemes. */
  readonly fieldSchemes?: boolean;
  /** Sees every request that a route answers, before it is answered. */
  readonly onRequest?: (request: SeenRequest) => void;
}

export interface LocalJira {
  readonly cloudId: string;
  readonly clock: Clock;
  /** The whole REST surface. */
  fetch(request: Request): Promise<Response>;
  /** The same over HTTP, on 127.0.0.1 only; port 0 or none = any free one. */
  listen(port?: number): Promise<Listening>;
  /** A bearer token; `scopes` limit it, 'all' = no scope check. */
  issueToken(subject: TokenSubject, scopes: readonly string[] | 'all'): string;
  /** What it serves: method, path, scopes. */
  readonly routes: readonly Pick<Route, 'method' | 'path' | 'scopes' | 'cost'>[];
  readonly state: SiteState;
  readonly costs: CostLedger;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly events: EventHub;
  /** Product events, as Forge's triggers get them. Returns what ends the subscription. */
  onEvent(listener: EventListener): () => void;
  /** Tells Jira which modules of a Forge app it has; again with the same id = a new version. In no snapshot. */
  installApp(app: InstalledApp): void;
  /** Rules of the app stay in the workflows and refuse every transition. */
  uninstallApp(appId: string): void;
  /** JSON-safe. */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  /** From now on `reset` comes back to this state instead of the bare site. */
  setBaseline(): void;
  reset(): void;
  /** Many issues at once: no checks, history or events; found by search at once. */
  bulkLoad(issues: readonly BulkIssue[], links?: readonly BulkLink[]): readonly Issue[];
}

/** A Jira site in memory: the system's own configuration, one admin, no project. */
export function createLocalJira(options: LocalJiraOptions = {}): LocalJira {
  const clock = options.clock ?? realClock();
  const siteName = options.siteName ?? 'shop';
  const state = new SiteState(clock, options.searchLagMs ?? 0, {
    cloudId: options.cloudId ?? `cloud-${siteName}`,
    baseUrl: `https://${siteName}.atlassian.net`,
    timeZone: options.timeZone ?? 'Europe/Berlin',
    fieldSchemesEnabled: options.fieldSchemes ?? false,
    appAccountId: APP_ACCOUNT_ID,
    globalPermissions: {
      ADMINISTER: ['site-admins'],
      BULK_CHANGE: ['jira-users', 'site-admins'],
      USER_PICKER: ['jira-users', 'site-admins'],
      CREATE_SHARED_OBJECTS: ['jira-users', 'site-admins'],
    },
  });
  seedSystem(state, options.appName ?? 'App');

  const site: Site = {
    state,
    clock,
    tokens: new Tokens(),
    costs: new CostLedger(),
    faults: new Faults(state.index),
    limits: new Limits(clock, options.enforceRateLimits ?? false),
    events: new EventHub(),
    latencyMs: options.latencyMs ?? 0,
    onRequest: options.onRequest,
  };
  const routes = new RouteTable();
  registerRoutes(routes);
  registerConfigRoutes(routes);

  let baseline = takeSnapshot(state);
  const reset = (): void => {
    restoreSnapshot(state, structuredClone(baseline));
    site.faults.clear();
    site.costs.reset();
  };
  const control = buildControl(site, {
    reset,
    importCsv: (text, projectKey) =>
      importCsv(jira, text, projectKey === undefined ? {} : { projectKeyFallback: projectKey }),
  });
  const server = buildServer(site, routes, async (request) => control.fetch(request));
  const fetch = async (request: Request): Promise<Response> => server.fetch(request);

  const jira: LocalJira = {
    cloudId: state.site.cloudId,
    clock,
    fetch,
    listen: (port = 0) => listenOn(fetch, port),
    issueToken: (subject, scopes) => site.tokens.issue(subject, scopes, state.site.appAccountId),
    routes: routes.sorted(),
    state,
    costs: site.costs,
    faults: site.faults,
    limits: site.limits,
    events: site.events,
    onEvent: (listener) => site.events.onEvent(listener),
    installApp: (app) => state.apps.install(app),
    uninstallApp: (appId) => state.apps.uninstall(appId),
    snapshot: () => takeSnapshot(state),
    restore: (snapshot) => restoreSnapshot(state, snapshot),
    setBaseline: () => {
      baseline = structuredClone(takeSnapshot(state));
    },
    reset,
    bulkLoad: (issues, links) => bulkLoad(state, issues, clock.now().getTime(), links),
  };
  return jira;
}

/**
 * The local Forge: one app from its manifest, installed on any number of sites, in one warm process.
 */
import { Bridge, type BridgeEntry } from './bridge';
import type { Clock } from './clock';
import { platformFetch } from './forge-fetch';
import { FunctionRunner, type LoadHandlers } from './functions';
import { KvsStore } from './kvs/store';
import { InvocationLedger } from './ledger';
import { readManifest, type PageModule } from './manifest';
import { createPages } from './pages';
import { ProductEvents } from './product-events';
import { Queues } from './queue';
import { Resolvers, type PageContext, type ResolverCall } from './resolvers';
import { installRuntimeHooks } from './runtime';
import { Schedules } from './schedules';
import type { JiraHost, License, Site } from './site';
import { restoreSite, snapshotSite } from './snapshot';

export interface LocalForgeOptions {
  /** The folder of manifest.yml. */
  readonly appRoot: string;
  /** Gives the exports of `src/index`; without it that file is loaded. */
  readonly loadHandlers?: LoadHandlers;
  readonly clock: Clock;
}

export interface LocalForge {
  /** Installs the app; several sites share this process, as on Forge. */
  installOn(jira: JiraHost, site: { cloudId: string; siteUrl: string; license?: License }): Site;
  readonly sites: readonly Site[];

  /** What a page's `invoke` does. */
  invokeResolver(site: Site, call: ResolverCall): Promise<unknown>;
  /** What Jira shows on a closed issue panel. */
  dynamicProperties(site: Site, page: PageContext): Promise<unknown>;
  /** A bridge command that needs the server: `invoke` or `fetchProduct`. */
  bridge(site: Site, page: PageContext, command: string, payload: unknown): Promise<unknown>;
  readonly bridgeCalls: readonly BridgeEntry[];

  /** Answers /__forge/page/…, /__forge/bridge-client.js, theme.css, host.css; undefined for any other path. */
  readonly pages: (request: Request) => Promise<Response | undefined>;
  /** The page modules of a type, such as `jira:issueContext`. */
  modules(type: string): readonly PageModule[];
  module(key: string): PageModule;

  readonly invocations: InvocationLedger;
  kvs(site: Site): KvsStore;
  readonly queue: Queues;
  readonly schedules: Schedules;
  readonly events: ProductEvents;

  /** Delivers due events and jobs and runs due schedules of every site, once. */
  runDue(): Promise<number>;
  /** Calls `runDue` every so often until `close`. */
  startTimer(everyMs: number): void;

  /** Everything of one site that Forge keeps: JSON-safe. */
  snapshot(site: Site): unknown;
  restore(site: Site, snapshot: unknown): void;
  close(): void;
}

/** @throws ManifestError, NotServedError where the manifest cannot be run. */
export function createLocalForge({ appRoot, loadHandlers, clock }: LocalForgeOptions): LocalForge {
  const manifest = readManifest(appRoot);
  const ledger = new InvocationLedger();
  const sites: Site[] = [];
  installRuntimeHooks();

  // Functions push to queues and queues run functions: the queue side gets to know the runner last.
  const runner = (): FunctionRunner => functions;
  const queue = new Queues(manifest, clock, runner);
  const schedules = new Schedules(manifest, clock, runner);
  const events = new ProductEvents(manifest, clock, runner);
  const functions = new FunctionRunner(appRoot, manifest, loadHandlers, ledger, (invocation) =>
    platformFetch(queue, invocation),
  );
  const resolvers = new Resolvers(manifest, functions);
  const bridge = new Bridge(resolvers);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number> | undefined;

  const runDue = async (): Promise<number> => {
    let runs = 0;
    for (const site of sites) {
      runs += await events.deliver(site);
      runs += await queue.deliver(site);
      runs += await schedules.runDue(site);
    }
    return runs;
  };

  return {
    installOn(jira, { cloudId, siteUrl, license }) {
      const number = sites.length + 1;
      const site: Site = {
        cloudId,
        siteUrl: siteUrl.replace(/\/$/, ''),
        installationId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        environmentId: '00000000-0000-4000-9000-000000000001',
        installContext: `ari:cloud:jira::site/${cloudId}`,
        jira,
        kvs: new KvsStore(clock),
        license,
        token: (principal) => jira.issueToken(principal, manifest.scopes),
      };
      sites.push(site);
      schedules.start(site);
      events.start(site);
      return site;
    },
    sites,
    invokeResolver: (site, call) => resolvers.invoke(site, call),
    dynamicProperties: (site, page) => resolvers.dynamicProperties(site, page),
    bridge: (site, page, command, payload) => bridge.call(site, page, command, payload),
    bridgeCalls: bridge.entries,
    pages: createPages(manifest, sites),
    modules: (type) => manifest.pages.filter((module) => module.type === type),
    module: (key) => resolvers.page(key),
    invocations: ledger,
    kvs: (site) => site.kvs,
    queue,
    schedules,
    events,
    runDue,
    startTimer(everyMs) {
      timer ??= setInterval(() => {
        // A slow round is not overtaken by the next one.
        running ??= runDue().finally(() => (running = undefined));
      }, everyMs).unref();
    },
    snapshot: (site) => snapshotSite(site, queue, schedules),
    restore: (site, snapshot) => restoreSite(site, queue, schedules, snapshot),
    close() {
      clearInterval(timer);
      events.close();
    },
  };
}

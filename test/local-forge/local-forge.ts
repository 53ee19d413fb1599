/**
 * The local Forge: one app from its manifest, installed on any number of sites, in one warm process.
 */
import { Bridge, type BridgeEntry } from './bridge';
import type { Clock } from './clock';
import { Disturbances, type ArmedDisturbance, type Disturbance } from './disturbances';
import { platformFetch } from './forge-fetch';
import { FunctionRunner, type LoadHandlers } from './functions';
import { Installations } from './installations';
import type { KvsStore } from './kvs/store';
import { InvocationLedger } from './ledger';
import { readManifest, type Manifest, type PageModule } from './manifest';
import { createPages } from './pages';
import { ProductEvents } from './product-events';
import { Queues } from './queue';
import { Resolvers, type PageContext, type ResolverCall } from './resolvers';
import { installRuntimeHooks } from './runtime';
import { Schedules } from './schedules';
import type { FormerInstallation, JiraHost, License, Site } from './site';
import { restoreSite, snapshotSite } from './snapshot';
import { Timer, type DeliverDueOptions, type TimerOptions } from './timer';

export interface LocalForgeOptions {
  /** The folder of manifest.yml. */
  readonly appRoot: string;
  /** Gives the exports of `src/index`; without it that file is loaded. */
  readonly loadHandlers?: LoadHandlers;
  readonly clock: Clock;
}

export interface LocalForge {
  readonly manifest: Manifest;

  /** Installs the app; several sites share this process, as on Forge. */
  installOn(jira: JiraHost, site: { cloudId: string; siteUrl: string; license?: License }): Site;
  /** preUninstall, then nothing of the app runs there; its storage is kept aside. */
  uninstall(site: Site): Promise<void>;
  /** A new installation on the same site: another id, an empty storage. */
  installAgain(site: Site): void;
  /** What Forge keeps of installations that ended and shows to nobody, oldest first. */
  formerInstallations(site: Site): readonly FormerInstallation[];
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
  /** Trouble at one chosen request of the site's functions to the platform: kill, lost answer, refusal. */
  disturb(site: Site, disturbance: Disturbance): ArmedDisturbance;

  /** Delivers due events and jobs and runs due schedules of every site, once. @returns how many function runs that made. */
  runDue(options?: DeliverDueOptions): Promise<number>;
  /** Does what `runDue` does every so often, until `close`. */
  startTimer(everyMs: number, options?: TimerOptions): void;
  /** The timer begins nothing while `work` runs, for example while a world is made. */
  whileStill<T>(work: () => Promise<T>): Promise<T>;

  /** Everything of one site that Forge keeps: JSON-safe. */
  snapshot(site: Site): unknown;
  restore(site: Site, snapshot: unknown): void;
  close(): void;
}

/** @throws ManifestError, NotServedError where the manifest cannot be run. */
export function createLocalForge({ appRoot, loadHandlers, clock }: LocalForgeOptions): LocalForge {
  const manifest = readManifest(appRoot);
  const ledger = new InvocationLedger();
  const disturbances = new Disturbances();
  installRuntimeHooks();

  // Functions push to queues and queues run functions: the queue side gets to know the runner last.
  const runner = (): FunctionRunner => functions;
  const queue = new Queues(manifest, clock, runner);
  const schedules = new Schedules(manifest, clock, runner);
  const events = new ProductEvents(manifest, clock, runner);
  const functions = new FunctionRunner(appRoot, manifest, loadHandlers, ledger, (invocation) =>
    platformFetch(queue, disturbances, invocation),
  );
  const installations = new Installations(manifest, clock, runner, {
    start(site) {
      schedules.start(site);
      events.start(site);
    },
    end(site) {
      schedules.end(site);
      events.end(site);
      queue.clear(site);
    },
  });
  const { sites } = installations;
  const resolvers = new Resolvers(manifest, functions);
  const bridge = new Bridge(resolvers);
  const timer = new Timer(sites, { queue, schedules, events });
  const owners = { installations, queue, schedules, events };

  return {
    manifest,
    installOn: (jira, { cloudId, siteUrl, license }) => installations.installOn(jira, siteUrl, cloudId, license),
    uninstall: (site) => installations.uninstall(site),
    installAgain: (site) => installations.installAgain(site),
    formerInstallations: (site) => installations.former(site),
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
    disturb: (site, disturbance) => disturbances.arm(site, disturbance),
    runDue: (options) => timer.runDue(options),
    startTimer: (everyMs, options) => timer.start(everyMs, options),
    whileStill: (work) => timer.whileStill(work),
    snapshot: (site) => snapshotSite(site, owners),
    restore: (site, snapshot) => restoreSite(site, owners, snapshot),
    close() {
      timer.close();
      events.close();
    },
  };
}

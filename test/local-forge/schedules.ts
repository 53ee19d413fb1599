/**
 * Scheduled triggers: first about five minutes after installing, then every interval; no user; an error is not retried;
 * now and then twice (a test calls `run` twice).
 */
import * as v from 'valibot';
import type { Clock } from './clock';
import { FunctionFailedError, ManifestError } from './errors';
import type { FunctionRunner } from './functions';
import { SCHEDULES } from './limits';
import type { Manifest, ScheduleModule } from './manifest';
import { secondArgument } from './resolvers';
import type { Site } from './site';

const INTERVAL_MS = { fiveMinute: 300_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

export class Schedules {
  readonly #nextAt = new Map<Site, Map<string, number>>();

  constructor(
    private readonly manifest: Manifest,
    private readonly clock: Clock,
    private readonly functions: () => FunctionRunner,
  ) {}

  /** Starts the site's intervals. */
  start(site: Site): void {
    const first = this.clock.now().getTime() + SCHEDULES.firstRunMs;
    this.#nextAt.set(site, new Map(this.manifest.schedules.map(({ key }) => [key, first])));
  }

  /** Nothing of the site is due any more. */
  end(site: Site): void {
    this.#nextAt.delete(site);
  }

  /** When it is due next, in milliseconds of the clock; undefined where the app is not installed. */
  nextAt(site: Site, key: string): number | undefined {
    return this.#nextAt.get(site)?.get(key);
  }

  /**
   * Runs one scheduled trigger now, due or not.
   * @returns whether it ran and answered: 'skipped' where its filter wants a licence the site has not.
   */
  async run(site: Site, key: string): Promise<'answered' | 'failed' | 'skipped'> {
    const module = this.manifest.schedules.find((candidate) => candidate.key === key);
    if (module === undefined) throw new ManifestError(`The manifest declares no scheduled trigger ${key}.`);
    if (module.filter?.appIsLicensed === true && site.license?.active !== true) return 'skipped';
    return this.#invoke(site, module);
  }

  /** Runs what is due. A long pause runs each trigger once, as Forge makes up for nothing. */
  async runDue(site: Site): Promise<number> {
    const times = this.#nextAt.get(site);
    if (times === undefined) return 0;
    const now = this.clock.now().getTime();
    let runs = 0;
    for (const { key, interval } of this.manifest.schedules) {
      const next = times.get(key);
      if (next === undefined || next > now) continue;
      const missed = Math.floor((now - next) / INTERVAL_MS[interval]);
      times.set(key, next + (missed + 1) * INTERVAL_MS[interval]);
      await this.run(site, key);
      runs += 1;
    }
    return runs;
  }

  snapshot(site: Site): unknown {
    return Object.fromEntries(this.#nextAt.get(site) ?? []);
  }

  restore(site: Site, snapshot: unknown): void {
    const times = v.parse(v.record(v.string(), v.number()), snapshot);
    this.start(site);
    for (const [key, at] of Object.entries(times)) {
      if (this.#nextAt.get(site)?.has(key) === true) this.#nextAt.get(site)?.set(key, at);
    }
  }

  async #invoke(site: Site, module: ScheduleModule): Promise<'answered' | 'failed'> {
    try {
      await this.functions().run({
        site,
        functionKey: module.function,
        moduleKey: module.key,
        kind: 'schedule',
        operation: module.key,
        args: [{ context: { cloudId: site.cloudId, moduleKey: module.key } }, secondArgument(site, undefined)],
      });
      return 'answered';
    } catch (error) {
      // "If the function throws an error, nothing will happen": the ledger has it. A wrong manifest is ours to tell.
      if (error instanceof FunctionFailedError) return 'failed';
      throw error;
    }
  }
}

import type { LocalForge } from '../local-forge';
import type { BackgroundLab, BackgroundRun } from './shell/src/site/contract';

type Site = LocalForge['sites'][number];
type Kind = 'consumer' | 'schedule' | 'events';

const KINDS: Readonly<Record<string, BackgroundRun['kind']>> = {
  consumer: 'job',
  schedule: 'schedule',
  trigger: 'event',
  preUninstall: 'before uninstalling',
};
const SHOWN_RUNS = 5;

/** What Lab shows and does of the app's work that no page waits for, and of the app being installed at all. */
export class BackgroundControl {
  /** Everything is delivered twice, as Forge may do. */
  twice = false;

  constructor(
    private readonly forge: LocalForge,
    private readonly site: Site,
  ) {}

  state(): BackgroundLab {
    const { forge, site } = this;
    const waiting = forge.queue.pending(site);
    return {
      installed: site.installed,
      twice: this.twice,
      consumers: forge.manifest.consumers.map(({ key, queue }) => ({
        key,
        waiting: waiting.filter(({ queueName }) => queueName === queue).length,
      })),
      schedules: forge.manifest.schedules.map(({ key, interval }) => {
        const nextAt = forge.schedules.nextAt(site, key);
        return { key, interval, ...(nextAt === undefined ? {} : { nextAt: new Date(nextAt).toISOString() }) };
      }),
      events: forge.events.pending(site).length,
      hasTriggers: forge.manifest.triggers.length > 0,
      runs: this.#runs(),
    };
  }

  /**
   * Runs one thing now, due or not.
   * @returns a sentence that says what ran.
   * @throws Error with a sentence where there is no such thing.
   */
  async run(kind: Kind, key: string): Promise<string> {
    const { forge, site } = this;
    const options = { early: true, times: this.twice ? 2 : 1 };
    if (kind === 'events') return counted(await forge.events.deliver(site, options), 'event was', 'events were');
    if (kind === 'consumer') {
      const consumer = forge.manifest.consumers.find((candidate) => candidate.key === key);
      if (consumer === undefined) throw new Error(`The app has no consumer ${key}.`);
      return counted(
        await forge.queue.deliver(site, { ...options, queueName: consumer.queue }),
        'job was',
        'jobs were',
      );
    }
    let answer = '';
    for (let time = 0; time < options.times; time += 1) answer = await forge.schedules.run(site, key);
    if (answer === 'skipped') return `${key} did not run: its filter wants a licence.`;
    const times = this.twice ? ' twice' : '';
    return answer === 'failed' ? `${key} ran${times} and failed.` : `${key} ran${times}.`;
  }

  /** Takes the app off the site, or puts it on again as a new installation. @returns a sentence that says what happened. */
  async setInstalled(installed: boolean): Promise<string> {
    const { forge, site } = this;
    if (installed === site.installed) return installed ? 'The app is installed.' : 'The app is not installed.';
    if (installed) {
      forge.installAgain(site);
      return 'The app is installed again, with an empty storage: to it, this is a new site.';
    }
    await forge.uninstall(site);
    const last = this.#runs().find(({ kind }) => kind === 'before uninstalling');
    if (forge.manifest.preUninstalls.length === 0 || last === undefined) return 'The app is gone from the site.';
    return last.problem === undefined
      ? 'The app was told, and is gone from the site.'
      : `The app was told and failed (${last.problem}); it is gone from the site all the same.`;
  }

  /** Newest first. */
  #runs(): readonly BackgroundRun[] {
    return this.forge.invocations.entries
      .filter(({ kind }) => KINDS[kind] !== undefined)
      .slice(-SHOWN_RUNS)
      .reverse()
      .map(({ kind, operation, outcome, milliseconds, problem }) => ({
        kind: KINDS[kind] ?? 'job',
        key: operation,
        outcome,
        milliseconds,
        ...(problem === undefined ? {} : { problem }),
      }));
  }
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? 'Nothing was waiting.' : `${count} ${count === 1 ? one : many} delivered.`;
}

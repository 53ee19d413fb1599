/**
 * The app's code as one or several versions in one process, and what an upgrade is on Forge: runs end in the code that they
 * began in, what begins later runs in the new code, which remembers nothing, and storage, queue and schedules stay as they
 * are. So the new code meets jobs and values of the version before.
 *
 * An easier form: where no former version is given (`--from`), the new code is the old one loaded anew, and what an earlier
 * version left behind is made up here: settings without what was added last, and jobs whose content is not known any more.
 */
import type { LoadHandlers } from '../local-forge/functions';
import type { LocalForge } from '../local-forge/index';
import type { Invocation } from '../local-forge/runtime';
import type { Site } from '../local-forge/site';

export type Handlers = Readonly<Record<string, unknown>>;
type Handler = (...args: readonly unknown[]) => unknown;

export interface Versions {
  readonly load: LoadHandlers;
  /** It is a former version that runs, which need not know what pages ask for by now. */
  readonly isFormer: () => boolean;
  /** Back to the first version. */
  begin(): void;
  /** From now on what begins runs in the newest code, loaded anew. */
  upgrade(): void;
}

/**
 * @param fresh gives the exports of `src/index`, loaded anew each time.
 * @param former the same of a version before, that a soak begins with.
 */
export function versionsOf(fresh: () => Handlers, former?: Handlers): Versions {
  const first = former ?? fresh();
  let current = first;
  const through = (name: string): Handler => {
    return (...args) => (current[name] as Handler | undefined)?.(...args);
  };
  return {
    // Functions that the first version did not have do not run before the upgrade.
    load: async () => Object.fromEntries(Object.keys(fresh()).map((name) => [name, through(name)])),
    isFormer: () => current === former,
    begin: () => void (current = first),
    upgrade: () => void (current = fresh()),
  };
}

/** Added to the settings last; versions before did not write them. */
const ADDED_LAST = ['closeDays', 'checks'] as const;

/** What the version before may have left in storage and queues. */
export function leaveBehind(forge: LocalForge, site: Site): void {
  const store = forge.kvs(site);
  for (const [key, value] of Object.entries(store.values())) {
    if (!/^project-setup:\d+$/.test(key)) continue;
    const setup = value as { readonly settings: Readonly<Record<string, unknown>> };
    const settings = Object.entries(setup.settings).filter(([name]) => !ADDED_LAST.some((added) => added === name));
    store.write(key, JSON.stringify({ ...setup, settings: Object.fromEntries(settings) }), undefined);
  }
  for (const { queue } of forge.manifest.consumers) {
    const body = JSON.stringify({
      queueName: queue,
      jobId: `of-the-version-before-${queue}`,
      payload: [{ body: { version: 0, formerly: 'a job' } }],
    });
    const former = { site, chain: 0 } as unknown as Invocation;
    forge.queue.answer(former, '/webhook/queue/publish', body);
  }
}

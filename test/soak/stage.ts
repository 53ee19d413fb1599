/**
 * Where a soak plays: two sites in one process, on one clock, with what is counted and listened to about both.
 */
import path from 'node:path';
import { createLocalForge, type LocalForge } from '../local-forge/index';
import { Counts } from './faults';
import { takeOverTime, type SoakTime } from './soak-time';
import { openTenant, type Tenant } from './tenant';
import { versionsOf, type Handlers, type Versions } from './versions';
import { randomOf } from './random';

export const BEGIN = '2027-03-02T09:00:00.000Z';
const REPOSITORY = path.resolve(__dirname, '../..');

export interface Stage {
  readonly time: SoakTime;
  readonly forge: LocalForge;
  readonly tenants: readonly Tenant[];
  readonly versions: Versions;
  readonly faults: Counts;
  /** Lines of the app's log since the last look. */
  takeLog(): readonly string[];
  /** Errors that nobody caught since the last look. */
  takeUncaught(): readonly string[];
  close(): void;
}

/**
 * @param fresh gives the exports of `src/index`, loaded anew each time.
 * @param former the same of a version before, that every episode begins with.
 */
export async function openStage(fresh: () => Handlers, former?: Handlers): Promise<Stage> {
  const time = takeOverTime(BEGIN);
  time.drawFrom(randomOf(0, 'stage'));
  const faults = new Counts();
  const log = listenToConsole();
  const uncaught: string[] = [];
  const onUncaught = (reason: unknown) => {
    uncaught.push(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  };
  process.on('unhandledRejection', onUncaught);
  const versions = versionsOf(fresh, former);
  const forge = createLocalForge({ appRoot: REPOSITORY, clock: time.clock, loadHandlers: versions.load });
  const tenants = [await openTenant('a', time, faults, forge), await openTenant('b', time, faults, forge)];
  return {
    time,
    forge,
    tenants,
    versions,
    faults,
    takeLog: () => log.lines.splice(0),
    takeUncaught: () => uncaught.splice(0),
    close: () => {
      forge.close();
      log.end();
      time.restore();
      process.off('unhandledRejection', onUncaught);
    },
  };
}

/** Everything that anything writes to the console, kept from the terminal. */
function listenToConsole(): { readonly lines: string[]; end(): void } {
  const lines: string[] = [];
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const before = Object.fromEntries(Object.entries(console).filter(([name]) => methods.some((one) => one === name)));
  for (const method of methods) {
    console[method] = (...words: unknown[]) => void lines.push(words.map(String).join(' '));
  }
  return { lines, end: () => void Object.assign(console, before) };
}

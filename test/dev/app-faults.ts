import { changesJira } from '../local-forge';
import type { LocalJira } from '../local-jira';
import type { Fault } from './shell/src/site/contract';

const REQUESTS = 3;
const SECONDS_TO_WAIT = 10;
const LAG_SECONDS = 30;

interface Trouble {
  readonly kind: string;
  readonly label: string;
  /** `calls`: hits the app's next few requests. `lag`: holds until it is turned off. */
  readonly lasts: 'calls' | 'lag';
  readonly writesOnly?: boolean;
}

/** What Lab offers: each is something that happens to every app on the real Jira. */
const TROUBLES: readonly Trouble[] = [
  { kind: 'rate-limit', label: 'Jira is busy (429)', lasts: 'calls' },
  { kind: 'error-500', label: 'Jira fails (500)', lasts: 'calls' },
  { kind: 'timeout-after', label: 'Answer lost after a write', lasts: 'calls', writesOnly: true },
  { kind: 'search-lag', label: 'Search lags behind', lasts: 'lag' },
];

/**
 * Faults for the app alone: the shell's own requests pass, so that one sees the app in trouble and not the stand-in.
 * Each hit is armed in the local Jira for the one request it is meant for.
 */
export class AppFaults {
  readonly #left = new Map<string, number>();

  constructor(private readonly jira: LocalJira) {}

  list(): readonly Fault[] {
    return TROUBLES.map(({ kind, label, lasts, writesOnly }) => {
      const left = this.#left.get(kind) ?? 0;
      const what = writesOnly === true ? 'write' : 'request';
      const extent = lasts === 'lag' ? `${LAG_SECONDS} s` : left === 1 ? `next ${what}` : `next ${left} ${what}s`;
      return { kind, label, on: left > 0, extent };
    });
  }

  /** @throws Error for a kind that Lab does not offer. */
  set(kind: string, on: boolean): void {
    const trouble = TROUBLES.find((candidate) => candidate.kind === kind);
    if (trouble === undefined) throw new Error(`Lab has no fault ${kind}.`);
    if (on) this.#left.set(kind, trouble.lasts === 'lag' ? Infinity : trouble.writesOnly === true ? 1 : REQUESTS);
    else this.#left.delete(kind);
    if (trouble.lasts !== 'lag') return;
    // Only a lag is ever left armed in the local Jira between two requests.
    this.jira.faults.clear();
    if (on) this.jira.faults.add({ kind: 'search-lag', lagMs: LAG_SECONDS * 1000 });
  }

  clear(): void {
    this.#left.clear();
    this.jira.faults.clear();
  }

  /** Called for each request of the app, right before it is made. */
  armFor(request: Request): void {
    const { pathname } = new URL(request.url);
    for (const { kind, lasts, writesOnly } of TROUBLES) {
      const left = this.#left.get(kind) ?? 0;
      if (lasts === 'lag' || left <= 0) continue;
      if (writesOnly === true && !changesJira(request.method, pathname)) continue;
      if (left === 1) this.#left.delete(kind);
      else this.#left.set(kind, left - 1);
      this.jira.faults.add({
        kind: kind as 'rate-limit' | 'error-500' | 'timeout-after',
        match: { method: request.method, path: pathname },
        times: 1,
        ...(kind === 'rate-limit' ? { retryAfter: SECONDS_TO_WAIT } : {}),
      });
      return;
    }
  }
}

/**
 * Trouble between everybody and Jira, call by call, drawn from the seed; and trouble between the functions and their
 * platform. Counts what was really met.
 */
import type { ArmedDisturbance, Trouble } from '../local-forge/disturbances';
import type { LocalForge } from '../local-forge/index';
import type { Site } from '../local-forge/site';
import type { Fault } from '../local-jira/http/faults';
import type { LocalJira } from '../local-jira/index';
import { changesJira } from '../local-forge/platform-calls';
import type { Random } from './random';

/** How often each was met, by kind. */
export class Counts {
  readonly byKind = new Map<string, number>();
  add(kind: string, times = 1): void {
    if (times > 0) this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + times);
  }
  asObject(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.byKind].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

const REASONS = ['jira-quota-global-based', 'jira-quota-tenant-based', 'jira-burst-based'] as const;
const SEARCH = /\/search\/(jql|approximate-count)$/;
const AT_SEARCH: ReadonlySet<string> = new Set(['search-regression', 'short-pages']);
/** Requests in trouble, of all. */
const PER_CALL = 0.03;

function kindOf({ kind, reason }: Fault): string {
  return kind === 'rate-limit' ? `429 ${reason}` : kind;
}

function drawFault(random: Random, method: string, path: string): Fault {
  const isSearch = SEARCH.test(path);
  const isWrite = changesJira(method, path);
  const retryAfter = random.pick([1, 2, 5, 60]);
  return random.weighted<Fault>([
    [3, { kind: 'rate-limit', reason: random.pick(REASONS), retryAfter }],
    [isWrite ? 3 : 0, { kind: 'rate-limit', reason: 'jira-per-issue-on-write', retryAfter: 1 }],
    [1, { kind: 'error-500' }],
    [1, { kind: 'error-503', ...(random.chance(0.5) ? { retryAfter } : {}) }],
    [2, { kind: 'timeout-before' }],
    [isWrite ? 6 : 2, { kind: 'timeout-after' }],
    [isSearch ? 4 : 0, { kind: 'search-regression' }],
    [isSearch ? 2 : 0, { kind: 'short-pages' }],
    [1, { kind: 'delay', delayMs: random.pick([500, 3000, 12_000]) }],
    // Longer than a function lives that somebody waits for: what it asked for is done after its death.
    [isWrite ? 1 : 0, { kind: 'delay', delayMs: 40_000 }],
  ]);
}

/** Stands in front of one site's Jira. */
export class JiraTrouble {
  #random: Random | undefined;
  #lagMs = 0;
  #underWay = 0;
  #regressed = false;
  readonly #calm: LocalJira['fetch'];

  constructor(
    private readonly jira: LocalJira,
    private readonly counts: Counts,
  ) {
    this.#calm = jira.fetch.bind(jira);
    Object.assign(jira, { fetch: (request: Request) => this.#fetch(request) });
  }

  /** The same Jira without trouble. */
  get calm(): LocalJira {
    return { ...this.jira, fetch: this.#calm };
  }

  /** From now on; `undefined`: none. */
  begin(random: Random | undefined): void {
    this.#random = random;
    if (random !== undefined) this.#regressed = false;
  }

  /** In the last round that was in trouble, a search may have shown issues as they were before. */
  get regressed(): boolean {
    return this.#regressed;
  }

  /** Time until search finds a change. */
  lag(lagMs: number): void {
    this.#lagMs = lagMs;
    this.forgetUnmet();
    if (lagMs > 0) this.counts.add('search-lag');
  }

  /** Requests that Jira has not answered yet, also those of functions that are dead. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Faults that were armed and not met are no faults. */
  forgetUnmet(): void {
    const { faults } = this.jira;
    for (const left of faults.list()) if (left.kind !== 'search-lag') this.#uncount(kindOf(left));
    faults.clear();
    if (this.#lagMs > 0) faults.add({ kind: 'search-lag', lagMs: this.#lagMs });
  }

  #uncount(kind: string): void {
    this.counts.byKind.set(kind, (this.counts.byKind.get(kind) ?? 1) - 1);
  }

  async #fetch(request: Request): Promise<Response> {
    const random = this.#random;
    const { pathname } = new URL(request.url);
    if (random !== undefined && random.chance(PER_CALL)) {
      const fault = drawFault(random, request.method, pathname);
      // What search does wrong, it does at whichever search comes next.
      const match = AT_SEARCH.has(fault.kind) ? {} : { match: { method: request.method, path: pathname } };
      this.jira.faults.add({ ...fault, ...match, times: 1 });
      this.counts.add(kindOf(fault));
      if (fault.kind === 'search-regression') this.#regressed = true;
    }
    this.#underWay += 1;
    try {
      // Some take longer than others, so that who asks first is not always who is first.
      for (let turns = random?.int(4) ?? 0; turns > 0; turns -= 1)
        await new Promise((resolve) => setImmediate(resolve));
      return await this.#calm(request);
    } finally {
      this.#underWay -= 1;
    }
  }
}

const TROUBLES: readonly (readonly [weight: number, kind: string, trouble: Trouble])[] = [
  [3, 'killed before a request', 'kill before'],
  [4, 'killed after a request', 'kill after'],
  [3, 'answer of the platform lost', 'lose answer'],
  [2, 'platform 429', { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests' } }],
  [2, 'platform 500', { status: 500, body: { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong' } }],
];
/** What two transactions that meet get, and what a key gets that somebody took first. */
const CONFLICT = { status: 409, code: 'CONFLICT', message: 'Somebody else wrote at the same moment' };

export interface ArmedTrouble {
  /** Something of the functions' platform was in trouble since it was armed. */
  met(): boolean;
  disarm(): void;
}

/** Perhaps arms one trouble at one of the next requests of the site's functions to storage, queue or Jira. */
export function armTrouble(random: Random, forge: LocalForge, site: Site, counts: Counts): ArmedTrouble {
  const store = forge.kvs(site);
  if (random.chance(0.06)) {
    const times = 1 + random.int(2);
    store.failNextWrites(CONFLICT, times);
    return {
      met: () => true,
      disarm: () => {
        let left = 0;
        while (store.takeFault(true) !== undefined) left += 1;
        counts.add('storage conflict', times - left);
      },
    };
  }
  if (!random.chance(0.3)) return { met: () => false, disarm: () => undefined };
  const [kind, by] = random.weighted(TROUBLES.map(([weight, ...rest]) => [weight, rest] as const));
  const to = random.pick(['any', 'storage and queue', 'changes'] as const);
  const armed: ArmedDisturbance = forge.disturb(site, {
    atCall: 1 + random.int(to === 'any' ? 25 : 8),
    by,
    counts: (call) => to === 'any' || (to === 'changes' ? call.changes : call.to !== 'jira'),
  });
  return {
    met: () => armed.hit !== undefined,
    disarm: () => {
      armed.disarm();
      if (armed.hit !== undefined) counts.add(kind);
    },
  };
}

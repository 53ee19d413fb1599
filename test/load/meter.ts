/**
 * Counts what is asked of Jira and of Forge, with the moment of each, from outside: in front of the local Jira, and at the
 * hook through which the @forge packages reach their platform. Storage has no limit of its own in the local Forge; it is
 * held here.
 */
import type { LocalJira } from '../local-jira/index';
import { burstLimit, JOBS_A_MINUTE, REQUESTS_A_MINUTE, RUNS_A_MINUTE, STORAGE } from './limits';

/** So much of something, at a moment in milliseconds. */
export interface Happening {
  readonly at: number;
  readonly much: number;
}

interface Asked extends Happening {
  readonly endpoint: string;
  readonly limit: number;
  /** `RateLimit-Reason` of a 429. */
  readonly refused?: string;
}

interface Run extends Happening {
  readonly name: string;
  readonly seconds: number;
}

/** The most of something in a window of time, beside what is allowed. */
export interface Peak {
  readonly of: string;
  readonly most: number;
  readonly limit: number;
}

/** The most that any window of so many milliseconds holds. */
export function mostIn(happenings: readonly Happening[], windowMs: number): number {
  const sorted = [...happenings].sort((one, other) => one.at - other.at);
  let [first, sum, most] = [0, 0, 0];
  for (const { at, much } of sorted) {
    sum += much;
    for (let oldest = sorted[first]; oldest !== undefined && oldest.at <= at - windowMs; oldest = sorted[first]) {
      sum -= oldest.much;
      first += 1;
    }
    most = Math.max(most, sum);
  }
  return most;
}

const SECOND = 1_000;
const MINUTE = 60_000;

type Target = { readonly type: string; readonly remote?: string };
type Fetch = (
  target: { readonly type: string; readonly remote?: string },
  path: string,
  init?: RequestInit,
) => Promise<Response>;

export class Meter {
  asked: Asked[] = [];
  reads: Happening[] = [];
  writes: Happening[] = [];
  jobs: Happening[] = [];
  runs: Run[] = [];
  /** What storage lets through here; less shows what happens beyond it. */
  readsAMinute: number = STORAGE.readsAMinute;
  /** Requests to storage that were refused. */
  storageRefused = 0;
  readonly #routes: readonly { readonly method: string; readonly path: string; readonly pattern: RegExp }[];
  readonly #fetch: LocalJira['fetch'];
  readonly #forge: Fetch;

  /** From now on everything that reaches this Jira by its `fetch`, and all that functions ask of storage and queue. */
  constructor(private readonly jira: LocalJira) {
    this.#routes = jira.routes.map(({ method, path }) => ({
      method,
      path,
      pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    }));
    this.#fetch = jira.fetch.bind(jira);
    Object.assign(jira, { fetch: (request: Request) => this.#ask(request) });
    const hooks = globalThis as unknown as { __forge_fetch__: Fetch };
    this.#forge = hooks.__forge_fetch__;
    hooks.__forge_fetch__ = (target, path, init) => this.#platform(target, path, init);
  }

  /** The same Jira without being counted: what people do in Jira's own pages. */
  get uncounted(): LocalJira {
    return { ...this.jira, fetch: this.#fetch };
  }

  reset(): void {
    [this.asked, this.reads, this.writes, this.jobs, this.runs] = [[], [], [], [], []];
    this.storageRefused = 0;
  }

  end(): void {
    Object.assign(this.jira, { fetch: this.#fetch });
    (globalThis as unknown as { __forge_fetch__: Fetch }).__forge_fetch__ = this.#forge;
  }

  /** Runs a function of the app, and counts it with the simulated time it took. */
  async timed(name: string, run: () => unknown): Promise<unknown> {
    const at = Date.now();
    try {
      return await run();
    } finally {
      this.runs.push({ at, much: 1, name, seconds: (Date.now() - at) / SECOND });
    }
  }

  /** How often Jira refused, by its reason. */
  refusals(): Readonly<Record<string, number>> {
    const reasons: Record<string, number> = {};
    for (const { refused } of this.asked) if (refused !== undefined) reasons[refused] = (reasons[refused] ?? 0) + 1;
    return reasons;
  }

  /** Beside every limit, the highest share first. */
  peaks(): readonly Peak[] {
    const endpoints = new Map<string, Asked[]>();
    for (const one of this.asked) {
      const those = endpoints.get(one.endpoint) ?? [];
      those.push(one);
      endpoints.set(one.endpoint, those);
    }
    const bursts = [...endpoints].map(([endpoint, those]): Peak => {
      return { of: `${endpoint} a second`, most: mostIn(those, SECOND), limit: those[0]?.limit ?? 1 };
    });
    const peaks = [
      ...bursts,
      { of: 'requests to Jira a minute', most: mostIn(this.asked, MINUTE), limit: REQUESTS_A_MINUTE },
      { of: 'function runs a minute', most: mostIn(this.runs, MINUTE), limit: RUNS_A_MINUTE.site },
      {
        of: 'storage requests a second',
        most: mostIn([...this.reads, ...this.writes], SECOND),
        limit: STORAGE.requestsASecond,
      },
      { of: 'storage reads a minute', most: mostIn(this.reads, MINUTE), limit: STORAGE.readsAMinute },
      { of: 'storage writes a minute', most: mostIn(this.writes, MINUTE), limit: STORAGE.writesAMinute },
      { of: 'jobs a minute', most: mostIn(this.jobs, MINUTE), limit: JOBS_A_MINUTE },
    ];
    return peaks.filter(({ most }) => most > 0).sort((one, other) => other.most / other.limit - one.most / one.limit);
  }

  async #ask(request: Request): Promise<Response> {
    const { method } = request;
    const { pathname } = new URL(request.url);
    const route =
      this.#routes.find((known) => known.method === method && known.pattern.test(pathname))?.path ?? pathname;
    const response = await this.#fetch(request);
    const reason = response.status === 429 ? (response.headers.get('RateLimit-Reason') ?? 'unknown') : undefined;
    this.asked.push({
      at: Date.now(),
      much: 1,
      endpoint: `${method} ${route.replace('/rest/api/3', '')}`,
      limit: burstLimit(method, route),
      ...(reason === undefined ? {} : { refused: reason }),
    });
    return response;
  }

  async #platform(...[target, path, init]: Parameters<Fetch>): Promise<Response> {
    const at = Date.now();
    if (target.type === 'kvs') return this.#storage(target, path, init, at);
    if (path.includes('/queue/publish')) {
      const { payload } = JSON.parse(textOf(init)) as { readonly payload: readonly unknown[] };
      this.jobs.push({ at, much: payload.length });
    }
    return this.#forge(target, path, init);
  }

  async #storage(target: Target, path: string, init: RequestInit | undefined, at: number): Promise<Response> {
    const isRead = /\/(get|query)$/.test(path);
    const [those, most] = isRead ? [this.reads, this.readsAMinute] : [this.writes, STORAGE.writesAMinute];
    let used = 0;
    for (let place = those.length - 1; place >= 0 && those[place]!.at > at - MINUTE; place -= 1)
      used += those[place]!.much;
    if (used >= most) {
      this.storageRefused += 1;
      return Response.json({ code: 'TOO_MANY_REQUESTS', message: 'Too many requests' }, { status: 429 });
    }
    const response = await this.#forge(target, path, init);
    const bytes = isRead ? (await response.clone().arrayBuffer()).byteLength : textOf(init).length;
    those.push({ at, much: Math.max(1, Math.ceil(bytes / STORAGE.unit)) });
    return response;
  }
}

/** The packages send JSON as text. */
function textOf(init: RequestInit | undefined): string {
  return typeof init?.body === 'string' ? init.body : '';
}

import type { Clock } from '../clock';
import type { SearchIndex } from '../state/search-index';
import { badRequest, JiraProblem } from './problem';
import { rateLimited, type RateLimitReason } from './rate-limits';

/**
 * - `rate-limit`: 429 with `reason` and `retryAfter`
 * - `error-500`, `error-503` (with `retryAfter`, if given)
 * - `timeout-before`: the connection is lost, nothing was done
 * - `timeout-after`: it was done, the answer is lost
 * - `delay`: answers after `delayMs` of real time
 * - `search-lag`: from now on search lags by `lagMs` (until removed)
 * - `search-regression`: the matched searches see recently changed issues as they were before
 * - `short-pages`: the matched searches return fewer issues than asked for, with more to come
 * - `slow-task`: the task that the matched call starts takes `delayMs` on the site's clock
 * - `failed-task`: the task that the matched call starts does nothing and ends as FAILED with `message`
 */
export const FAULT_KINDS = [
  'rate-limit',
  'error-500',
  'error-503',
  'timeout-before',
  'timeout-after',
  'delay',
  'search-lag',
  'search-regression',
  'short-pages',
  'slow-task',
  'failed-task',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** `path` may hold `*`; compared with the request's path. Absent = every call. */
  readonly match?: { readonly method?: string; readonly path?: string };
  /** How many calls it hits; absent = until removed. */
  readonly times?: number;
  readonly reason?: RateLimitReason;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly delayMs?: number;
  readonly lagMs?: number;
  readonly message?: string;
}

/** The connection was cut: over HTTP the socket closes, in process `fetch` rejects. */
export class ConnectionLost extends TypeError {
  constructor() {
    super('fetch failed: the local Jira cut the connection (injected fault)');
    this.name = 'ConnectionLost';
  }
}

interface Armed {
  readonly fault: Fault;
  left: number;
}

export class Faults {
  #armed: Armed[] = [];
  #lagBefore: number | undefined;
  readonly #index: SearchIndex;

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  list(): readonly (Fault & { readonly left: number | null })[] {
    return this.#armed.map(({ fault, left }) => ({ ...fault, left: Number.isFinite(left) ? left : null }));
  }

  add(fault: Fault): void {
    if (!(FAULT_KINDS as readonly string[]).includes(fault.kind)) {
      throw badRequest(`unknown fault '${fault.kind}'; known: ${FAULT_KINDS.join(', ')}`);
    }
    if (fault.kind === 'search-lag') {
      this.#lagBefore ??= this.#index.lagMs;
      this.#index.lagMs = fault.lagMs ?? 60_000;
    }
    this.#armed.push({ fault, left: fault.times ?? Infinity });
  }

  clear(): void {
    this.#armed = [];
    if (this.#lagBefore !== undefined) this.#index.lagMs = this.#lagBefore;
    this.#lagBefore = undefined;
  }

  /** Uses up one shot of the first armed fault of these kinds that fits the call. */
  take(kinds: readonly FaultKind[], method: string, path: string): Fault | undefined {
    const armed = this.#armed.find(
      ({ fault, left }) => left > 0 && kinds.includes(fault.kind) && fits(fault, method, path),
    );
    if (armed === undefined) return undefined;
    armed.left -= 1;
    if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed);
    return armed.fault;
  }
}

/** What the matched fault answers in place of the handler. */
export function faultProblem(fault: Fault, clock: Clock): JiraProblem {
  if (fault.kind === 'rate-limit') return rateLimited(fault.reason ?? 'jira-burst-based', fault.retryAfter ?? 5, clock);
  const wait: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  if (fault.kind === 'error-503') return new JiraProblem(503, ['Service Unavailable'], {}, wait);
  return new JiraProblem(500, ['Internal server error'], {}, wait);
}

function fits(fault: Fault, method: string, path: string): boolean {
  const { match } = fault;
  if (match?.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match?.path === undefined) return true;
  const pattern = match.path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`).test(path);
}

import type { Clock } from '../clock';
import { JiraProblem } from './problem';
import type { Method } from './router';

export type RateLimitReason =
  'jira-quota-global-based' | 'jira-quota-tenant-based' | 'jira-burst-based' | 'jira-per-issue-on-write';

/** Points an hour for all customers of an app together (Tier 1). */
const HOURLY_POINTS = 65_000;
const WRITES_PER_ISSUE = [
  { windowMs: 2_000, most: 20 },
  { windowMs: 30_000, most: 100 },
] as const;

/** Requests a second for one endpoint and method. */
function burstLimit(method: Method, route: string): number {
  if (route.endsWith('/changelog')) return 200;
  if (route === '/rest/api/3/issue/{issueIdOrKey}' && method === 'GET') return 150;
  if (route.endsWith('/search/approximate-count')) return 150;
  return method === 'GET' || method === 'POST' ? 100 : 50;
}

/**
 * The three limits of Jira Cloud, on the injected clock. Off unless asked for, because with a standing clock nothing
 * ever refills. https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export class Limits {
  readonly #clock: Clock;
  readonly #enforced: boolean;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  readonly #writes = new Map<string, number[]>();
  #hour = 0;
  #points = 0;

  constructor(clock: Clock, enforced: boolean) {
    this.#clock = clock;
    this.#enforced = enforced;
  }

  /** Counts a request against burst and quota; throws 429 when one is used up. Returns headers for the answer. */
  request(method: Method, route: string): Record<string, string> {
    if (!this.#enforced) return {};
    const now = this.#clock.now().getTime();
    this.#turnHour(now);
    if (this.#points >= HOURLY_POINTS) {
      throw rateLimited('jira-quota-global-based', secondsToNextHour(now), this.#clock, HOURLY_POINTS);
    }
    const limit = burstLimit(method, route);
    const bucket = this.#buckets.get(`${method} ${route}`) ?? { tokens: limit, at: now };
    bucket.tokens = Math.min(limit, bucket.tokens + ((now - bucket.at) / 1000) * limit);
    bucket.at = now;
    this.#buckets.set(`${method} ${route}`, bucket);
    if (bucket.tokens < 1) throw rateLimited('jira-burst-based', 1, this.#clock, limit);
    bucket.tokens -= 1;
    return {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.floor(bucket.tokens)),
      ...(bucket.tokens < limit * 0.2 ? { 'X-RateLimit-NearLimit': 'true' } : {}),
    };
  }

  spend(points: number): void {
    this.#turnHour(this.#clock.now().getTime());
    this.#points += points;
  }

  /** Called by every handler that writes to an issue, before it writes. 20 writes in 2 s, 100 in 30 s. */
  issueWrite(issueId: string): void {
    if (!this.#enforced) return;
    const now = this.#clock.now().getTime();
    const recent = (this.#writes.get(issueId) ?? []).filter((at) => now - at < 30_000);
    for (const { windowMs, most } of WRITES_PER_ISSUE) {
      const within = recent.filter((at) => now - at < windowMs);
      if (within.length >= most) {
        const wait = Math.max(1, Math.ceil((windowMs - (now - within[0]!)) / 1000));
        throw rateLimited('jira-per-issue-on-write', wait, this.#clock, most);
      }
    }
    recent.push(now);
    this.#writes.set(issueId, recent);
  }

  #turnHour(now: number): void {
    const hour = Math.floor(now / 3_600_000);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#points = 0;
    }
  }
}

function secondsToNextHour(now: number): number {
  return Math.ceil((3_600_000 - (now % 3_600_000)) / 1000);
}

/** A 429 with the headers Jira sends. `retryAfter` in seconds. */
export function rateLimited(
  reason: RateLimitReason,
  retryAfter: number,
  clock: Clock,
  limit: number = HOURLY_POINTS,
): JiraProblem {
  const reset = new Date(clock.now().getTime() + retryAfter * 1000);
  return new JiraProblem(
    429,
    ['Rate limit exceeded.'],
    {},
    {
      'Retry-After': String(retryAfter),
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': reset.toISOString(),
      'X-RateLimit-NearLimit': 'true',
      'RateLimit-Reason': reason,
    },
  );
}

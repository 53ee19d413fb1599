import type { CostKind, Method } from './router';

/** One call, as it was counted. */
export interface CostEntry {
  readonly method: Method;
  /** The route's path with its parameters in braces; the plain path where no route matched. */
  readonly route: string;
  readonly path: string;
  readonly status: number;
  readonly points: number;
  readonly issuesReturned: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Which page view asked, from the request header `x-local-jira-view`. */
  readonly view: string | undefined;
  /** Positions in one line of starts and ends: call B came after call A exactly when B.startedAt > A.endedAt. */
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface CostTotals {
  readonly requests: number;
  readonly points: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Longest chain of calls that each began only after the one before had been answered. */
  readonly roundTrips: number;
}

/**
 * Jira's points for one call: a read costs 1 and 1 more per issue returned, people and permissions 2, a write 1.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export function pointsOf(kind: CostKind, issuesReturned: number): number {
  switch (kind) {
    case 'read':
      return 1 + issuesReturned;
    case 'people':
      return 2;
    case 'write':
    case 'count':
      return 1;
    case 'none':
      return 0;
  }
}

export class CostLedger {
  #entries: CostEntry[] = [];
  #tick = 0;

  get entries(): readonly CostEntry[] {
    return this.#entries;
  }

  /** The next position in the line of starts and ends. */
  tick(): number {
    this.#tick += 1;
    return this.#tick;
  }

  add(entry: CostEntry): void {
    this.#entries.push(entry);
  }

  reset(): void {
    this.#entries = [];
  }

  totals(view?: string): CostTotals {
    const entries = view === undefined ? this.#entries : this.#entries.filter((entry) => entry.view === view);
    const sum = (pick: (entry: CostEntry) => number): number =>
      entries.reduce((total, entry) => total + pick(entry), 0);
    return {
      requests: entries.length,
      points: sum((entry) => entry.points),
      bytesIn: sum((entry) => entry.bytesIn),
      bytesOut: sum((entry) => entry.bytesOut),
      roundTrips: roundTrips(entries),
    };
  }
}

/** Longest chain of calls one after another: greedy by earliest end. */
export function roundTrips(entries: readonly Pick<CostEntry, 'startedAt' | 'endedAt'>[]): number {
  let chain = 0;
  let lastEnd = -1;
  for (const entry of [...entries].sort((a, b) => a.endedAt - b.endedAt)) {
    if (entry.startedAt > lastEnd) {
      chain += 1;
      lastEnd = entry.endedAt;
    }
  }
  return chain;
}

/**
 * `concurrency: { key, limit }` of queue events: how many of them run at the same time. A key counts for the whole
 * installation, over all its queues (developer.atlassian.com/platform/forge/runtime-reference/async-events-api).
 */
import type { Concurrency } from './queue-requests';
import type { Site } from './site';

export class Slots {
  readonly #taken = new Map<Site, Map<string, number>>();

  /** Takes one of the key's slots. @returns what frees it again, or undefined where all are taken. */
  take(site: Site, concurrency: Concurrency | undefined): (() => void) | undefined {
    if (concurrency === undefined) return () => undefined;
    const { key, limit } = concurrency;
    const ofSite = this.#taken.get(site) ?? new Map<string, number>();
    this.#taken.set(site, ofSite);
    const taken = ofSite.get(key) ?? 0;
    if (taken >= limit) return undefined;
    ofSite.set(key, taken + 1);
    return () => void ofSite.set(key, (ofSite.get(key) ?? 1) - 1);
  }
}

/**
 * The key-value store of one installation. `get` sees every write at once; `query` sees a write only after the lag,
 * because Forge's query is eventually consistent.
 */
import * as v from 'valibot';
import { KVS } from '../limits';
import type { Clock } from '../clock';

export interface KvsRecord {
  /** As written: JSON. */
  readonly json: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt?: number | undefined;
}

interface Version {
  readonly at: number;
  /** undefined: deleted. */
  readonly record: KvsRecord | undefined;
}

const snapshotSchema = v.record(
  v.string(),
  v.object({
    json: v.string(),
    createdAt: v.number(),
    updatedAt: v.number(),
    expiresAt: v.optional(v.number()),
  }),
);

export interface KvsFault {
  readonly status: number;
  readonly code: string;
  readonly message?: string;
}

export class KvsStore {
  /** How long `query` does not see a write, in milliseconds of the clock. */
  queryLagMs = 0;
  /** Requests since the last reset. */
  readonly requests = { reads: 0, writes: 0 };
  /** Newest first. */
  readonly #versions = new Map<string, Version[]>();
  readonly #faults: { readonly fault: KvsFault; readonly writesOnly: boolean }[] = [];

  constructor(private readonly clock: Clock) {}

  /** The record, also an expired one that Forge has not yet removed. */
  read(key: string): KvsRecord | undefined {
    const record = this.#versions.get(key)?.[0]?.record;
    return record !== undefined && this.#isRemoved(record) ? undefined : record;
  }

  write(key: string, json: string, ttlMs: number | undefined): KvsRecord {
    const now = this.clock.now().getTime();
    const record: KvsRecord = {
      json,
      createdAt: this.read(key)?.createdAt ?? now,
      updatedAt: now,
      ...(ttlMs === undefined ? {} : { expiresAt: now + ttlMs }),
    };
    this.#append(key, record);
    return record;
  }

  remove(key: string): void {
    if (this.#versions.has(key)) this.#append(key, undefined);
  }

  /** Keys that begin with `prefix` and come after `after`, in order, as `query` sees them. */
  list(prefix: string, after: string | undefined): { key: string; record: KvsRecord }[] {
    const seenUntil = this.clock.now().getTime() - this.queryLagMs;
    const found: { key: string; record: KvsRecord }[] = [];
    for (const [key, versions] of this.#versions) {
      if (!key.startsWith(prefix) || (after !== undefined && key <= after)) continue;
      const record = versions.find(({ at }) => at <= seenUntil)?.record;
      if (record !== undefined && !this.#isRemoved(record)) found.push({ key, record });
    }
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** The next `times` requests are answered with `fault`. */
  failNext(fault: KvsFault, times = 1): void {
    for (let i = 0; i < times; i += 1) this.#faults.push({ fault, writesOnly: false });
  }

  /** The next `times` writes are answered with `fault` and write nothing; reads pass. */
  failNextWrites(fault: KvsFault, times = 1): void {
    for (let i = 0; i < times; i += 1) this.#faults.push({ fault, writesOnly: true });
  }

  takeFault(isWrite: boolean): KvsFault | undefined {
    const next = this.#faults.findIndex(({ writesOnly }) => isWrite || !writesOnly);
    return next === -1 ? undefined : this.#faults.splice(next, 1)[0]?.fault;
  }

  /** Every value, parsed, by key; for looking at from outside. */
  values(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Object.entries(this.snapshot()).map(([key, { json }]) => [key, JSON.parse(json) as unknown]),
    );
  }

  /** JSON-safe. */
  snapshot(): Record<string, KvsRecord> {
    const records: Record<string, KvsRecord> = {};
    for (const key of [...this.#versions.keys()].sort()) {
      const record = this.read(key);
      if (record !== undefined) records[key] = record;
    }
    return records;
  }

  /** Replaces everything. @throws where the snapshot is not one. */
  restore(snapshot: unknown): void {
    const records = v.parse(snapshotSchema, snapshot);
    this.#versions.clear();
    for (const [key, record] of Object.entries(records)) {
      this.#versions.set(key, [{ at: Number.NEGATIVE_INFINITY, record }]);
    }
  }

  #append(key: string, record: KvsRecord | undefined): void {
    const now = this.clock.now().getTime();
    const versions = this.#versions.get(key) ?? [];
    // Keep what a query may still have to see: the newest version older than the lag, and all younger ones.
    const newestSeen = versions.findIndex(({ at }) => at <= now - this.queryLagMs);
    const kept = newestSeen === -1 ? versions : versions.slice(0, newestSeen + 1);
    this.#versions.set(key, [{ at: now, record }, ...kept]);
  }

  #isRemoved({ expiresAt }: KvsRecord): boolean {
    return expiresAt !== undefined && this.clock.now().getTime() >= expiresAt + KVS.expiryLagMs;
  }
}

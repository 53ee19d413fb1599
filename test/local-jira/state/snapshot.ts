import type { ChangeGroup, Issue } from './issue-entities';
import type { SiteFacts, SiteState } from './site-state';

/** JSON-safe picture of a whole site. */
export interface Snapshot {
  readonly version: 1;
  readonly site: SiteFacts;
  readonly tables: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly issues: readonly Issue[];
  readonly history: readonly (readonly [string, readonly ChangeGroup[]])[];
  readonly properties: readonly (readonly [string, Readonly<Record<string, unknown>>])[];
  readonly issueNumbers: readonly (readonly [string, number])[];
  readonly counters: readonly (readonly [string, number])[];
}

export function takeSnapshot(state: SiteState): Snapshot {
  return {
    version: 1,
    site: state.site,
    tables: Object.fromEntries(Object.entries(state.tables()).map(([name, table]) => [name, table.all()])),
    issues: [...state.issues.values()],
    history: [...state.history].map(([id, groups]) => [id, [...groups]]),
    properties: [...state.properties].map(([id, values]) => [id, { ...values }]),
    issueNumbers: [...state.issueNumbers],
    counters: [...state.counters()],
  };
}

/** Replaces everything in `state`. The search index starts complete. Throws when it is not such a snapshot. */
export function restoreSnapshot(state: SiteState, value: unknown): void {
  if (!isSnapshot(value)) throw new TypeError('not a snapshot of a local Jira (version 1)');
  state.site = value.site;
  for (const [name, table] of Object.entries(state.tables())) table.load(value.tables[name] ?? []);
  state.issues.clear();
  state.index.clear();
  state.loadIssues(value.issues);
  refill(
    state.history,
    value.history.map(([id, groups]) => [id, [...groups]]),
  );
  refill(
    state.properties,
    value.properties.map(([id, values]) => [id, { ...values }]),
  );
  refill(state.issueNumbers, value.issueNumbers);
  refill(state.counters(), value.counters);
}

function refill<V>(map: Map<string, V>, entries: readonly (readonly [string, V])[]): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null) return false;
  const candidate = value as Partial<Snapshot>;
  return candidate.version === 1 && Array.isArray(candidate.issues) && typeof candidate.tables === 'object';
}

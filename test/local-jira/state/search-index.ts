import type { Clock } from '../clock';
import type { Issue } from './issue-entities';

interface PendingChange {
  readonly id: string;
  readonly after: Issue | undefined;
  readonly visibleAt: number;
}

/** Versions of single issues to use in place of the indexed ones; `undefined` = as if it did not exist. */
export type Overlay = ReadonlyMap<string, Issue | undefined>;

/**
 * What JQL search sees: the issues as they were some time ago. Jira's search has no read-after-write; it shows a
 * change "a few seconds to minutes" later, and an issue it already showed can vanish again for a moment.
 * https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/
 */
export class SearchIndex {
  /** How long a change takes to be found, in ms of the injected clock. */
  lagMs: number;
  readonly #clock: Clock;
  readonly #lists = new Map<string, Issue[]>();
  readonly #places = new Map<string, { projectId: string; at: number }>();
  #pending: PendingChange[] = [];
  /** What the index said before its latest change of each issue; kept for the regression fault. */
  readonly #previous = new Map<string, Issue | undefined>();

  constructor(clock: Clock, lagMs: number) {
    this.#clock = clock;
    this.lagMs = lagMs;
  }

  record(id: string, after: Issue | undefined): void {
    if (this.lagMs === 0 && this.#pending.length === 0) {
      this.#apply(id, after);
      return;
    }
    this.#pending.push({ id, after, visibleAt: this.#clock.now().getTime() + this.lagMs });
  }

  /** Takes in every change that is old enough by now. */
  catchUp(): void {
    if (this.#pending.length === 0) return;
    const now = this.#clock.now().getTime();
    let taken = 0;
    for (const change of this.#pending) {
      if (change.visibleAt > now) break;
      this.#apply(change.id, change.after);
      taken += 1;
    }
    if (taken > 0) this.#pending = this.#pending.slice(taken);
  }

  /** Takes in everything at once, however young: what "wait until Jira has settled" means in a test. */
  settle(): void {
    for (const change of this.#pending) this.#apply(change.id, change.after);
    this.#pending = [];
  }

  /** The indexed issues of one project, in no particular order. */
  inProject(projectId: string): readonly Issue[] {
    return this.#lists.get(projectId) ?? [];
  }

  get(id: string): Issue | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#lists.get(place.projectId)?.[place.at];
  }

  /** The state before the latest indexed change of every recently changed issue. */
  regression(): Overlay {
    return new Map(this.#previous);
  }

  clear(): void {
    this.#lists.clear();
    this.#places.clear();
    this.#previous.clear();
    this.#pending = [];
  }

  /** Fills the index directly; used after restore and bulk loading. */
  fill(issues: Iterable<Issue>): void {
    for (const issue of issues) this.#set(issue);
  }

  #apply(id: string, after: Issue | undefined): void {
    this.#previous.delete(id);
    this.#previous.set(id, this.get(id));
    if (this.#previous.size > 500) {
      const oldest = this.#previous.keys().next();
      if (!oldest.done) this.#previous.delete(oldest.value);
    }
    if (after === undefined) this.#remove(id);
    else this.#set(after);
  }

  #set(issue: Issue): void {
    const place = this.#places.get(issue.id);
    if (place !== undefined && place.projectId === issue.projectId) {
      this.#lists.get(place.projectId)![place.at] = issue;
      return;
    }
    if (place !== undefined) this.#remove(issue.id);
    let list = this.#lists.get(issue.projectId);
    if (list === undefined) this.#lists.set(issue.projectId, (list = []));
    this.#places.set(issue.id, { projectId: issue.projectId, at: list.length });
    list.push(issue);
  }

  #remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    const list = this.#lists.get(place.projectId)!;
    const last = list.pop()!;
    if (last.id !== id) {
      list[place.at] = last;
      this.#places.set(last.id, place);
    }
    this.#places.delete(id);
  }
}

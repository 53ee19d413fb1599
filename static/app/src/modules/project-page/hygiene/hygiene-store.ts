/**
 * Counts the rules, looks at the risks, and holds what came. Whoever draws it subscribes.
 */
import type { AppError } from '../../../../../../src/contract/result';
import { HYGIENE_RULES } from '../../../../../../src/domain/hygiene';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import type { HygienePage, HygieneRow, RuleWay } from '../../../../../../src/reads/hygiene-view';
import { EMPTY_HYGIENE, nextHygiene } from './hygiene-state';
import type { HygieneEvent, HygieneState, LookedAt, Place } from './hygiene-state';

/** Everything outside: Jira as the viewer. Reads throw; `errorOf` names what they threw. */
export interface HygienePorts {
  readonly ways: Readonly<Record<HygieneRule, RuleWay>>;
  /** Pages of a look at a time. */
  readonly lookPages: Readonly<Record<LookedAt, number>>;
  readonly count: (jql: string) => Promise<number>;
  readonly readRows: (
    rule: HygieneRule,
    next: string | undefined,
    changedIds: readonly string[],
  ) => Promise<HygienePage>;
  readonly lookAt: (at: LookedAt, next: string | undefined) => Promise<HygienePage>;
  /** One risk as it is now; `undefined` where the viewer cannot see it any more. */
  readonly readRow: (id: string) => Promise<HygieneRow | undefined>;
  readonly errorOf: (error: unknown) => AppError;
}

export class HygieneStore {
  #state: HygieneState = EMPTY_HYGIENE;
  readonly #listeners = new Set<() => void>();
  /** What is on its way: asked for twice, it is read once. */
  readonly #busy = new Set<string>();
  #begun = false;

  /** @param changedBefore risks that were changed here before this look, which Jira's index may still not know. */
  constructor(
    readonly ports: HygienePorts,
    readonly changedBefore: readonly string[] = [],
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): HygieneState => this.#state;

  /** Counts and looks, once. */
  readonly begin = (): void => {
    if (this.#begun) return;
    this.#begun = true;
    const looks = new Set<LookedAt>();
    for (const rule of HYGIENE_RULES) {
      const way = this.ports.ways[rule];
      if (way.way === 'counted') this.count(rule);
      if (way.way === 'looked') looks.add(way.at);
    }
    for (const at of looks) this.lookOn(at);
  };

  readonly count = (rule: HygieneRule): void => {
    const way = this.ports.ways[rule];
    if (way.way !== 'counted') return;
    void this.#once(`count ${rule}`, async () => {
      this.#tell({ type: 'counting', rule });
      try {
        this.#tell({ type: 'counted', rule, count: await this.ports.count(way.jql) });
      } catch (error) {
        this.#tell({ type: 'countFailed', rule, error: this.ports.errorOf(error) });
      }
    });
  };

  /** The first rows of a rule that is counted, or the next ones. */
  readonly readRows = (rule: HygieneRule): void => {
    // Jira wants the same ids on every page, so a list goes on with those that its first page was asked with.
    const next = this.#state.lists[rule]?.next;
    if (next === undefined) this.#changedOf.set(rule, this.changedIds());
    const changed = this.#changedOf.get(rule) ?? [];
    void this.#pages({ kind: 'list', rule }, 1, (from) => this.ports.readRows(rule, from, changed));
  };
  readonly #changedOf = new Map<HygieneRule, readonly string[]>();

  /** So many risks more, for the rules that only a look tells. */
  readonly lookOn = (at: LookedAt): void => {
    void this.#pages({ kind: 'look', at }, this.ports.lookPages[at], (from) => this.ports.lookAt(at, from));
  };

  /** What was changed from this page, the last at the end. */
  readonly changedIds = (): readonly string[] => {
    const since = [...this.#state.changed.keys()];
    return [...this.changedBefore.filter((id) => !since.includes(id)), ...since];
  };

  /** Reads one risk again after a change. True when what is shown of it is true again. */
  readonly lookAgain = async (row: HygieneRow): Promise<boolean> => {
    try {
      this.#tell({ type: 'changed', before: row, now: await this.ports.readRow(row.id) });
      return true;
    } catch {
      return false;
    }
  };

  async #pages(of: Place, most: number, read: (next: string | undefined) => Promise<HygienePage>): Promise<void> {
    await this.#once(JSON.stringify(of), async () => {
      const before = of.kind === 'look' ? this.#state.looks[of.at] : this.#state.lists[of.rule];
      let next = before?.next;
      try {
        for (let count = 0; count < most; count += 1) {
          this.#tell({ type: 'reading', of });
          const page = await read(next);
          this.#tell({ type: 'pageRead', of, page });
          next = page.next;
          if (next === undefined) return;
        }
      } catch (error) {
        this.#tell({ type: 'readFailed', of, error: this.ports.errorOf(error) });
      }
    });
  }

  async #once(name: string, work: () => Promise<void>): Promise<void> {
    if (this.#busy.has(name)) return;
    this.#busy.add(name);
    await work();
    this.#busy.delete(name);
  }

  #tell(event: HygieneEvent): void {
    this.#state = nextHygiene(this.#state, event);
    for (const listener of this.#listeners) listener();
  }
}

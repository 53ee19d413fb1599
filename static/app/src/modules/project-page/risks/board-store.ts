/**
 * Reads the register a page at a time and holds what came. Whoever draws it subscribes.
 */
import type { AppError } from '../../../../../../src/contract/result';
import { RISK_LISTS } from '../../../../../../src/reads/risk-board-view';
import { Places } from '../../../../../../src/jira/search';
import type { RiskBoardPage, RiskList, RiskRow } from '../../../../../../src/reads/risk-board-view';
import { EMPTY_BOARD, nextBoard } from './board-state';
import type { BoardEvent, BoardState } from './board-state';

/** Everything outside: Jira as the viewer. Reads throw; `errorOf` names what they threw. */
export interface BoardPorts {
  readonly readPage: (
    list: RiskList,
    next: string | undefined,
    changedIds: readonly string[],
  ) => Promise<RiskBoardPage>;
  readonly count: (list: RiskList) => Promise<number>;
  readonly readRows: (ids: readonly string[]) => Promise<readonly RiskRow[]>;
  readonly errorOf: (error: unknown) => AppError;
}

export class BoardStore {
  #state: BoardState = EMPTY_BOARD;
  readonly #listeners = new Set<() => void>();
  /** Counts up with every reading of a list; an older one then stops by itself. */
  readonly #turn: Record<RiskList, number> = { open: 0, closed: 0 };

  /** Lists whose reading ended because the page was left. */
  readonly #left = new Set<RiskList>();

  constructor(readonly ports: BoardPorts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): BoardState => this.#state;

  /** Reads a list that nobody read yet, or goes on where the page was left and came back. */
  readonly begin = (list: RiskList): void => {
    if (this.#state.lists[list].state === 'unread') void this.#read(list, 'anew');
    else if (this.#left.delete(list)) this.goOn(list);
  };

  /** Goes on after a stop or a failure. */
  readonly goOn = (list: RiskList): void => {
    const { state, next, error } = this.#state.lists[list];
    if (state !== 'stopped' && state !== 'failed') return;
    // A place in a list grows old; Jira then refuses it, and only reading anew helps.
    void this.#read(list, next === undefined || error?.code === 'jira-refused' ? 'anew' : 'on');
  };

  /** From the first page: the risks stay in view until it comes. */
  readonly readAnew = (list: RiskList): void => {
    void this.#read(list, 'anew');
  };

  readonly stop = (list: RiskList): void => {
    if (this.#state.lists[list].state !== 'reading') return;
    this.#turn[list] += 1;
    this.#tell({ type: 'stopped', list });
  };

  /** These risks as they are now, after they were changed; `undefined` where Jira did not answer: they stay as they were. */
  readonly lookAgain = async (ids: readonly string[]): Promise<readonly RiskRow[] | undefined> => {
    this.#tell({ type: 'changed', ids });
    if (ids.length === 0) return [];
    try {
      const rows = await this.ports.readRows(ids);
      this.#tell({ type: 'rowsRead', asked: ids, rows });
      return rows;
    } catch {
      return undefined;
    }
  };

  /** Ends what is on its way, for a page that is left. */
  leave(): void {
    for (const list of RISK_LISTS) {
      if (this.#state.lists[list].state !== 'reading') continue;
      this.#left.add(list);
      this.stop(list);
    }
  }

  async #read(list: RiskList, from: 'anew' | 'on'): Promise<void> {
    const { ports } = this;
    const turn = ++this.#turn[list];
    const isOld = () => turn !== this.#turn[list];
    // Fixed for all pages: Jira wants the same on each.
    const { changedIds } = this.#state;
    let next = from === 'anew' ? undefined : this.#state.lists[list].next;
    let first = from === 'anew';
    const places = new Places();
    this.#tell({ type: 'reading', list, anew: first });
    try {
      do {
        const page = await ports.readPage(list, next, changedIds);
        if (isOld()) return;
        this.#tell({ type: 'pageRead', list, page, first });
        if (first && page.next !== undefined) void this.#count(list, isOld);
        next = page.next === undefined ? undefined : places.take(page.next);
        first = false;
      } while (next !== undefined);
    } catch (error) {
      if (!isOld()) this.#tell({ type: 'readFailed', list, error: ports.errorOf(error) });
    }
  }

  /** Only where one page is not all. Without it the page says how many came, and not of how many. */
  async #count(list: RiskList, isOld: () => boolean): Promise<void> {
    try {
      const total = await this.ports.count(list);
      if (!isOld()) this.#tell({ type: 'counted', list, total });
    } catch {
      // Progress without an end is still progress.
    }
  }

  #tell(event: BoardEvent): void {
    this.#state = nextBoard(this.#state, event);
    for (const listener of this.#listeners) listener();
  }
}

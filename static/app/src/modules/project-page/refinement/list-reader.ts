/**
 * Reading the lists of the meeting a page at a time, and single stories again.
 */
import type { RefinementList, RefinementRow } from '../../../../../../src/reads/refinement-view';
import { changedIds } from './deeds';
import { isFiltering } from './filter';
import { visibleIn } from './meeting-state';
import type { MeetingStore } from './meeting-store';

/** What Jira's search may not know of yet; it takes no more at a time. */
const CHANGED_AT_MOST = 50;
/** Stories left below which the next page is read. */
const NEAR_END = 30;
/** Older than this, a story is looked at again when it becomes the current one. */
const FRESH_MS = 60_000;

export class ListReader {
  constructor(private readonly store: MeetingStore) {}

  /** Opens a list, and reads it where that was not done or something was decided since. */
  async openList(list: RefinementList): Promise<void> {
    const { store } = this;
    store.tell({ type: 'opened', list });
    const { begun, stale, reading } = store.openList;
    if ((!begun || stale) && reading === 'none') await this.readFirst(list);
    else await this.readOn();
  }

  readFirst(list: RefinementList): Promise<void> {
    return this.#read(list, 'first');
  }

  /** The next page where the end of what was read is near; while a filter is set, only when somebody asks for it. */
  async readOn({ asked = false } = {}): Promise<void> {
    const { state, openList } = this.store;
    const { begun, next, reading, error, currentId } = openList;
    if (!begun || next === undefined || reading !== 'none') return;
    if (!asked && (error !== undefined || isFiltering(state.filter))) return;
    const visible = visibleIn(state, state.open);
    const at = visible.findIndex(({ id }) => id === currentId);
    if (asked || visible.length - at <= NEAR_END) await this.#read(state.open, 'more');
  }

  /** The last rows are on screen, wherever the current one is. */
  readonly readOnAtEnd = (): void => {
    const { state, openList } = this.store;
    if (openList.error === undefined && !isFiltering(state.filter)) void this.readOn({ asked: true });
  };

  async #read(list: RefinementList, which: 'first' | 'more'): Promise<void> {
    const { store } = this;
    const { ports } = store;
    store.tell({ type: 'reading', list, which });
    try {
      const first = which === 'first';
      const page = await ports.readPage(
        list,
        first ? undefined : store.state.lists[list].next,
        first ? changedIds(store.state.deeds, CHANGED_AT_MOST) : [],
      );
      store.tell({ type: 'pageRead', list, page, at: ports.now() });
      if (list === 'bypasses' && page.rows.length > 0) await this.#readHistories(page.rows);
      // A page can be short or empty although the list goes on.
      if (list === store.state.open) await this.readOn();
    } catch (error) {
      store.tell({ type: 'readFailed', list, error: ports.errorOf(error) });
    }
  }

  async #readHistories(rows: readonly RefinementRow[]): Promise<void> {
    const { ports } = this.store;
    try {
      this.store.tell({ type: 'rowsRead', rows: await ports.readBypasses(rows), at: ports.now() });
    } catch {
      // The row itself says what is missing; who moved it is left out.
    }
  }

  /** Looks at a story again that was read a while ago: somebody else may have assessed it, which is then said. */
  async lookAgain(id: string): Promise<void> {
    const { store } = this;
    if (store.ports.now() - (store.openList.readAt.get(id) ?? 0) < FRESH_MS) return;
    const before = store.openList.rows.find((known) => known.id === id);
    const row = await this.readAgain(id);
    if (before?.relevance === 'unassessed' && row !== undefined && row.relevance !== 'unassessed') {
      store.show({ note: { kind: 'others', row } });
    }
  }

  /** The story as Jira has it now. One that is gone leaves; where Jira does not answer, the page stays as it is. */
  async readAgain(id: string): Promise<RefinementRow | undefined> {
    const { store } = this;
    const { ports } = store;
    try {
      const read = await ports.readRow(id);
      const before = store.openList.rows.find((known) => known.id === id);
      const row = withHistory(read, before);
      store.tell({ type: 'rowsRead', rows: [row], at: ports.now() });
      return row;
    } catch (error) {
      if (ports.errorOf(error).code === 'not-found') store.tell({ type: 'lost', id });
      return undefined;
    }
  }
}

/** A single look does not read the history again. */
function withHistory(row: RefinementRow, before: RefinementRow | undefined): RefinementRow {
  return row.bypass === undefined && before?.bypass !== undefined && row.lists.includes('bypasses')
    ? { ...row, bypass: before.bypass }
    : row;
}

/**
 * What the risk board has read: its risks, and how far each of its two lists is. Pure.
 */
import type { AppError } from '../../../../../../src/contract/result';
import type { RiskBoardPage, RiskList, RiskRow } from '../../../../../../src/reads/risk-board-view';

/** Jira looks at so many changed issues beside its index, and no more. */
const CHANGED_AT_MOST = 50;

export interface ListReading {
  /** `stopped`: somebody had seen enough; `failed`: what was read stays, and reading can go on. */
  readonly state: 'unread' | 'reading' | 'stopped' | 'failed' | 'complete';
  /** Rows that came, whatever became of them since. */
  readonly read: number;
  /** How many Jira counts; missing until it said so, or where it did not. */
  readonly total: number | undefined;
  readonly next: string | undefined;
  readonly error: AppError | undefined;
}

export interface BoardState {
  /** By id, in the order in which they came. */
  readonly rows: ReadonlyMap<string, RiskRow>;
  readonly lists: Readonly<Record<RiskList, ListReading>>;
  /** Changed from this page a moment ago, the last at the end. */
  readonly changedIds: readonly string[];
}

export type BoardEvent =
  /** `anew`: from the first page, and what stood there is forgotten when it comes. */
  | { readonly type: 'reading'; readonly list: RiskList; readonly anew: boolean }
  | { readonly type: 'counted'; readonly list: RiskList; readonly total: number }
  | { readonly type: 'pageRead'; readonly list: RiskList; readonly page: RiskBoardPage; readonly first: boolean }
  | { readonly type: 'readFailed'; readonly list: RiskList; readonly error: AppError }
  | { readonly type: 'stopped'; readonly list: RiskList }
  /** Looked at again one by one; those asked for and not among `rows` are gone, or not to be seen. */
  | { readonly type: 'rowsRead'; readonly asked: readonly string[]; readonly rows: readonly RiskRow[] }
  | { readonly type: 'changed'; readonly ids: readonly string[] };

const UNREAD: ListReading = { state: 'unread', read: 0, total: undefined, next: undefined, error: undefined };

export const EMPTY_BOARD: BoardState = { rows: new Map(), lists: { open: UNREAD, closed: UNREAD }, changedIds: [] };

export function nextBoard(state: BoardState, event: BoardEvent): BoardState {
  switch (event.type) {
    case 'reading': {
      const list = state.lists[event.list];
      return withList(state, event.list, {
        ...(event.anew ? { read: 0, next: undefined } : {}),
        total: list.total,
        state: 'reading',
        error: undefined,
      });
    }
    case 'counted':
      return withList(state, event.list, { total: event.total });
    case 'pageRead':
      return pageRead(state, event.list, event.page, event.first);
    case 'readFailed':
      return withList(state, event.list, { state: 'failed', error: event.error });
    case 'stopped':
      return withList(state, event.list, { state: 'stopped' });
    case 'rowsRead':
      return rowsRead(state, event.asked, event.rows);
    case 'changed': {
      const ids = new Set(event.ids);
      const changedIds = [...state.changedIds.filter((id) => !ids.has(id)), ...ids].slice(-CHANGED_AT_MOST);
      return { ...state, changedIds };
    }
  }
}

/** Which of the two lists a risk belongs to. */
export function listOf({ status }: Pick<RiskRow, 'status'>): RiskList {
  return status.category === 'done' ? 'closed' : 'open';
}

/** How many there are: what Jira counts, but never fewer than came, because its count may be older. */
export function totalOf({ state, read, total }: ListReading): number | undefined {
  if (state === 'complete') return read;
  return total === undefined ? undefined : Math.max(total, read);
}

function withList(state: BoardState, list: RiskList, change: Partial<ListReading>): BoardState {
  return { ...state, lists: { ...state.lists, [list]: { ...state.lists[list], ...change } } };
}

function pageRead(state: BoardState, list: RiskList, page: RiskBoardPage, first: boolean): BoardState {
  // The first page of a list that is read anew replaces it: what was deleted meanwhile is not on any page.
  const kept = first ? [...state.rows].filter(([, row]) => listOf(row) !== list) : state.rows;
  const rows = new Map(kept);
  // A risk that another one pushed onto the next page, or a page that comes again, is not read twice.
  const fresh = page.rows.filter(({ id }) => {
    const known = rows.get(id);
    return known === undefined || listOf(known) !== list;
  });
  for (const row of page.rows) rows.set(row.id, row);
  const before = first ? 0 : state.lists[list].read;
  const read: Partial<ListReading> = { read: before + fresh.length, next: page.next };
  return withList({ ...state, rows }, list, page.next === undefined ? { ...read, state: 'complete' } : read);
}

function rowsRead(state: BoardState, asked: readonly string[], found: readonly RiskRow[]): BoardState {
  const fresh = new Map(found.map((row) => [row.id, row]));
  const rows = new Map(state.rows);
  for (const id of asked) {
    const row = fresh.get(id);
    if (row === undefined) rows.delete(id);
    else rows.set(id, row);
  }
  return { ...state, rows };
}

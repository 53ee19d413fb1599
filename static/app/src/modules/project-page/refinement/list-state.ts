/**
 * One list of the meeting: what was read of it, what was decided or put aside since, which story is current and which are
 * selected. Pure.
 */
import type { AppError } from '../../../../../../src/contract/result';
import type { RefinementNext, RefinementPage, RefinementRow } from '../../../../../../src/reads/refinement-view';

export interface ListState {
  /** Which page is on its way. */
  readonly reading: 'none' | 'first' | 'more';
  /** Of the last read; what was read before stays. */
  readonly error: AppError | undefined;
  /** A first page arrived. */
  readonly begun: boolean;
  /** All that was read, by rank; never shortened, so that what comes back stands where it was. */
  readonly rows: readonly RefinementRow[];
  /** When each was read; milliseconds since the epoch. */
  readonly readAt: ReadonlyMap<string, number>;
  readonly next: RefinementNext | undefined;
  /** Found by Jira's search, and not part of the list on a closer look. */
  readonly leftOut: number;
  /** Decided, fixed or assessed by somebody else since. */
  readonly gone: ReadonlySet<string>;
  /** Put aside for this meeting. */
  readonly skipped: ReadonlySet<string>;
  readonly currentId: string | undefined;
  readonly selected: ReadonlySet<string>;
  /** Where a selection “up to here” begins. */
  readonly anchorId: string | undefined;
  /** Something was decided that may have put stories into this list: it is read anew when it is opened. */
  readonly stale: boolean;
}

export const UNREAD: ListState = {
  reading: 'none',
  error: undefined,
  begun: false,
  rows: [],
  readAt: new Map(),
  next: undefined,
  leftOut: 0,
  gone: new Set(),
  skipped: new Set(),
  currentId: undefined,
  selected: new Set(),
  anchorId: undefined,
  stale: false,
};

/** What is still to be looked at, by rank. */
export function standing({
  rows,
  gone,
  skipped,
}: Pick<ListState, 'rows' | 'gone' | 'skipped'>): readonly RefinementRow[] {
  return gone.size === 0 && skipped.size === 0 ? rows : rows.filter(({ id }) => !gone.has(id) && !skipped.has(id));
}

/** How many are put aside and would still stand otherwise. */
export function skippedCount({ skipped, gone }: ListState): number {
  return [...skipped].filter((id) => !gone.has(id)).length;
}

export function begunReading(list: ListState, which: 'first' | 'more'): ListState {
  return { ...list, reading: which, error: undefined };
}

/** The first page replaces what was there, but not what was put aside, nor the place in the list. */
export function pageRead(list: ListState, page: RefinementPage, at: number): ListState {
  const first = list.reading === 'first';
  const known = new Set(first ? [] : list.rows.map(({ id }) => id));
  // A story that was moved meanwhile can come on two pages.
  const added = page.rows.filter(({ id }) => !known.has(id));
  const rows = first ? added : [...list.rows, ...added];
  const read: ListState = {
    ...list,
    reading: 'none',
    begun: true,
    rows,
    readAt: new Map([...(first ? [] : list.readAt), ...added.map(({ id }): [string, number] => [id, at])]),
    next: page.next,
    leftOut: page.leftOut + (first ? 0 : list.leftOut),
    gone: first ? new Set() : list.gone,
    selected: first ? new Set() : list.selected,
    stale: first ? false : list.stale,
  };
  const stands = read.currentId !== undefined && standing(read).some(({ id }) => id === read.currentId);
  return stands ? read : { ...read, currentId: standing(read)[0]?.id };
}

export function readFailed(list: ListState, error: AppError): ListState {
  return { ...list, reading: 'none', error };
}

export type Step = 'next' | 'previous' | 'first' | 'last';

/** `visible`: the stories on screen, in order. Stops at both ends. */
export function moved(list: ListState, visible: readonly RefinementRow[], step: Step): ListState {
  const at = visible.findIndex(({ id }) => id === list.currentId);
  const to = { next: at + 1, previous: Math.max(0, at - 1), first: 0, last: visible.length - 1 }[step];
  return madeCurrent(list, visible[Math.min(to, visible.length - 1)]?.id);
}

export function madeCurrent(list: ListState, id: string | undefined): ListState {
  return id === undefined || id === list.currentId ? list : { ...list, currentId: id };
}

export function toggled(list: ListState, id: string): ListState {
  const selected = new Set(list.selected);
  if (!selected.delete(id)) selected.add(id);
  return { ...list, selected, anchorId: id };
}

/** Everything between the last one that was ticked and this one, both included. */
export function selectedUpTo(list: ListState, visible: readonly RefinementRow[], id: string): ListState {
  const place = (wanted: string | undefined) => visible.findIndex((row) => row.id === wanted);
  const to = place(id);
  const from = place(list.anchorId);
  if (to < 0) return list;
  if (from < 0) return toggled(list, id);
  const between = visible.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...list, selected: new Set([...list.selected, ...between.map((row) => row.id)]) };
}

export function selectedAll(list: ListState, visible: readonly RefinementRow[]): ListState {
  return { ...list, selected: new Set(visible.map(({ id }) => id)) };
}

export function selectedNone(list: ListState): ListState {
  return list.selected.size === 0 ? list : { ...list, selected: new Set(), anchorId: undefined };
}

/** They leave; the story after the current one becomes current, or the one before where none follows. */
export function left(
  list: ListState,
  visible: readonly RefinementRow[],
  ids: ReadonlySet<string>,
  how: 'gone' | 'skipped',
): ListState {
  const at = visible.findIndex(({ id }) => id === list.currentId);
  const stays = ({ id }: RefinementRow) => !ids.has(id);
  const current = visible.slice(Math.max(0, at)).find(stays) ?? visible.slice(0, Math.max(0, at)).filter(stays).at(-1);
  return {
    ...list,
    [how]: new Set([...list[how], ...ids]),
    selected: new Set([...list.selected].filter((id) => !ids.has(id))),
    currentId: current?.id,
  };
}

/** They are back where they were, and the first of them is current. */
export function cameBack(list: ListState, ids: readonly string[]): ListState {
  const back = new Set(ids);
  const without = (set: ReadonlySet<string>) => new Set([...set].filter((id) => !back.has(id)));
  const first = list.rows.find(({ id }) => back.has(id));
  return { ...list, gone: without(list.gone), skipped: without(list.skipped), currentId: first?.id ?? list.currentId };
}

/**
 * Stories as they are now: each leaves or comes back as `belongs` says; the current story stays current while it stands.
 * A story that was never read here is not slipped in: the list is read anew when it is opened.
 */
export function rowsChanged(
  list: ListState,
  visible: readonly RefinementRow[],
  changed: ReadonlyMap<string, RefinementRow>,
  belongs: (row: RefinementRow) => boolean,
  at: number,
): ListState {
  const known = list.rows.filter(({ id }) => changed.has(id)).map(({ id }) => id);
  const leaving = new Set<string>();
  const gone = new Set(list.gone);
  for (const id of known) {
    const row = changed.get(id);
    if (row !== undefined && belongs(row)) gone.delete(id);
    else if (!gone.has(id)) leaving.add(id);
  }
  const isKnown = new Set(known);
  const isNew = [...changed.values()].some((row) => belongs(row) && !isKnown.has(row.id));
  const stale = list.stale || (list.begun && isNew);
  if (known.length === 0) return stale === list.stale ? list : { ...list, stale };
  const next: ListState = {
    ...list,
    stale,
    gone,
    rows: list.rows.map((old) => changed.get(old.id) ?? old),
    readAt: new Map([...list.readAt, ...known.map((id): [string, number] => [id, at])]),
  };
  if (leaving.size > 0) return left(next, visible, leaving, 'gone');
  return { ...next, currentId: next.currentId ?? standing(next)[0]?.id };
}

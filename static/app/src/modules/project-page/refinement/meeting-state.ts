/**
 * The whole meeting: counts, four lists, and what was done. Pure; use-meeting.ts talks to Jira.
 */
import type { AppError } from '../../../../../../src/contract/result';
import { REFINEMENT_LISTS } from '../../../../../../src/reads/refinement-view';
import type {
  RefinementCounts,
  RefinementList,
  RefinementPage,
  RefinementRow,
} from '../../../../../../src/reads/refinement-view';
import type { Deed, DeedPhase, Refused, Saved } from './deeds';
import { filtered, NO_FILTER } from './filter';
import type { Filter } from './filter';
import * as one from './list-state';
import type { ListState, Step } from './list-state';

export interface MeetingState {
  readonly open: RefinementList;
  readonly filter: Filter;
  readonly lists: Readonly<Record<RefinementList, ListState>>;
  readonly counts: RefinementCounts;
  readonly deeds: readonly Deed[];
  /** When the first story was on screen; milliseconds since the epoch. */
  readonly startedAt: number | undefined;
}

export type MeetingEvent =
  | { readonly type: 'counted'; readonly counts: RefinementCounts }
  | { readonly type: 'opened'; readonly list: RefinementList }
  | { readonly type: 'filtered'; readonly filter: Filter }
  | { readonly type: 'reading'; readonly list: RefinementList; readonly which: 'first' | 'more' }
  | { readonly type: 'pageRead'; readonly list: RefinementList; readonly page: RefinementPage; readonly at: number }
  | { readonly type: 'readFailed'; readonly list: RefinementList; readonly error: AppError }
  | { readonly type: 'moved'; readonly step: Step }
  | { readonly type: 'chosen'; readonly id: string }
  | { readonly type: 'toggled'; readonly id: string }
  | { readonly type: 'selectedUpTo'; readonly id: string }
  | { readonly type: 'selectedAll' }
  | { readonly type: 'selectedNone' }
  /** Something was done. `expected`: how the stories will stand. */
  | { readonly type: 'did'; readonly deed: Deed; readonly expected: readonly RefinementRow[] }
  /** Part of a decision was answered. Stories that were refused come back. */
  | {
      readonly type: 'answered';
      readonly deedId: number;
      readonly saved: readonly Saved[];
      readonly refused: readonly Refused[];
      readonly at: number;
    }
  | { readonly type: 'phase'; readonly deedId: number; readonly phase: DeedPhase }
  /** The stories stand again as these say, and the first of them is current. */
  | {
      readonly type: 'tookBack';
      readonly deedId: number;
      readonly rows: readonly RefinementRow[];
      readonly phase: DeedPhase;
      readonly at: number;
    }
  /** Stories as they are in Jira now. */
  | { readonly type: 'rowsRead'; readonly rows: readonly RefinementRow[]; readonly at: number }
  /** Deleted, moved away or hidden from the viewer. */
  | { readonly type: 'lost'; readonly id: string };

export function firstState(counts: RefinementCounts, open: RefinementList): MeetingState {
  const { UNREAD } = one;
  return {
    open,
    filter: NO_FILTER,
    lists: { unassessed: UNREAD, unanswered: UNREAD, enablersNotReady: UNREAD, bypasses: UNREAD },
    counts,
    deeds: [],
    startedAt: undefined,
  };
}

/** The stories on screen in a list, in order. */
export function visibleIn({ open, filter, lists }: MeetingState, list: RefinementList): readonly RefinementRow[] {
  const all = one.standing(lists[list]);
  return list === open ? filtered(all, filter) : all;
}

/**
 * How many stories a list holds: exactly, once it was read to its end; before that, what Jira's search found and was not
 * left out on a closer look. Those that were skipped count.
 */
export function countIn({ lists, counts }: MeetingState, name: RefinementList): number {
  const { begun, next, stale, rows, gone, leftOut } = lists[name];
  if (begun && next === undefined && !stale) return rows.length - gone.size;
  return Math.max(0, counts.lists[name] - leftOut);
}

export function nextMeeting(state: MeetingState, event: MeetingEvent): MeetingState {
  const onOpen = (change: (list: ListState, visible: readonly RefinementRow[]) => ListState): MeetingState =>
    withList(state, state.open, change(state.lists[state.open], visibleIn(state, state.open)));
  switch (event.type) {
    case 'counted':
      return { ...state, counts: event.counts };
    case 'opened':
      return event.list === state.open ? state : { ...state, open: event.list, filter: NO_FILTER };
    case 'filtered':
      return withCurrentOnScreen({ ...state, filter: event.filter });
    case 'reading':
      return withList(state, event.list, one.begunReading(state.lists[event.list], event.which));
    case 'pageRead':
      return withCurrentOnScreen({
        ...withList(state, event.list, one.pageRead(state.lists[event.list], event.page, event.at)),
        startedAt: state.startedAt ?? event.at,
      });
    case 'readFailed':
      return withList(state, event.list, one.readFailed(state.lists[event.list], event.error));
    case 'moved':
      return onOpen((list, visible) => one.moved(list, visible, event.step));
    case 'chosen':
      return onOpen((list) => one.madeCurrent(list, event.id));
    case 'toggled':
      return onOpen((list) => one.toggled(list, event.id));
    case 'selectedUpTo':
      return onOpen((list, visible) => one.selectedUpTo(list, visible, event.id));
    case 'selectedAll':
      return onOpen(one.selectedAll);
    case 'selectedNone':
      return onOpen(one.selectedNone);
    case 'did':
      return did(state, event.deed, event.expected);
    case 'answered':
      return answered(state, event);
    case 'phase':
      return withDeed(state, event.deedId, (deed) => ({ ...deed, phase: event.phase }));
    case 'tookBack':
      return tookBack(state, event);
    case 'rowsRead':
      return withRows(state, event.rows, event.at);
    case 'lost':
      return lost(state, event.id);
  }
}

function did(state: MeetingState, deed: Deed, expected: readonly RefinementRow[]): MeetingState {
  const noted = { ...state, deeds: [...state.deeds, deed] };
  if (deed.kind !== 'skipped') return withRows(noted, expected, deed.at);
  const ids = new Set(deed.rows.map(({ id }) => id));
  return withList(noted, deed.list, one.left(state.lists[deed.list], visibleIn(state, deed.list), ids, 'skipped'));
}

function answered(
  state: MeetingState,
  { deedId, saved, refused, at }: Extract<MeetingEvent, { type: 'answered' }>,
): MeetingState {
  const deed = state.deeds.find(({ id }) => id === deedId);
  if (deed?.kind !== 'assessed') return state;
  const refusedIds = new Set(refused.map(({ issueId }) => issueId));
  const noted = withDeed(state, deedId, () => ({
    ...deed,
    saved: [...deed.saved, ...saved],
    refused: [...deed.refused, ...refused],
  }));
  return withRows(
    noted,
    deed.rows.filter(({ id }) => refusedIds.has(id)),
    at,
  );
}

function tookBack(
  state: MeetingState,
  { deedId, rows, phase, at }: Extract<MeetingEvent, { type: 'tookBack' }>,
): MeetingState {
  const deed = state.deeds.find(({ id }) => id === deedId);
  if (deed === undefined) return state;
  const noted = withDeed(state, deedId, (old) => ({ ...old, phase }));
  const standing = deed.kind === 'skipped' ? noted : withRows(noted, rows, at);
  const ids = rows.filter((row) => deed.kind === 'skipped' || row.lists.includes(deed.list)).map(({ id }) => id);
  return withList(standing, deed.list, one.cameBack(standing.lists[deed.list], ids));
}

/** Puts stories into every list as they are now, and counts what changed. */
function withRows(state: MeetingState, rows: readonly RefinementRow[], at: number): MeetingState {
  const changed = new Map(rows.map((row) => [row.id, row]));
  const known = knownRows(state, changed);
  const lists = { ...state.lists };
  for (const name of REFINEMENT_LISTS) {
    const belongs = (row: RefinementRow) => row.lists.includes(name);
    lists[name] = one.rowsChanged(state.lists[name], visibleIn(state, name), changed, belongs, at);
  }
  const counts = rows.reduce((sum, row) => {
    const before = known.get(row.id);
    return before === undefined ? sum : recounted(sum, before, row);
  }, state.counts);
  return { ...state, lists, counts };
}

function lost(state: MeetingState, id: string): MeetingState {
  const row = knownRows(state, new Set([id])).get(id);
  if (row === undefined) return state;
  const without = withRows(state, [{ ...row, lists: [] }], 0);
  const { counts } = without;
  return { ...without, counts: { ...counts, [row.relevance]: Math.max(0, counts[row.relevance] - 1) } };
}

function knownRows(
  { lists }: MeetingState,
  wanted: { readonly has: (id: string) => boolean },
): ReadonlyMap<string, RefinementRow> {
  const rows = REFINEMENT_LISTS.flatMap((name) => lists[name].rows.filter(({ id }) => wanted.has(id)));
  return new Map(rows.map((row) => [row.id, row]));
}

function recounted(counts: RefinementCounts, before: RefinementRow, after: RefinementRow): RefinementCounts {
  const lists = { ...counts.lists };
  for (const name of REFINEMENT_LISTS) {
    const change = Number(after.lists.includes(name)) - Number(before.lists.includes(name));
    lists[name] = Math.max(0, lists[name] + change);
  }
  if (before.relevance === after.relevance) return { ...counts, lists };
  return {
    ...counts,
    lists,
    [before.relevance]: Math.max(0, counts[before.relevance] - 1),
    [after.relevance]: counts[after.relevance] + 1,
  };
}

/** A filter or a page may take the current story off the screen: then the first one on it is current. */
function withCurrentOnScreen(state: MeetingState): MeetingState {
  const list = state.lists[state.open];
  const visible = visibleIn(state, state.open);
  if (visible.some(({ id }) => id === list.currentId)) return state;
  return withList(state, state.open, { ...list, currentId: visible[0]?.id });
}

function withList(state: MeetingState, name: RefinementList, list: ListState): MeetingState {
  return list === state.lists[name] ? state : { ...state, lists: { ...state.lists, [name]: list } };
}

function withDeed(state: MeetingState, id: number, change: (deed: Deed) => Deed): MeetingState {
  return { ...state, deeds: state.deeds.map((deed) => (deed.id === id ? change(deed) : deed)) };
}

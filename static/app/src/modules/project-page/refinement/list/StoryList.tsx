import { useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { RefinementList, RefinementRow } from '../../../../../../../src/reads/refinement-view';
import { refinement } from '../../../../shared/strings/en-refinement';
import { fill, formatCount } from '../../../../shared/strings/fill';
import type { MeetingEvent } from '../meeting-state';
import { HeadRow } from './HeadRow';
import { rowId, StoryRow } from './StoryRow';
import styles from './list.module.css';

/** Heights before a row was measured; pixels at the usual text size. */
const ROW = 57;
const HEAD = 41;
/** Rows drawn beyond both edges, so that keys held down never meet an empty one. */
const BEYOND = 8;

/**
 * The stories of one list. A grid with one tab stop: the current row. Only the rows around the visible ones exist, however
 * long the list is; the current one always does, because it has the focus.
 */
export function StoryList({
  list,
  rows,
  places,
  currentId,
  selected,
  canSelect,
  timezone,
  wantsFocus,
  tell,
  onNearEnd,
  footer,
}: {
  readonly list: RefinementList;
  readonly rows: readonly RefinementRow[];
  /** The place of each story in the whole list, from 1. */
  readonly places: ReadonlyMap<string, number>;
  readonly currentId: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly canSelect: boolean;
  readonly timezone: string;
  /** Counts up when the current row is to have the focus. */
  readonly wantsFocus: number;
  /** Keeps its identity, so that rows are drawn again only when they change. */
  readonly tell: (event: MeetingEvent) => void;
  /** The last rows are on screen. */
  readonly onNearEnd: () => void;
  readonly footer: ReactNode;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const current = useMemo(() => rows.findIndex(({ id }) => id === currentId), [rows, currentId]);
  // Its functions change with the list; no compiler memoizes this page.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: BEYOND,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    rangeExtractor: useCallback((range: Range) => withCurrent(range, current), [current]),
  });
  const items = virtualizer.getVirtualItems();

  useEffect(() => {
    if (current >= 0) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [virtualizer, current]);
  useFocusOnCurrent(scroller, currentId, wantsFocus);
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 1 - BEYOND) onNearEnd();
  }, [last, rows.length, onNearEnd]);

  const name = refinement.lists[list];
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.grid}
        role="grid"
        aria-label={fill(refinement.list.label, { list: name, count: formatCount(rows.length) })}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={canSelect}
      >
        <HeadRow
          list={list}
          all={rows.length > 0 && rows.every(({ id }) => selected.has(id))}
          some={selected.size > 0}
          canSelect={canSelect}
          tell={tell}
        />
        <div className={styles.body} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <StoryRow
                key={item.key}
                ref={virtualizer.measureElement}
                list={list}
                row={row}
                index={item.index}
                place={places.get(row.id)}
                offset={item.start - HEAD}
                isCurrent={row.id === currentId}
                isSelected={selected.has(row.id)}
                canSelect={canSelect}
                timezone={timezone}
                tell={tell}
              />
            );
          })}
        </div>
      </div>
      {footer}
    </div>
  );
}

/**
 * The focus stays on the list: it goes to the current row when somebody asks for it, and follows it while it was on the
 * list or on a row that left. It is never taken from anything else.
 */
function useFocusOnCurrent(list: RefObject<HTMLDivElement>, currentId: string | undefined, wantsFocus: number): void {
  const asked = useRef(wantsFocus);
  const before = useRef<string>();
  useEffect(() => {
    const { activeElement } = document;
    const was = before.current;
    before.current = currentId;
    const isAsked = asked.current !== wantsFocus;
    asked.current = wantsFocus;
    const lost =
      was !== undefined && document.hasFocus() && (activeElement === null || activeElement === document.body);
    const onRow = activeElement?.getAttribute('role') === 'row' && (list.current?.contains(activeElement) ?? false);
    if (currentId === undefined || !(isAsked || (was !== currentId && (lost || onRow)))) return;
    document.getElementById(rowId(currentId))?.focus({ preventScroll: true });
  }, [list, currentId, wantsFocus]);
}

/** The rows in view and a few beyond, and the current one wherever it is. */
function withCurrent({ startIndex, endIndex, overscan, count }: Range, current: number): number[] {
  const from = Math.max(0, startIndex - overscan);
  const to = Math.min(count - 1, endIndex + overscan);
  const around = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  if (current < 0 || current >= count || (current >= from && current <= to)) return around;
  return current < from ? [current, ...around] : [...around, current];
}

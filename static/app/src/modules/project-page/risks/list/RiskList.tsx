import { useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { RiskRow } from '../../../../../../../src/reads/risk-board-view';
import { openIssue } from '../../../../shared/bridge';
import { dayReader } from '../../../../shared/days';
import { risks } from '../../../../shared/strings/en-risks';
import { fill, formatCount } from '../../../../shared/strings/fill';
import type { Column } from '../columns';
import { EditForm } from '../edit/EditForm';
import type { EditField, NewValue } from '../edit-value';
import type { Order } from '../sort';
import { HeadRow } from './HeadRow';
import { rowId } from './ids';
import { templateOf } from './layout';
import { RiskLine } from './RiskLine';
import { VisuallyHidden } from '../../../../shared/ui/VisuallyHidden';
import styles from './list.module.css';

/** Heights before a row was measured; pixels at the usual text size. */
const ROW = 73;
const HEAD = 41;
/** Rows drawn beyond both edges, so that keys held down never meet an empty one. */
const BEYOND = 8;
/** Rows that Page Up and Page Down move by. */
const PAGE = 8;

/** What a row can be told. Its functions keep their identity, so that rows are drawn again only when they change. */
export interface LineActions {
  readonly onCurrent: (id: string) => void;
  readonly onSelect: (id: string, upTo: boolean) => void;
  readonly onEdit: (id: string, field: EditField) => void;
}

export interface Editing {
  readonly id: string;
  readonly field: EditField;
}

/**
 * The risks. A grid with one tab stop: the current row, from which Tab leads through what it offers. Only the rows around
 * the visible ones exist, however long the list is.
 */
export function RiskList({
  rows,
  columns,
  order,
  currentId,
  selected,
  canEdit,
  fields,
  editing,
  today,
  timezone,
  actions,
  onSort,
  onSelectAll,
  onSave,
  onEditEnd,
  footer,
}: {
  readonly rows: readonly RiskRow[];
  readonly columns: readonly Column[];
  readonly order: Order;
  /** The row with the tab stop; the first where it is not shown. */
  readonly currentId: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly canEdit: boolean;
  readonly fields: readonly EditField[];
  readonly editing: Editing | undefined;
  readonly today: string;
  readonly timezone: string;
  readonly actions: LineActions;
  readonly onSort: (column: Column) => void;
  readonly onSelectAll: () => void;
  readonly onSave: (row: RiskRow, value: NewValue) => void;
  readonly onEditEnd: () => void;
  readonly footer: ReactNode;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const found = useMemo(() => rows.findIndex(({ id }) => id === currentId), [rows, currentId]);
  const current = Math.max(0, found);
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
  const dayOf = useMemo(() => dayReader(timezone), [timezone]);
  const template = useMemo(() => templateOf(columns), [columns]);

  // Another order or another filter begins at its top.
  const { by, direction } = order;
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [by, direction]);

  const wanted = useRef<string>();
  const moveTo = (index: number) => {
    const at = Math.min(Math.max(0, index), rows.length - 1);
    const row = rows[at];
    if (row === undefined) return;
    wanted.current = row.id;
    actions.onCurrent(row.id);
    virtualizer.scrollToIndex(at, { align: 'auto' });
    focusRow(row.id);
  };
  // A row that was far away exists only after it was scrolled to.
  useEffect(() => {
    if (wanted.current !== undefined && focusRow(wanted.current)) wanted.current = undefined;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = rows[current];
    const onRow = (event.target as Element).getAttribute('role') === 'row';
    if (row === undefined || !onRow || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = targetOf(event.key, current, rows.length);
    if (to !== undefined) moveTo(to);
    else if (event.key === ' ' && canEdit) actions.onSelect(row.id, event.shiftKey);
    else if (event.key === 'Enter') enter(row, canEdit ? fields[0] : undefined, actions);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.grid}
        role="grid"
        aria-label={fill(risks.list.label, { count: formatCount(rows.length) })}
        aria-describedby="risks-list-keys"
        aria-rowcount={rows.length + 1}
        aria-multiselectable={canEdit}
        onKeyDown={onKeyDown}
        tabIndex={-1}
      >
        <HeadRow
          columns={columns}
          template={template}
          order={order}
          all={rows.length > 0 && rows.every(({ id }) => selected.has(id))}
          some={selected.size > 0}
          canSelect={canEdit}
          onSort={onSort}
          onSelectAll={onSelectAll}
        />
        <div className={styles.body} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <RiskLine
                key={item.key}
                ref={virtualizer.measureElement}
                row={row}
                index={item.index}
                offset={item.start - HEAD}
                columns={columns}
                template={template}
                isCurrent={item.index === current}
                isSelected={selected.has(row.id)}
                canEdit={canEdit}
                fields={fields}
                today={today}
                dayOf={dayOf}
                actions={actions}
                form={
                  editing?.id === row.id ? (
                    <EditForm
                      key={editing.field}
                      field={editing.field}
                      rows={[row]}
                      today={today}
                      onSave={(value) => {
                        onEditEnd();
                        focusRow(row.id);
                        onSave(row, value);
                      }}
                      onCancel={() => {
                        onEditEnd();
                        focusRow(row.id);
                      }}
                    />
                  ) : null
                }
              />
            );
          })}
        </div>
      </div>
      <VisuallyHidden>
        <span id="risks-list-keys">{canEdit ? risks.list.keys : risks.list.keysRead}</span>
      </VisuallyHidden>
      {footer}
    </div>
  );
}

function enter(row: RiskRow, field: EditField | undefined, actions: LineActions): void {
  if (field === undefined) void openIssue(row.key);
  else actions.onEdit(row.id, field);
}

/** Answers whether it was there. */
function focusRow(id: string): boolean {
  const row = document.getElementById(rowId(id));
  row?.focus({ preventScroll: true });
  return row !== null;
}

function targetOf(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return current + 1;
    case 'ArrowUp':
      return current - 1;
    case 'PageDown':
      return current + PAGE;
    case 'PageUp':
      return current - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The rows in view and a few beyond, and the current one wherever it is, because it may have the focus. */
function withCurrent({ startIndex, endIndex, overscan, count }: Range, current: number): number[] {
  const from = Math.max(0, startIndex - overscan);
  const to = Math.min(count - 1, endIndex + overscan);
  const around = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  if (current >= count || (current >= from && current <= to)) return around;
  return current < from ? [current, ...around] : [...around, current];
}

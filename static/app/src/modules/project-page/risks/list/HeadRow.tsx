import { risks } from '../../../../shared/strings/en-risks';
import type { Column } from '../columns';
import type { Order } from '../sort';
import { CLASS_OF } from './give-way';
import styles from './list.module.css';

/** The columns' names: each sorts; the box ticks everything shown. */
export function HeadRow({
  columns,
  template,
  order,
  all,
  some,
  canSelect,
  onSort,
  onSelectAll,
}: {
  readonly columns: readonly Column[];
  readonly template: string;
  readonly order: Order;
  readonly all: boolean;
  readonly some: boolean;
  readonly canSelect: boolean;
  readonly onSort: (column: Column) => void;
  readonly onSelectAll: () => void;
}) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div
        role="row"
        aria-rowindex={1}
        className={`${styles.columns} ${styles.headRow}`}
        style={{ gridTemplateColumns: template }}
      >
        <div role="columnheader">
          {canSelect ? (
            <label className={styles.box}>
              <input
                type="checkbox"
                aria-label={risks.list.selectAll}
                checked={all}
                ref={(box) => {
                  if (box !== null) box.indeterminate = some && !all;
                }}
                onChange={onSelectAll}
              />
            </label>
          ) : null}
        </div>
        {columns.map((column) => (
          <div
            key={column}
            role="columnheader"
            className={CLASS_OF[column]}
            aria-sort={order.by === column ? order.direction : 'none'}
          >
            <button type="button" className={styles.sort} onClick={() => onSort(column)}>
              {risks.columns[column]}
              {order.by === column ? <SortMark direction={order.direction} /> : null}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}

function SortMark({ direction }: { readonly direction: Order['direction'] }) {
  return (
    <svg className={styles.sortMark} width="12" height="12" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={direction === 'descending' ? 'm4 6.25 4 4 4-4' : 'm4 9.75 4-4 4 4'} />
    </svg>
  );
}

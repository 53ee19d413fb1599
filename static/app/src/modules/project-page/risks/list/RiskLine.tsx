import { forwardRef, memo } from 'react';
import type { ReactNode } from 'react';
import { languageOf } from '../../../../../../../src/domain/hints/language';
import type { RiskRow } from '../../../../../../../src/reads/risk-board-view';
import { shortDay } from '../../../../shared/days';
import { panel } from '../../../../shared/strings/en-panel';
import { risks } from '../../../../shared/strings/en-risks';
import { fill } from '../../../../shared/strings/fill';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import { VisuallyHidden } from '../../../../shared/ui/VisuallyHidden';
import type { Column } from '../columns';
import { EDIT_FIELDS } from '../edit-value';
import type { EditField } from '../edit-value';
import { AgeCell, CellContent } from './cells';
import { CLASS_OF } from './give-way';
import { rowId } from './ids';
import type { LineActions } from './RiskList';
import styles from './list.module.css';

const words = risks.list;

interface RiskLineProps {
  readonly row: RiskRow;
  /** In the list as it is shown, from 0. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly offset: number;
  readonly columns: readonly Column[];
  readonly template: string;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly canEdit: boolean;
  readonly fields: readonly EditField[];
  readonly today: string;
  /** Which day an instant is for the viewer. */
  readonly dayOf: (instant: Date) => string;
  readonly actions: LineActions;
  /** The form below the row, while it is open. */
  readonly form: ReactNode;
}

/** One risk. Has the list's tab stop while it is the current one; what can be changed is a button. */
export const RiskLine = memo(
  forwardRef<HTMLDivElement, RiskLineProps>(function RiskLine(
    { row, index, offset, columns, template, isCurrent, isSelected, canEdit, fields, today, dayOf, actions, form },
    ref,
  ) {
    const { id, key, summary, status } = row;
    const tabIndex = isCurrent ? 0 : -1;
    return (
      // The keys are the list's, so that they work on every row.
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events
      <div
        ref={ref}
        data-index={index}
        id={rowId(id)}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={canEdit ? isSelected : undefined}
        tabIndex={tabIndex}
        className={`${styles.row} ${isSelected ? styles.selected : ''}`}
        style={{ transform: `translateY(${offset}px)` }}
        onClick={() => actions.onCurrent(id)}
      >
        <div className={styles.columns} style={{ gridTemplateColumns: template }} role="presentation">
          <div role="gridcell" className={styles.boxCell}>
            {canEdit ? (
              <label className={styles.box}>
                <input
                  type="checkbox"
                  aria-label={fill(words.select, { key })}
                  checked={isSelected}
                  tabIndex={tabIndex}
                  onChange={(event) => {
                    const upTo = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
                    actions.onSelect(id, upTo);
                  }}
                />
              </label>
            ) : null}
          </div>
          {columns.map((column) =>
            column === 'risk' ? (
              <div key={column} role="rowheader" className={styles.risk}>
                <IssueLink issueKey={key} className={styles.summary} title={summary}>
                  <span lang={languageOf(summary)}>{summary}</span>
                </IssueLink>
                <span className={styles.meta}>
                  <span>{key}</span>
                  <span className={columns.includes('status') ? styles.metaStatus : undefined}>{status.name}</span>
                  {columns.includes('age') ? (
                    <span className={styles.metaAge}>
                      <AgeCell row={row} today={today} dayOf={dayOf} />
                    </span>
                  ) : null}
                </span>
              </div>
            ) : (
              <div key={column} role="gridcell" className={CLASS_OF[column] ?? styles.cell}>
                <span className={styles.cellName} aria-hidden="true">
                  {risks.columns[column]}
                </span>
                {canEdit && isEditField(column) && fields.includes(column) ? (
                  <button
                    type="button"
                    className={styles.change}
                    tabIndex={tabIndex}
                    onClick={() => actions.onEdit(id, column)}
                  >
                    <VisuallyHidden>{changeName(row, column, today)}</VisuallyHidden>
                    <span aria-hidden="true">
                      <CellContent column={column} row={row} today={today} dayOf={dayOf} />
                    </span>
                  </button>
                ) : (
                  <CellContent column={column} row={row} today={today} dayOf={dayOf} />
                )}
              </div>
            ),
          )}
        </div>
        {form === null ? null : (
          <div role="gridcell" className={styles.form}>
            {form}
          </div>
        )}
      </div>
    );
  }),
);

function isEditField(column: Column): column is EditField {
  return (EDIT_FIELDS as readonly Column[]).includes(column);
}

/** “Owner of SHOP-412: Mara Lindqvist. Change”. */
function changeName(row: RiskRow, field: EditField, today: string): string {
  return fill(words.edit[field], { key: row.key, value: valueName(row, field, today) });
}

function valueName({ owner, treatment, nextReview }: RiskRow, field: EditField, today: string): string {
  switch (field) {
    case 'owner':
      return owner?.name ?? words.noOwner;
    case 'treatment':
      return treatment === undefined ? words.none : panel.risk.treatments[treatment];
    case 'nextReview':
      return nextReview === undefined ? words.notSet : shortDay(nextReview, today);
  }
}

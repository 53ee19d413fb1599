import { useMemo, useState } from 'react';
import { useBands } from '../../../../shared/risk-matrix/bands';
import { editableFields } from '../edit-value';
import type { EditField } from '../edit-value';
import { ManyBar } from '../edit/ManyBar';
import type { EditRunner } from '../edit-run';
import { NO_FILTER } from '../filter';
import { NoMatch } from '../parts/Empty';
import { filterParts } from '../parts/filter-parts';
import type { RiskPlace } from '../place';
import { orderAfter } from '../sort';
import type { ColumnChoice } from '../use-columns';
import type { BoardRows } from '../use-rows';
import type { Selecting } from '../use-selection';
import type { BoardView } from '../use-view';
import { RiskList } from './RiskList';
import type { Editing, LineActions } from './RiskList';
import styles from './list.module.css';

/** The list with what is done in it: the current row, the form below one, the bar for those that are ticked. */
export function BoardList({
  place,
  rows,
  view,
  columns,
  selecting,
  runner,
  busy,
  ownerName,
}: {
  readonly place: RiskPlace;
  readonly rows: BoardRows;
  readonly view: BoardView;
  readonly columns: ColumnChoice;
  readonly selecting: Selecting;
  readonly runner: EditRunner;
  /** A change is being saved. */
  readonly busy: boolean;
  readonly ownerName: string | undefined;
}) {
  const { today, timezone, rights, basis } = place;
  const bands = useBands();
  const [currentId, setCurrentId] = useState<string>();
  const [editing, setEditing] = useState<Editing>();
  const canEdit = rights?.edit === true;
  const fields = useMemo(() => (canEdit ? editableFields(basis.setup) : []), [canEdit, basis]);
  const { select } = selecting;
  const actions = useMemo<LineActions>(
    () => ({
      onCurrent: setCurrentId,
      onSelect: select,
      onEdit: (id: string, field: EditField) => {
        setCurrentId(id);
        setEditing({ id, field });
      },
    }),
    [select],
  );
  const [first, ...more] = selecting.rows;
  const many =
    canEdit && first !== undefined ? (
      <ManyBar
        rows={[first, ...more]}
        hidden={selecting.hidden}
        fields={busy ? [] : fields}
        today={today}
        onSave={(value) => void runner.start(value, selecting.rows)}
        onClear={selecting.clear}
      />
    ) : null;
  if (rows.shown.length === 0) {
    const named = filterParts(view.filter, ownerName, bands).map(({ name }) => name);
    return (
      <div className={styles.frame}>
        <NoMatch filter={named.join(', ')} onClear={() => view.setFilter(NO_FILTER)} />
        {many}
      </div>
    );
  }
  return (
    <RiskList
      rows={rows.shown}
      columns={columns.shown}
      order={view.order}
      currentId={currentId}
      selected={selecting.ids}
      canEdit={canEdit}
      fields={fields}
      editing={busy ? undefined : editing}
      today={today}
      timezone={timezone}
      actions={actions}
      onSort={(column) => view.setOrder(orderAfter(view.order, column))}
      onSelectAll={selecting.toggleAll}
      onSave={(row, value) => void runner.start(value, [row])}
      onEditEnd={() => setEditing(undefined)}
      footer={many}
    />
  );
}

import { useMemo } from 'react';
import { riskListQuery } from '../../../../../../src/reads/risk-board-queries';
import { risks } from '../../../shared/strings/en-risks';
import { plural } from '../../../shared/strings/fill';
import { ErrorState } from '../../../shared/ui/StatePanel';
import { IssuesLink } from '../../../shared/ui/SiteLink';
import { LiveText, VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import type { BoardState } from './board-state';
import type { BoardStore } from './board-store';
import { dueCount } from './due';
import { isUnderWay } from './edit-run';
import { RunNote } from './edit/RunNote';
import { isFiltering } from './filter';
import { BoardList } from './list/BoardList';
import { BoardMap } from './map/BoardMap';
import { BoardBar } from './parts/BoardBar';
import { Chips } from './parts/Chips';
import { NoRisks } from './parts/Empty';
import { FilterLine } from './parts/FilterLine';
import { BoardSkeleton } from './parts/RowsSkeleton';
import { StreamBar } from './parts/StreamBar';
import { Tools } from './parts/Tools';
import type { RiskPlace } from './place';
import { Export } from './register/Export';
import { useColumns } from './use-columns';
import { useEditRuns } from './use-editing';
import { useRows } from './use-rows';
import { useSelection } from './use-selection';
import type { BoardView } from './use-view';
import styles from './board.module.css';

/** The board: what needs somebody today, the list, and where the risks stand on the matrix. */
export function BoardPage({
  place,
  store,
  state,
  view,
  onOpen,
}: {
  readonly place: RiskPlace;
  readonly store: BoardStore;
  readonly state: BoardState;
  readonly view: BoardView;
  readonly onOpen: (within: 'import' | 'review') => void;
}) {
  const { stand, basis, rights, accountId, today, timezone } = place;
  const { filter, setFilter, withClosed, setWithClosed } = view;
  const rows = useRows(state.rows, view, accountId);
  const columns = useColumns(basis.setup);
  const shownIds = useMemo(() => rows.shown.map(({ id }) => id), [rows.shown]);
  const selecting = useSelection(state.rows, rows.shown);
  const { runner, run } = useEditRuns(store);
  const { open, closed } = state.lists;
  const complete = open.state === 'complete' && (!withClosed || closed.state === 'complete');

  const showClosed = (on: boolean) => {
    setWithClosed(on);
    if (on) store.begin('closed');
  };
  if (rows.listed.length === 0 && open.state === 'failed' && open.error !== undefined) {
    return <ErrorState error={open.error} heading={risks.failed} onRetry={() => store.goOn('open')} />;
  }
  if (rows.listed.length === 0 && !complete) return <BoardSkeleton />;

  const bar = (
    <BoardBar
      due={dueCount(rows.listed, today)}
      mayImport={rights?.create === true && rights.edit}
      onImport={() => onOpen('import')}
      onReview={() => onOpen('review')}
    />
  );
  if (rows.listed.length === 0) {
    return (
      <>
        {bar}
        <NoRisks withClosed={withClosed} mayEdit={rights?.edit === true} onShowClosed={() => showClosed(true)} />
      </>
    );
  }
  const ownerName = rows.listed.find(({ owner }) => owner?.accountId === filter.owner)?.owner?.name;
  return (
    <>
      <VisuallyHidden>
        <h2>{risks.heading}</h2>
      </VisuallyHidden>
      <LiveText>{isFiltering(filter) ? plural(risks.filter.said, rows.shown.length) : null}</LiveText>
      <LiveText>{complete ? plural(risks.stream.done, rows.listed.length) : null}</LiveText>
      {bar}
      <Chips
        all={rows.listed.length}
        counts={rows.chips}
        chosen={filter.chip}
        withClosed={withClosed}
        knowsViewer={accountId !== ''}
        onChoose={(chip) => setFilter({ ...filter, chip })}
      />
      {rights?.edit === false ? <p className={styles.readOnly}>{risks.readOnly}</p> : null}
      <Tools
        rows={rows.listed}
        filter={filter}
        onFilter={setFilter}
        withClosed={withClosed}
        onWithClosed={showClosed}
        columns={columns}
      >
        <Export stand={stand} timezone={timezone} shown={shownIds} complete={complete} />
        <IssuesLink jql={riskListQuery(basis, 'open')} className={styles.inJira}>
          {risks.tools.inJira}
        </IssuesLink>
      </Tools>
      <StreamBar list="open" reading={open} store={store} />
      {withClosed ? <StreamBar list="closed" reading={closed} store={store} /> : null}
      <FilterLine
        filter={filter}
        ownerName={ownerName}
        shown={rows.shown.length}
        all={rows.listed.length}
        onFilter={setFilter}
      />
      <RunNote run={run} runner={runner} today={today} />
      <div className={styles.main}>
        <div className={styles.listSide}>
          <BoardList
            place={place}
            rows={rows}
            view={view}
            columns={columns}
            selecting={selecting}
            runner={runner}
            busy={run !== undefined && isUnderWay(run)}
            ownerName={ownerName}
          />
        </div>
        <BoardMap setup={basis.setup} rows={rows} view={view} loading={!complete} />
      </div>
    </>
  );
}

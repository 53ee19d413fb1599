import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import type { RefinementBasis, RefinementList, RefinementRow } from '../../../../../../src/reads/refinement-view';
import { common } from '../../../shared/strings/en-common';
import { refinement } from '../../../shared/strings/en-refinement';
import { plural } from '../../../shared/strings/fill';
import { ErrorState } from '../../../shared/ui/StatePanel';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import { Empty } from './Empty';
import { isFiltering, NO_FILTER } from './filter';
import { skippedCount } from './list-state';
import { ListFoot } from './list/ListFoot';
import { RowsSkeleton } from './list/RowsSkeleton';
import { StoryList } from './list/StoryList';
import listStyles from './list/list.module.css';
import type { Meeting } from './meeting';
import { countIn } from './meeting-state';
import type { MeetingView } from './meeting-store';
import styles from './meeting.module.css';

/** The open list in each of its states: loading, failed, empty, nothing that fits, or its stories. */
export function OpenList({
  meeting,
  view,
  basis,
  visible,
  places,
  timezone,
  wantsFocus,
  many,
  onOpen,
}: {
  readonly meeting: Meeting;
  readonly view: MeetingView;
  readonly basis: RefinementBasis;
  readonly visible: readonly RefinementRow[];
  readonly places: ReadonlyMap<string, number>;
  readonly timezone: string;
  readonly wantsFocus: number;
  /** What stands below the rows while several are selected or saved. */
  readonly many: ReactNode;
  readonly onOpen: (list: RefinementList) => void;
}) {
  const { state } = view;
  const { store, reader } = meeting;
  const list = state.lists[state.open];
  const name = state.open;
  if (!list.begun && list.error !== undefined) {
    return <ErrorState error={list.error} heading={refinement.failed} onRetry={() => void reader.readFirst(name)} />;
  }
  if (!list.begun || (list.rows.length === 0 && list.reading !== 'none')) {
    return (
      <div className={listStyles.frame} aria-busy="true">
        <VisuallyHidden>{common.loading}</VisuallyHidden>
        <RowsSkeleton rows={8} />
      </div>
    );
  }
  const clearFilter = () => store.tell({ type: 'filtered', filter: NO_FILTER });
  if (visible.length === 0 && !isFiltering(state.filter)) {
    return (
      <>
        <Empty
          list={name}
          counts={state.counts}
          basis={basis}
          skipped={skippedCount(list)}
          onUnskip={() => meeting.unskip()}
          onOpen={onOpen}
        />
        {many}
      </>
    );
  }
  const foot = (
    <>
      {many}
      <ListFoot
        list={list}
        filter={state.filter}
        shown={visible.length}
        count={countIn(state, name)}
        onReadOn={() => void reader.readOn({ asked: true })}
        onUnskip={() => meeting.unskip()}
        onClearFilter={clearFilter}
      />
    </>
  );
  if (visible.length === 0) {
    return (
      <div className={listStyles.frame}>
        <div className={styles.noMatch}>
          <h3>{refinement.list.noMatch}</h3>
          {list.next === undefined ? <p>{plural(refinement.list.all, countIn(state, name))}</p> : null}
          <Button onClick={clearFilter}>{refinement.list.clearFilter}</Button>
        </div>
        {foot}
      </div>
    );
  }
  return (
    <StoryList
      key={name}
      list={name}
      rows={visible}
      places={places}
      currentId={list.currentId}
      selected={list.selected}
      canSelect={basis.may.edit}
      timezone={timezone}
      wantsFocus={wantsFocus}
      tell={store.tell}
      onNearEnd={reader.readOnAtEnd}
      footer={foot}
    />
  );
}

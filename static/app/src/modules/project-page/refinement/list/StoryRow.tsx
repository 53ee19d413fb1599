import { forwardRef, memo } from 'react';
import { languageOf } from '../../../../../../../src/domain/hints/language';
import type { RefinementList, RefinementRow } from '../../../../../../../src/reads/refinement-view';
import { HintCell } from '../../../../shared/hint/HintCell';
import { refinement } from '../../../../shared/strings/en-refinement';
import { fill, plural } from '../../../../shared/strings/fill';
import { StatusName } from '../../../../shared/ui/StatusName';
import type { MeetingEvent } from '../meeting-state';
import { StoryTypeIcon } from '../StoryTypeIcon';
import { MissingCell } from './MissingCell';
import { SHOWS_HINT } from './shows-hint';
import styles from './list.module.css';

const words = refinement.list;

export function rowId(storyId: string): string {
  return `refinement-story-${storyId}`;
}

interface StoryRowProps {
  readonly list: RefinementList;
  readonly row: RefinementRow;
  /** In the list as it is shown, from 0. */
  readonly index: number;
  readonly place: number | undefined;
  /** Pixels from the top of the list. */
  readonly offset: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly canSelect: boolean;
  readonly timezone: string;
  readonly tell: (event: MeetingEvent) => void;
}

/** One story: what it is, and why it stands here. Has the focus while it is the current one. */
export const StoryRow = memo(
  forwardRef<HTMLDivElement, StoryRowProps>(function StoryRow(
    { list, row, index, place, offset, isCurrent, isSelected, canSelect, timezone, tell },
    ref,
  ) {
    const { id, key, summary, points, status, typeName } = row;
    return (
      // The keys are the page's, so that they work wherever the focus is; see use-keys.ts.
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events
      <div
        ref={ref}
        data-index={index}
        id={rowId(id)}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={isSelected}
        aria-current={isCurrent ? 'true' : undefined}
        tabIndex={isCurrent ? 0 : -1}
        className={`${styles.columns} ${styles.row} ${isCurrent ? styles.current : ''} ${isSelected ? styles.selected : ''}`}
        style={{ transform: `translateY(${offset}px)` }}
        onClick={() => tell({ type: 'chosen', id })}
      >
        <div role="gridcell">
          {canSelect ? (
            <label className={styles.box}>
              <input
                type="checkbox"
                aria-label={fill(words.select, { key })}
                checked={isSelected}
                tabIndex={isCurrent ? 0 : -1}
                onClick={(event) => event.stopPropagation()}
                onChange={(event) => {
                  const upTo = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
                  tell({ type: upTo ? 'selectedUpTo' : 'toggled', id });
                }}
              />
            </label>
          ) : null}
        </div>
        <div role="gridcell" className={styles.place}>
          {place}
        </div>
        <div role="gridcell" className={styles.story}>
          <StoryTypeIcon name={typeName} />
          <div>
            <span className={styles.summary} title={summary} lang={languageOf(summary)}>
              {summary}
            </span>
            <span className={styles.meta}>
              <span>{key}</span>
              {points === undefined ? null : <span>{plural(words.points, points)}</span>}
              {list === 'unassessed' ? null : <StatusName status={status} />}
            </span>
          </div>
        </div>
        <div role="gridcell" className={styles.fourth}>
          {SHOWS_HINT.has(list) ? <HintCell story={row.hint} /> : <MissingCell row={row} timezone={timezone} />}
        </div>
      </div>
    );
  }),
);

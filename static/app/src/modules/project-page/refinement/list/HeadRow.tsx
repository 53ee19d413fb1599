import type { RefinementList } from '../../../../../../../src/reads/refinement-view';
import { refinement } from '../../../../shared/strings/en-refinement';
import type { MeetingEvent } from '../meeting-state';
import { SHOWS_HINT } from './shows-hint';
import styles from './list.module.css';

const words = refinement.list;

/** The columns' names; its box ticks everything shown. */
export function HeadRow({
  list,
  all,
  some,
  canSelect,
  tell,
}: {
  readonly list: RefinementList;
  readonly all: boolean;
  readonly some: boolean;
  readonly canSelect: boolean;
  readonly tell: (event: MeetingEvent) => void;
}) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={`${styles.columns} ${styles.headRow}`}>
        <div role="columnheader">
          {canSelect ? (
            <label className={styles.box}>
              <input
                type="checkbox"
                aria-label={words.selectAll}
                checked={all}
                ref={(box) => {
                  if (box !== null) box.indeterminate = some && !all;
                }}
                onChange={() => tell({ type: all || some ? 'selectedNone' : 'selectedAll' })}
              />
            </label>
          ) : null}
        </div>
        <div role="columnheader" className={styles.place}>
          {words.place}
        </div>
        <div role="columnheader">{words.story}</div>
        <div role="columnheader" className={styles.fourth}>
          {SHOWS_HINT.has(list) ? words.hint : words.missing}
        </div>
      </div>
    </div>
  );
}

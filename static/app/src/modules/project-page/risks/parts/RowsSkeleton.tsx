import { common } from '../../../../shared/strings/en-common';
import { Skeleton } from '../../../../shared/ui/Skeleton';
import { VisuallyHidden } from '../../../../shared/ui/VisuallyHidden';
import chips from '../../parts/chips.module.css';
import listStyles from '../list/list.module.css';
import styles from '../board.module.css';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** The board while its first page is on its way: everything has the height that it will have. */
export function BoardSkeleton() {
  return (
    <div aria-busy="true">
      <VisuallyHidden>{common.loading}</VisuallyHidden>
      <div className={chips.chips}>
        {[7, 10, 8, 8, 11, 9].map((width, index) => (
          <Skeleton key={index} width={`${width}rem`} height="2rem" radius="1rem" />
        ))}
      </div>
      <div className={styles.tools}>
        <Skeleton width="15rem" height="2rem" />
        <Skeleton width="8rem" height="2rem" />
        <Skeleton width="9rem" height="2rem" />
      </div>
      <div className={styles.main}>
        <div className={listStyles.frame}>
          <div className={listStyles.headRow} />
          {ROWS.map((row) => (
            <div key={row} className={listStyles.waiting}>
              <Skeleton width={`${16 + ((row * 7) % 9)}rem`} height="1.25rem" />
              <Skeleton width="8rem" height="0.75rem" />
            </div>
          ))}
        </div>
        <aside className={styles.side}>
          <Skeleton height="24rem" radius="0.5rem" />
          <Skeleton height="14rem" radius="0.5rem" />
        </aside>
      </div>
    </div>
  );
}

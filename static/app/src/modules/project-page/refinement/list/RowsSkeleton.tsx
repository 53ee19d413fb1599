import { Skeleton } from '../../../../shared/ui/Skeleton';
import styles from './list.module.css';

const WIDTHS = [70, 52, 84, 61];

/** Rows of their final height, until the stories arrive. */
export function RowsSkeleton({ rows }: { readonly rows: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={`${styles.columns} ${styles.waiting}`}>
          <Skeleton width="1rem" height="1rem" />
          <span className={styles.place}>
            <Skeleton width="0.75rem" />
          </span>
          <div className={styles.waitingStory}>
            <Skeleton width={`${WIDTHS[row % WIDTHS.length]}%`} />
            <Skeleton width="24%" height="0.625rem" />
          </div>
          <span className={styles.fourth}>
            <Skeleton width="60%" />
          </span>
        </div>
      ))}
    </div>
  );
}

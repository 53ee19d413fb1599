import { Skeleton } from '../ui/Skeleton';
import styles from './rows-skeleton.module.css';

/** Rows of the list of candidates. */
export function RowsSkeleton({ rows = 4 }: { readonly rows?: number }) {
  return (
    <div className={styles.rows} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <Skeleton width="1rem" height="1rem" />
          <div>
            <Skeleton width={`${String(Math.max(30, 70 - row * 9))}%`} />
            <Skeleton width="34%" height="0.625rem" />
          </div>
          <Skeleton width="4.5rem" height="1.25rem" />
        </div>
      ))}
    </div>
  );
}

import { Skeleton } from '../../../../shared/ui/Skeleton';
import styles from './review.module.css';

/** As high as a risk with its matrix. */
export function ReviewSkeleton() {
  return (
    <div className={styles.room} aria-hidden="true">
      <div className={styles.head}>
        <Skeleton width="12rem" height="1.25rem" />
      </div>
      <BodySkeleton />
    </div>
  );
}

export function BodySkeleton() {
  return (
    <div className={styles.columns} aria-hidden="true">
      <div className={styles.text}>
        <Skeleton width="60%" height="2rem" />
        <Skeleton width="90%" height="3rem" />
        <Skeleton width="50%" height="8rem" />
        <Skeleton width="90%" height="5rem" />
      </div>
      <div className={styles.side}>
        <Skeleton width="100%" height="15rem" />
        <Skeleton width="100%" height="6rem" />
      </div>
    </div>
  );
}

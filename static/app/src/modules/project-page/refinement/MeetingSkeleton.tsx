import { common } from '../../../shared/strings/en-common';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import { RowsSkeleton } from './list/RowsSkeleton';
import chips from '../parts/chips.module.css';
import list from './list/list.module.css';
import styles from './meeting.module.css';

/** Holds the heights of progress, lists, tools and the first rows. */
export function MeetingSkeleton() {
  return (
    <div className={styles.tab} aria-busy="true">
      <VisuallyHidden>{common.loading}</VisuallyHidden>
      <div className={styles.progress}>
        <Skeleton width="12rem" height="1.5rem" />
        <Skeleton height="0.75rem" radius="6px" />
        <Skeleton width="16rem" height="1rem" />
      </div>
      <div className={chips.chips}>
        {[8, 13, 11, 7].map((width) => (
          <Skeleton key={width} width={`${width}rem`} height="2rem" radius="1rem" />
        ))}
      </div>
      <div className={styles.columns}>
        <div className={list.frame}>
          <RowsSkeleton rows={8} />
        </div>
        <Skeleton height="24rem" radius="var(--ds-radius-large)" />
      </div>
    </div>
  );
}

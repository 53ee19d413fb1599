import { common } from '../../../shared/strings/en-common';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import styles from './report.module.css';

/** Holds the place of the bar and of the paper. */
export function PaperSkeleton() {
  return (
    <div className={styles.report} aria-busy="true">
      <VisuallyHidden>{common.loading}</VisuallyHidden>
      <div className={styles.bar}>
        <Skeleton width="12rem" height="2rem" radius="var(--ds-radius-medium)" />
      </div>
      <div className={styles.paperPlace}>
        <Skeleton height="794px" radius="0" />
      </div>
    </div>
  );
}

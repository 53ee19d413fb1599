import { common } from '../../../shared/strings/en-common';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import styles from './page.module.css';

/** Holds the place of the tabs and of what the open one shows. */
export function PageSkeleton({ tabs = true }: { readonly tabs?: boolean }) {
  return (
    <div aria-busy="true">
      <VisuallyHidden>{common.loading}</VisuallyHidden>
      {tabs ? (
        <div className={styles.skeletonTabs}>
          <Skeleton width="4rem" />
          <Skeleton width="5rem" />
        </div>
      ) : null}
      <div className={styles.skeleton}>
        <Skeleton height="4.5rem" radius="var(--ds-radius-large)" />
        <Skeleton width="60%" height="2rem" radius="var(--ds-radius-large)" />
        <Skeleton height="24rem" radius="var(--ds-radius-large)" />
      </div>
    </div>
  );
}

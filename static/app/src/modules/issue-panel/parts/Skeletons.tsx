import { common } from '../../../shared/strings/en-common';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import { PanelFrame } from './PanelFrame';
import styles from '../../../shared/panel/panel.module.css';
import skeleton from './skeletons.module.css';

/** Holds the height of the question and what stands below it, so that little moves when it arrives. */
export function PanelSkeleton() {
  return (
    <PanelFrame busy>
      <VisuallyHidden>{common.loading}</VisuallyHidden>
      <div className={styles.section}>
        <span className={skeleton.line}>
          <Skeleton width="70%" />
        </span>
        <div className={skeleton.pair}>
          <Skeleton height="3.5rem" radius="var(--ds-radius-large)" />
          <Skeleton height="3.5rem" radius="var(--ds-radius-large)" />
        </div>
      </div>
      <Skeleton height="9rem" radius="var(--ds-radius-large)" />
      <Skeleton width="56%" />
    </PanelFrame>
  );
}

/** Holds the height of a risk's problems, level and matrix. */
export function RiskSkeleton() {
  return (
    <PanelFrame busy>
      <VisuallyHidden>{common.loading}</VisuallyHidden>
      <Skeleton height="6.5rem" radius="var(--ds-radius-large)" />
      <div className={styles.section}>
        <div className={styles.headingRow}>
          <Skeleton width="20%" />
          <Skeleton width="45%" height="1.5rem" />
        </div>
        <Skeleton width="60%" height="2.5rem" />
        <Skeleton height="13.25rem" radius="var(--ds-radius-large)" />
        <Skeleton width="80%" />
      </div>
      <div className={styles.section}>
        <Skeleton width="75%" height="1.25rem" />
        <Skeleton width="55%" height="1.25rem" />
        <Skeleton width="65%" height="1.25rem" />
      </div>
    </PanelFrame>
  );
}

/** Rows of the list of risks in the dialog. */
export function RowsSkeleton({ rows = 4 }: { readonly rows?: number }) {
  return (
    <div className={skeleton.rows} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={skeleton.row}>
          <Skeleton width="1rem" height="1rem" />
          <div>
            <Skeleton width={`${70 - row * 9}%`} />
            <Skeleton width="34%" height="0.625rem" />
          </div>
          <Skeleton width="4.5rem" height="1.25rem" />
        </div>
      ))}
    </div>
  );
}

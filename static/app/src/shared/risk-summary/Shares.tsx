import type { ReactNode } from 'react';
import type { Count } from '../../../../../src/reads/gadget-view';
import { gadget } from '../strings/en-gadget';
import { fill, formatCount } from '../strings/fill';
import { SegmentBar, SegmentKey } from '../ui/ProgressBar';
import type { SegmentLook } from '../ui/ProgressBar';
import { IssuesLink } from '../ui/SiteLink';
import { Skeleton } from '../ui/Skeleton';
import styles from './RiskSummary.module.css';

export interface Share {
  readonly look: SegmentLook;
  readonly label: string;
  readonly count: Count;
}

/** "18 of 31 done", the percent, the bar, and each share as a link. */
export function Shares({
  figure,
  percent,
  shares,
}: {
  readonly figure: ReactNode;
  readonly percent: number;
  readonly shares: readonly Share[];
}) {
  return (
    <>
      <p className={styles.figure}>
        <span>{figure}</span>
        <span className={styles.percent}>{fill(gadget.percent, { percent })}</span>
      </p>
      <div className={styles.shareBar}>
        <SegmentBar shares={shares.map(({ look, count }) => ({ look, count: count.count }))} />
      </div>
      <ul className={styles.keys}>
        {shares.map(({ look, label, count }) => (
          <li key={look}>
            <IssuesLink jql={count.jql}>
              <SegmentKey look={look} />
              {label} <b>{formatCount(count.count)}</b>
            </IssuesLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Same heights as `Shares`. */
export function SharesPlaceholder() {
  return (
    <>
      <div className={styles.figurePlace}>
        <Skeleton width="9rem" height="0.875rem" />
      </div>
      <div className={styles.shareBar}>
        <Skeleton height="8px" />
      </div>
      <div className={styles.keysPlace}>
        <Skeleton width="14rem" height="0.625rem" />
      </div>
    </>
  );
}

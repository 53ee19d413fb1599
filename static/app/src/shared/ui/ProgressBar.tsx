import { progressTotal, progressVerdict } from '../../../../../src/domain/progress';
import type { Progress } from '../../../../../src/domain/progress';
import { common } from '../strings/en-common';
import { fill } from '../strings/fill';
import styles from './ProgressBar.module.css';

export type SegmentLook = 'done' | 'inProgress' | 'toDo' | 'relevant' | 'notRelevant' | 'unassessed';

/**
 * A bar of shares. Shows nothing that does not also stand beside it as text, so it is hidden from screen readers.
 * A share of zero leaves the bar; no shares at all is a dashed outline.
 */
export function SegmentBar({
  shares,
}: {
  readonly shares: readonly { readonly look: SegmentLook; readonly count: number }[];
}) {
  const visible = shares.filter((share) => share.count > 0);
  return (
    <span className={`${styles.bar} ${visible.length === 0 ? styles.empty : ''}`} aria-hidden="true">
      {visible.map((share) => (
        <span
          key={share.look}
          className={`${styles.segment} ${styles[share.look]}`}
          style={{ flexGrow: share.count }}
        />
      ))}
    </span>
  );
}

/** The small square that says which share a word belongs to. */
export function SegmentKey({ look }: { readonly look: SegmentLook }) {
  return <span className={`${styles.key} ${styles[look]}`} aria-hidden="true" />;
}

/**
 * Progress of the enablers of one risk: bar and words ("2 of 5 done", "None linked", "All done: verify and re-score").
 * `stacked` puts the words below the bar; `inline` beside it.
 */
export function ProgressBar({
  progress,
  layout = 'inline',
  className = '',
}: {
  readonly progress: Progress;
  readonly layout?: 'inline' | 'stacked';
  /** For a page whose layout depends on its own width: wins over `layout`. */
  readonly className?: string | undefined;
}) {
  const verdict = progressVerdict(progress);
  return (
    <span className={`${styles.progress} ${layout === 'stacked' ? styles.stacked : ''} ${className}`}>
      <SegmentBar shares={progressShares(progress)} />
      <span className={`${styles.text} ${verdict === 'underWay' ? '' : styles[verdict]}`}>
        {progressText(progress)}
      </span>
    </span>
  );
}

/** The shares of a progress in the order they are always shown. */
export function progressShares(progress: Progress): readonly { readonly look: SegmentLook; readonly count: number }[] {
  return [
    { look: 'done', count: progress.done },
    { look: 'inProgress', count: progress.inProgress },
    { look: 'toDo', count: progress.toDo },
  ];
}

/** What the bar says, in words. */
export function progressText(progress: Progress): string {
  const verdict = progressVerdict(progress);
  return verdict === 'underWay'
    ? fill(common.progress.underWay, { done: progress.done, total: progressTotal(progress) })
    : common.progress[verdict];
}

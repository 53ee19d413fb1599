import { dayAndTime } from '../../../shared/set-up/run-times';
import { agoWords } from './support-words';
import styles from './support.module.css';

/** “12 min ago”, and when that was for the viewer. */
export function Moment({
  iso,
  now,
  timezone,
}: {
  readonly iso: string;
  /** ISO, by the clock that `iso` is by. */
  readonly now: string;
  readonly timezone: string;
}) {
  return (
    <time dateTime={iso} className={styles.moment}>
      {agoWords(iso, now)} <span>{dayAndTime(iso, timezone)}</span>
    </time>
  );
}

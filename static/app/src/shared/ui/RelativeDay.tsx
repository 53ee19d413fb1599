import { daysUntil, shortDay } from '../days';
import { common } from '../strings/en-common';
import { plural } from '../strings/fill';
import styles from './RelativeDay.module.css';

/**
 * A date; a date is a date, "in 7 days" comes second and only where `distance` asks for it.
 * A past day that should not be past (`lateWhenPast`) has a triangle, is bold and says "late".
 */
export function RelativeDay({
  day,
  today,
  distance = false,
  lateWhenPast = false,
}: {
  /** ISO day; `undefined` shows "No date". */
  readonly day: string | undefined;
  readonly today: string;
  readonly distance?: boolean;
  readonly lateWhenPast?: boolean;
}) {
  if (day === undefined) return <span className={styles.none}>{common.day.none}</span>;
  const days = daysUntil(day, today);
  const late = lateWhenPast && days < 0;
  return (
    <span className={late ? styles.past : styles.day}>
      {late ? (
        <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path
            d="M7.1 1.9.9 12.6c-.4.7.1 1.6.9 1.6h12.4c.8 0 1.3-.9.9-1.6L8.9 1.9a1 1 0 0 0-1.8 0Z"
            fill="currentColor"
          />
        </svg>
      ) : null}
      <time dateTime={day}>{shortDay(day, today)}</time>
      {late ? ` ${common.day.late}` : null}
      {distance && !late ? <span className={styles.second}> {distanceText(days)}</span> : null}
    </span>
  );
}

function distanceText(days: number): string {
  if (days === 0) return common.day.today;
  return days > 0 ? plural(common.day.inDays, days) : plural(common.day.daysAgo, -days);
}

import type { LastReview as Review } from '../../../../../src/reads/risk-view';
import { shortDay } from '../days';
import { common } from '../strings/en-common';
import { risk } from '../strings/en-risk';
import { fill } from '../strings/fill';
import styles from './last-review.module.css';

/** What was found at the last review, and what became another since. */
export function LastReview({
  review: { at, by, note, since },
  today,
}: {
  readonly review: Review;
  readonly today: string;
}) {
  const words = risk.review;
  const day = at === undefined ? common.day.none : shortDay(at.slice(0, 10), today);
  const changes = sinceWords(since);
  return (
    <div className={styles.last}>
      <p>{by === undefined ? fill(words.lastUnknown, { day }) : fill(words.last, { day, name: by.name })}</p>
      <p className={styles.note}>{note}</p>
      {changes === '' ? null : <p>{fill(words.since, { changes })}</p>}
    </div>
  );
}

function sinceWords({ level, residualLevel, enablers }: Review['since']): string {
  const words = risk.review;
  const parts = [
    level && fill(words.sinceLevel, { was: level.was ?? words.nothing, is: level.is ?? words.nothing }),
    residualLevel &&
      fill(words.sinceResidual, { was: residualLevel.was ?? words.nothing, is: residualLevel.is ?? words.nothing }),
    enablers &&
      fill(words.sinceEnablers, {
        wasDone: enablers.was.done,
        wasTotal: enablers.was.total,
        isDone: enablers.is.done,
        isTotal: enablers.is.total,
      }),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

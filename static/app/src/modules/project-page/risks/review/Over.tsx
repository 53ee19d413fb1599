import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { shortDay } from '../../../../shared/days';
import { review } from '../../../../shared/strings/en-review';
import { fill, plural } from '../../../../shared/strings/fill';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import { stillDue, tallyOf } from './meeting';
import type { Meeting, Outcome } from './meeting';
import styles from './head.module.css';

/** The end: what became of each risk, and the way to those that are still due. */
export function Over({
  meeting,
  today,
  notShown,
  onAgain,
  onClose,
}: {
  readonly meeting: Meeting;
  readonly today: string;
  /** Due, and not in this meeting. */
  readonly notShown: number;
  /** `undefined` where nothing is left. */
  readonly onAgain: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const words = review.over;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { reviewed, skipped, untouched } = tallyOf(meeting);
  const left = untouched + notShown;
  return (
    <section className={styles.over}>
      <h2 ref={heading} tabIndex={-1} className={styles.overHeading}>
        {words.heading}
      </h2>
      <p>{fill(words.counts, { reviewed, skipped })}</p>
      {left === 0 ? null : <p>{plural(words.left, left)}</p>}
      <ul className={styles.results} aria-label={words.list}>
        {meeting.queue.map(({ id, key, summary }) => (
          <li key={id}>
            <IssueLink className={styles.link} issueKey={key}>
              {key} {summary}
            </IssueLink>
            <span className={styles.result}>{resultWords(meeting.outcomes.get(id), today)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onClose}>
          {words.close}
        </Button>
        {onAgain === undefined ? null : (
          <Button onClick={onAgain}>{plural(words.again, stillDue(meeting).length)}</Button>
        )}
      </div>
    </section>
  );
}

function resultWords(outcome: Outcome | undefined, today: string): string {
  const words = review.over;
  if (outcome === undefined) return words.untouched;
  switch (outcome.kind) {
    case 'reviewed':
      return fill(words.next, { day: shortDay(outcome.nextReview, today) });
    case 'skipped':
      return words.skipped;
    case 'gone':
      return words.gone;
  }
}

import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { DueRisk } from '../../../../../../../src/reads/review-view';
import { review } from '../../../../shared/strings/en-review';
import { fill } from '../../../../shared/strings/fill';
import styles from './head.module.css';

/** Before the meeting ends: what was entered and is not saved. */
export function Unsaved({
  risks,
  onStay,
  onEnd,
}: {
  readonly risks: readonly DueRisk[];
  readonly onStay: (riskId: string) => void;
  readonly onEnd: () => void;
}) {
  const words = review.unsaved;
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  const [first] = risks;
  return (
    <section className={styles.unsaved} role="alert">
      <p>
        <b>{fill(words.heading, { keys: risks.map(({ key }) => key).join(', ') })}</b>
      </p>
      <p>{words.body}</p>
      <div className={styles.actions}>
        <Button
          ref={stay}
          appearance="primary"
          onClick={() => {
            if (first !== undefined) onStay(first.id);
          }}
        >
          {words.stay}
        </Button>
        <Button onClick={onEnd}>{words.end}</Button>
      </div>
    </section>
  );
}

import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { setUp } from '../../shared/strings/en-set-up';
import { plural } from '../../shared/strings/fill';
import { Mark } from './Icons';
import styles from './SetUp.module.css';

const words = setUp.done;

/** Everything is there: what the admin and the teams do now. */
export function Done({ changes, onMore }: { readonly changes: number; readonly onMore: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.finished}>
      <h2 ref={heading} tabIndex={-1} className={styles.finishedHeading}>
        <Mark name="done" />
        {words.heading}
      </h2>
      <p>{plural(words.made, changes)}</p>
      <ol className={styles.next}>
        {words.next.map(({ what, how }) => (
          <li key={what}>
            <b>{what}</b>
            <span>{how}</span>
          </li>
        ))}
      </ol>
      <Button onClick={onMore}>{words.more}</Button>
    </div>
  );
}

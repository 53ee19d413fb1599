import { useState } from 'react';
import { Avatar } from '../../parts/avatar';
import { IconButton } from '../../parts/button';
import { Icon } from '../../parts/icon';
import type { TourStep } from '../../site/contract';
import { useNavigation } from '../../site/navigation';
import { server } from '../../site/server';
import { useSession } from '../../site/session';
import styles from './tour.module.css';

const HIDDEN = 'local-jira-tour-hidden';

/** Three steps through the main job; each signs in as the person whose work it is and opens the page. */
export function Tour() {
  const { tour, people, user, refresh } = useSession();
  const { go } = useNavigation();
  const [hidden, setHidden] = useState(() => window.localStorage.getItem(HIDDEN) !== null);
  if (hidden || tour.length === 0) return null;
  const hide = () => {
    window.localStorage.setItem(HIDDEN, 'yes');
    setHidden(true);
  };
  const open = async (step: TourStep) => {
    if (step.accountId !== user.accountId) {
      await server.switchUser(step.accountId);
      await refresh();
    }
    go(step.to);
  };
  return (
    <section className={styles.tour} aria-label="Try it in three minutes">
      <div className={styles.head}>
        <h2>Try the main job in three minutes</h2>
        <p>Each step opens the right page as the right person.</p>
        <IconButton icon="close" label="Hide this" className={styles.close ?? ''} onClick={hide} />
      </div>
      <ol>
        {tour.map((step, at) => {
          const person = people.find(({ accountId }) => accountId === step.accountId);
          return (
            <li key={step.title}>
              <button type="button" onClick={() => void open(step)}>
                <span className={styles.number}>{at + 1}</span>
                <Avatar name={person?.displayName ?? ''} />
                <span className={styles.words}>
                  <b>{step.title}</b>
                  <span>{step.about}</span>
                </span>
                <Icon name="arrow" />
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

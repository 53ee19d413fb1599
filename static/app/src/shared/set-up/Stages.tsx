import { setUp } from '../strings/en-set-up';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import styles from './stages.module.css';

export const STAGES = ['check', 'plan', 'apply', 'done'] as const;
export type Stage = (typeof STAGES)[number];

const words = setUp.stages;

/** Where in set-up somebody is. */
export function Stages({ stage, stopped }: { readonly stage: Stage; readonly stopped: boolean }) {
  const at = STAGES.indexOf(stage);
  return (
    <ol className={styles.stages} aria-label={words.label}>
      {STAGES.map((name, index) => {
        const finished = index < at || stage === 'done';
        const current = index === at && !finished;
        const look = finished ? styles.finished : current ? (stopped ? styles.stopped : styles.current) : undefined;
        return (
          <li key={name} className={look} aria-current={index === at ? 'step' : undefined}>
            <span className={styles.number} aria-hidden="true">
              {finished ? <Tick /> : index + 1}
            </span>
            <span className={styles.word}>{words[name]}</span>
            <VisuallyHidden>
              {finished ? `, ${words.finished}` : current && stopped ? `, ${words.stopped}` : ''}
            </VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}

function Tick() {
  return (
    <svg className={styles.tick} viewBox="0 0 12 12" focusable="false">
      <path d="m2.5 6.5 2.5 2.5 4.5-5" />
    </svg>
  );
}

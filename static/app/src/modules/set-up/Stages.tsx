import { setUp } from '../../shared/strings/en-set-up';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden';
import type { Stage } from './useSetUp';
import styles from './SetUp.module.css';

const STAGES: readonly Stage[] = ['plan', 'apply', 'done'];

/** Where in set-up the admin is. */
export function Stages({ stage, failed }: { readonly stage: Stage; readonly failed: boolean }) {
  const at = STAGES.indexOf(stage);
  const words = setUp.stages;
  return (
    <ol className={styles.stages} aria-label={words.label}>
      {STAGES.map((name, index) => {
        const done = index < at || stage === 'done';
        const current = index === at && !done;
        const look = done ? styles.stageDone : current ? (failed ? styles.stageFailed : styles.stageNow) : undefined;
        return (
          <li key={name} className={look} aria-current={current ? 'step' : undefined}>
            <span className={styles.stageNumber} aria-hidden="true">
              {done ? <Tick /> : index + 1}
            </span>
            {words[name]}
            <VisuallyHidden>
              {done ? `, ${words.finished}` : current && failed ? `, ${words.stopped}` : ''}
            </VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}

function Tick() {
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      focusable="false"
    >
      <path d="m2.5 6.5 2.5 2.5 4.5-5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

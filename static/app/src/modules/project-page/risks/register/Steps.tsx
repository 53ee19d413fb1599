import { register } from '../../../../shared/strings/en-register';
import { VisuallyHidden } from '../../../../shared/ui/VisuallyHidden';
import styles from './register.module.css';

export const IMPORT_STEPS = ['file', 'columns', 'check', 'run'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** Where in the import one is. */
export function Steps({ step }: { readonly step: ImportStep }) {
  const now = IMPORT_STEPS.indexOf(step);
  return (
    <ol className={styles.steps} aria-label={register.import.stepsLabel}>
      {IMPORT_STEPS.map((name, index) => (
        <li
          key={name}
          className={`${styles.step} ${index < now ? styles.stepDone : ''}`}
          aria-current={index === now ? 'step' : undefined}
        >
          <span className={styles.stepNumber} aria-hidden="true">
            {index < now ? <Tick /> : index + 1}
          </span>
          {register.import.steps[name]}
          {index < now ? <VisuallyHidden> ({register.import.stepDone})</VisuallyHidden> : null}
        </li>
      ))}
    </ol>
  );
}

function Tick() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d="m2.5 6.3 2.4 2.4 4.6-5.2" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}

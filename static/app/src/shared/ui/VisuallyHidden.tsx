import type { ReactNode } from 'react';
import styles from './VisuallyHidden.module.css';

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}

/** A region whose text is announced when it changes, without interrupting. */
export function LiveText({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { AppError } from '../../../../../../src/contract/result';
import { panel } from '../../../shared/strings/en-panel';
import { ErrorState } from '../../../shared/ui/StatePanel';
import styles from '../../../shared/panel/panel.module.css';

/** The panel around every view. Jira draws its title outside the frame, so here it is for screen readers only. */
export function PanelFrame({ busy = false, children }: { readonly busy?: boolean; readonly children: ReactNode }) {
  return (
    <main className={styles.panel} aria-busy={busy}>
      <h1 className={styles.srOnly}>{panel.title}</h1>
      {children}
    </main>
  );
}

export function PanelError({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }) {
  return (
    <PanelFrame>
      <ErrorState error={error} onRetry={onRetry} />
    </PanelFrame>
  );
}

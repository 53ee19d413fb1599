import { useState } from 'react';
import type { ReactNode } from 'react';
import { projectPage } from '../../../shared/strings/en-project-page';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { ActionsSlot } from './PageActions';
import styles from './page.module.css';

/** The page around every state: where it stands, and its title. */
export function PageFrame({
  projectKey,
  projectName,
  loading = false,
  children,
}: {
  readonly projectKey?: string;
  readonly projectName?: string;
  /** The project's name is on its way. */
  readonly loading?: boolean;
  readonly children: ReactNode;
}) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <div>
          <p className={styles.place}>
            {loading ? <Skeleton width="6rem" height="1rem" /> : null}
            {projectName === undefined ? null : <span>{projectName}</span>}
            {loading || projectName !== undefined ? <span aria-hidden="true">/</span> : null}
            {projectKey === undefined ? null : <span>{projectKey}</span>}
          </p>
          <h1 className={styles.title}>{projectPage.title}</h1>
        </div>
        <div ref={setSlot} className={styles.actions} />
      </header>
      <ActionsSlot.Provider value={slot}>{children}</ActionsSlot.Provider>
    </main>
  );
}

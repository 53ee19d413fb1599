import type { ReactNode } from 'react';
import { FaultNotice } from '../lab/fault-notice';
import { SideBar } from './side-bar';
import { TopBar } from './top-bar';
import styles from './frame.module.css';

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.whole}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <TopBar />
      <div className={styles.body}>
        <SideBar />
        <main id="main" className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <FaultNotice />
    </div>
  );
}

/** The first lines of a page. */
export function PageHeader({
  above,
  title,
  beside,
  actions,
}: {
  above?: ReactNode;
  title: string;
  beside?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <div>
        {above !== undefined && <p className={styles.above}>{above}</p>}
        <h1>
          {title}
          {beside !== undefined && <span className={styles.beside}>{beside}</span>}
        </h1>
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

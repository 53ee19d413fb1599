import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon';
import { classes } from './classes';
import styles from './message.module.css';

type Kind = 'information' | 'warning' | 'danger' | 'success';
const ICONS: Readonly<Record<Kind, IconName>> = {
  information: 'info',
  warning: 'warning',
  danger: 'warning',
  success: 'check',
};

/** What happened, that nothing was lost, what comes next. */
export function Message({
  kind = 'information',
  title,
  children,
  actions,
}: {
  kind?: Kind;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={classes(styles.message, styles[kind])} role={kind === 'danger' ? 'alert' : 'status'}>
      <Icon name={ICONS[kind]} />
      <div>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** Grey bars of about the size of what is coming. */
export function Waiting({ rows = 6, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div className={styles.waiting} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.bar} style={{ width: `${100 - ((row * 17) % 45)}%` }} />
      ))}
    </div>
  );
}

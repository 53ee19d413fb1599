import type { ReactNode } from 'react';
import type { Status } from '../jira/shapes';
import { classes } from './classes';
import styles from './lozenge.module.css';

export type Tone = 'default' | 'information' | 'success' | 'warning' | 'danger' | 'discovery' | 'outline';

export function Lozenge({ tone = 'default', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes(styles.lozenge, styles[tone])}>{children}</span>;
}

export function statusTone(status: Status): Tone {
  if (status.statusCategory.key === 'done') return 'success';
  return status.statusCategory.key === 'indeterminate' ? 'information' : 'default';
}

export function StatusLozenge({ status }: { status: Status }) {
  return <Lozenge tone={statusTone(status)}>{status.name}</Lozenge>;
}

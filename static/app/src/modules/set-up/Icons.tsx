import type { ReactNode } from 'react';
import styles from './SetUp.module.css';

export type MarkName = 'create' | 'adopt' | 'alreadyRight' | 'conflict' | 'done' | 'failed' | 'waits';

const SHAPES: Readonly<Record<MarkName, ReactNode>> = {
  create: <path d="M8 3v10M3 8h10" />,
  adopt: (
    <path d="M6.6 9.4 9.4 6.6M7.2 4.8l1.3-1.3a2.8 2.8 0 0 1 4 4l-1.3 1.3M8.8 11.2l-1.3 1.3a2.8 2.8 0 0 1-4-4l1.3-1.3" />
  ),
  alreadyRight: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  conflict: <path d="M8 2.2 1.7 13.3h12.6L8 2.2ZM8 6.5v3.2M8 11.6v.01" />,
  done: <path d="M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7ZM5.2 8.2l2 2 3.6-4" />,
  failed: <path d="M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />,
  waits: <circle cx="8" cy="8" r="6.3" strokeDasharray="2.4 2.2" />,
};

/** A small outline; the word stands beside it. */
export function Mark({ name }: { readonly name: MarkName }) {
  return (
    <svg
      className={`${styles.icon} ${styles[name]}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[name]}
    </svg>
  );
}

/** Points right; turned down when what it stands for is open. */
export function Chevron({ open }: { readonly open: boolean }) {
  return (
    <svg
      className={`${styles.chevron} ${open ? styles.chevronOpen : ''}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="m6 3.5 4.5 4.5L6 12.5" />
    </svg>
  );
}

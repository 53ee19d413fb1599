import type { ReactNode } from 'react';
import styles from './marks.module.css';

const SHAPES = {
  create: <path d="M8 3v10M3 8h10" />,
  adopt: (
    <path d="M6.6 9.4 9.4 6.6M7.2 4.8l1.3-1.3a2.8 2.8 0 0 1 4 4l-1.3 1.3M8.8 11.2l-1.3 1.3a2.8 2.8 0 0 1-4-4l1.3-1.3" />
  ),
  alreadyRight: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  repair: <path d="M13 3.5v3.2H9.8M12.7 6.4A5 5 0 1 0 13 8.6" />,
  conflict: <path d="M8 2.2 1.7 13.3h12.6L8 2.2ZM8 6.5v3.2M8 11.6v.01" />,
  blocked: <path d="M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7ZM3.6 3.6l8.8 8.8" />,
  done: <path d="M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7ZM5.2 8.2l2 2 3.6-4" />,
  failed: <path d="M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />,
  running: <path d="M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7ZM8 4.6V8l2.4 1.6" />,
  waits: <circle cx="8" cy="8" r="6.3" strokeDasharray="2.4 2.2" />,
  optional: <path d="M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7ZM5.2 8h5.6" />,
  guided: <path d="M6 4h7M6 8h7M6 12h7M3 4v.01M3 8v.01M3 12v.01" />,
  remove: <path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5" />,
  keep: <path d="M4.5 7.2h7v6h-7zM5.8 7V5.2a2.2 2.2 0 0 1 4.4 0V7" />,
  undo: <path d="M3 6.5h6.5a3.3 3.3 0 0 1 0 6.6H6M5.8 3.5 2.8 6.5l3 3" />,
} as const satisfies Readonly<Record<string, ReactNode>>;

export type MarkName = keyof typeof SHAPES;

/** A small outline; the word stands beside it. */
export function Mark({ name, large = false }: { readonly name: MarkName; readonly large?: boolean }) {
  return (
    <svg
      className={`${styles.mark} ${styles[name]} ${large ? styles.large : ''}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]}
    </svg>
  );
}

/** Points right; turned down when what it stands for is open. */
export function Chevron({ open }: { readonly open: boolean }) {
  return (
    <svg
      className={`${styles.mark} ${styles.chevron} ${open ? styles.open : ''}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d="m6 3.5 4.5 4.5L6 12.5" />
    </svg>
  );
}

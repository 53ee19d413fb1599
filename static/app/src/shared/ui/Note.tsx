import type { ReactNode } from 'react';
import styles from './Note.module.css';

/**
 * A remark above the content. The shapes differ, so that colour is not what tells them apart.
 * Looks like Atlaskit's section message, which weighs 50 KB.
 */
export function Note({
  look,
  heading,
  children,
}: {
  readonly look: 'information' | 'warning' | 'error';
  readonly heading: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`${styles.note} ${styles[look]}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={SHAPE[look]} fill="currentColor" />
        <g className={styles.mark} strokeWidth="1.7" strokeLinecap="round">
          {look === 'information' ? <path d="M8 7.4v4M8 4.6v.01" /> : <path d="M8 5.2v3.6M8 11.4v.01" />}
        </g>
      </svg>
      <div>
        <span className={styles.heading}>{heading}</span>
        {children}
      </div>
    </div>
  );
}

/** Circle, triangle, diamond. */
const SHAPE = {
  information: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z',
  warning: 'M7.1 1.9.9 12.6c-.4.7.1 1.6.9 1.6h12.4c.8 0 1.3-.9.9-1.6L8.9 1.9a1 1 0 0 0-1.8 0Z',
  error: 'M7 .9.9 7a1.4 1.4 0 0 0 0 2L7 15.1a1.4 1.4 0 0 0 2 0L15.1 9a1.4 1.4 0 0 0 0-2L9 .9a1.4 1.4 0 0 0-2 0Z',
} as const;

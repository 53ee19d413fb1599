import type { ReactNode } from 'react';
import styles from './cells.module.css';

/** Shapes beside words of the list: they say the same to those who do not see colours. */
function Mark({ look, children }: { readonly look: string | undefined; readonly children: ReactNode }) {
  return (
    <svg
      className={`${styles.mark} ${look ?? ''}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function AlertMark() {
  return (
    <Mark look={styles.danger}>
      <path d="M8 2.2 14.4 13.4H1.6L8 2.2Z" />
      <path d="M8 6.4v3.1" />
      <path d="M8 11.4h.01" />
    </Mark>
  );
}

export function ClockMark() {
  return (
    <Mark look={styles.warning}>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.5V8l2.4 1.6" />
    </Mark>
  );
}

export function NobodyMark() {
  return (
    <Mark look={styles.warning}>
      <circle cx="8" cy="5.25" r="2.75" strokeDasharray="2 1.6" />
      <path strokeDasharray="2 1.6" d="M2.75 13.75c.5-2.6 2.6-4 5.25-4s4.75 1.4 5.25 4" />
    </Mark>
  );
}

export function NoneMark() {
  return (
    <Mark look={styles.warning}>
      <circle cx="8" cy="8" r="6.25" strokeDasharray="2.2 1.7" />
      <path d="M5.5 8h5" />
    </Mark>
  );
}

export function DoneMark() {
  return (
    <Mark look={styles.success}>
      <circle cx="8" cy="8" r="6.25" />
      <path d="m5.4 8.2 1.8 1.8 3.5-3.8" />
    </Mark>
  );
}

export function MineMark() {
  return (
    <Mark look={undefined}>
      <circle cx="8" cy="5.25" r="2.75" />
      <path d="M2.75 13.75c.5-2.6 2.6-4 5.25-4s4.75 1.4 5.25 4" />
    </Mark>
  );
}

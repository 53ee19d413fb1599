import type { ReactNode } from 'react';
import styles from './Icons.module.css';

/** Jira's icon set has no shield that says what was decided; these four do, in one outline. */
const INSIDE = {
  relevant: (
    <>
      <path d="M8 5v3.2" />
      <path d="M8 10.4h.01" />
    </>
  ),
  notRelevant: <path d="M5.75 7.75h4.5" />,
  ready: <path d="m5.75 7.9 1.6 1.6 3-3.2" />,
  unassessed: (
    <>
      <path d="M6.6 6.3c.1-.8.7-1.3 1.45-1.3.8 0 1.4.5 1.4 1.25 0 .95-1.4 1.1-1.4 2.05" />
      <path d="M8.03 10.3h.01" />
    </>
  ),
} as const;

export type Shield = keyof typeof INSIDE;

export function ShieldIcon({ kind, size = 16 }: { readonly kind: Shield; readonly size?: 12 | 16 | 20 }) {
  return (
    <Outline size={size}>
      <path
        d="M8 1.75 13 3.6v4.1c0 3.1-2 5.4-5 6.55C5 13.1 3 10.8 3 7.7V3.6L8 1.75Z"
        {...(kind === 'unassessed' ? { strokeDasharray: '2.1 1.7' } : {})}
      />
      {INSIDE[kind]}
    </Outline>
  );
}

/** The result of one check: a word for screen readers, a shape for everybody. */
export function CheckIcon({
  state,
  label,
}: {
  readonly state: 'passed' | 'missing' | 'notNeeded';
  readonly label: string;
}) {
  return (
    <Outline label={label}>
      <circle cx="8" cy="8" r="6.25" {...(state === 'notNeeded' ? { strokeDasharray: '2.2 1.7' } : {})} />
      {state === 'passed' ? <path d="m5.4 8.2 1.8 1.8 3.5-3.8" /> : null}
      {state === 'missing' ? <path d="m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2" /> : null}
      {state === 'notNeeded' ? <path d="M5.5 8h5" /> : null}
    </Outline>
  );
}

/** The picture of the issue type Security Risk, as set-up gives it to Jira. */
export function RiskTypeIcon({ label }: { readonly label: string }) {
  return (
    <svg className={styles.type} viewBox="0 0 16 16" role="img" aria-label={label} focusable="false">
      <rect x=".5" y=".5" width="15" height="15" rx="3.5" />
      <path d="M8 3.6 11.6 4.9v2.9c0 2.1-1.4 3.7-3.6 4.5-2.2-.8-3.6-2.4-3.6-4.5V4.9L8 3.6Z" />
    </svg>
  );
}

function Outline({
  size = 16,
  label,
  children,
}: {
  readonly size?: number;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  return (
    <svg
      className={styles.outline}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      focusable="false"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {children}
    </svg>
  );
}

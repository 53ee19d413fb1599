import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { projectSettings } from '../../shared/strings/en-project-settings';
import styles from './bar.module.css';

export type BarLook = 'plain' | 'information' | 'warning' | 'error' | 'success';

/**
 * The bar that stays at the lower end of the page: what the state of the form is, and what can be done about it.
 * `focusKey` takes the focus to its text whenever it changes to a new value: the button that was used may be gone.
 */
export function Bar({
  look,
  children,
  buttons,
  focusKey,
}: {
  readonly look: BarLook;
  readonly children: ReactNode;
  readonly buttons?: ReactNode;
  readonly focusKey?: string | undefined;
}) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusKey !== undefined) text.current?.focus();
  }, [focusKey]);
  return (
    <section
      className={`${styles.bar} ${look === 'plain' ? '' : styles[look]}`}
      aria-label={projectSettings.save.label}
    >
      {look === 'plain' ? null : <Shape look={look} />}
      <div ref={text} className={styles.text} role="status" tabIndex={-1}>
        {children}
      </div>
      {buttons === undefined ? null : <div className={styles.buttons}>{buttons}</div>}
    </section>
  );
}

/** Circle, triangle, diamond, tick: colour is not what tells them apart. */
function Shape({ look }: { readonly look: Exclude<BarLook, 'plain'> }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPE[look]} fill="currentColor" />
      <path className={styles.mark} d={MARK[look]} fill="none" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}

const CIRCLE = 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z';
const SHAPE = {
  information: CIRCLE,
  warning: 'M7.1 1.9.9 12.6c-.4.7.1 1.6.9 1.6h12.4c.8 0 1.3-.9.9-1.6L8.9 1.9a1 1 0 0 0-1.8 0Z',
  error: 'M7 .9.9 7a1.4 1.4 0 0 0 0 2L7 15.1a1.4 1.4 0 0 0 2 0L15.1 9a1.4 1.4 0 0 0 0-2L9 .9a1.4 1.4 0 0 0-2 0Z',
  success: CIRCLE,
} as const;
const MARK = {
  information: 'M8 7.4v4M8 4.6v.01',
  warning: 'M8 5.2v3.6M8 11.4v.01',
  error: 'M8 5.2v3.6M8 11.4v.01',
  success: 'm5.2 8.2 2 2 3.6-4',
} as const;

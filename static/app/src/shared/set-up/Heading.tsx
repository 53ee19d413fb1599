import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './heading.module.css';

/**
 * The heading of a view. It takes the focus where somebody's own action brought the view, because the button that was
 * used is gone; not where the page opened with it or a tab was changed.
 */
export function Heading({
  takeFocus,
  look,
  children,
}: {
  readonly takeFocus: boolean;
  readonly look: 'lead' | 'small';
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  return (
    <h2 ref={heading} tabIndex={-1} className={`${styles.heading} ${styles[look]}`}>
      {children}
    </h2>
  );
}

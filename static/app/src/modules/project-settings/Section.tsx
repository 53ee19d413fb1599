import type { ReactNode } from 'react';
import styles from './layout.module.css';

/** One part of the form: what it is about on the left, its fields on the right. */
export function Section({
  id,
  heading,
  help,
  children,
}: {
  readonly id: string;
  readonly heading: string;
  readonly help: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-labelledby={`section-${id}`}>
      <div>
        <h2 id={`section-${id}`} className={styles.sectionHeading}>
          {heading}
        </h2>
        <p className={styles.help}>{help}</p>
      </div>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}

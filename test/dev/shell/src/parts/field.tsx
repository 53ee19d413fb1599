import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './field.module.css';

/** A labelled control; `children` receives the id that ties the two together. */
export function LabelledField({
  label,
  required = false,
  help,
  problem,
  children,
}: {
  label: string;
  required?: boolean;
  help?: string;
  problem?: string | undefined;
  children: (props: {
    id: string;
    'aria-describedby'?: string;
    'aria-invalid'?: boolean;
    className: string;
  }) => ReactNode;
}) {
  const id = useId();
  const below = problem ?? help;
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
        {required && <span className={styles.required}> *</span>}
      </label>
      {children({
        id,
        className: styles.input ?? '',
        ...(below === undefined ? {} : { 'aria-describedby': `${id}-below` }),
        ...(problem === undefined ? {} : { 'aria-invalid': true }),
      })}
      {below !== undefined && (
        <p id={`${id}-below`} className={problem === undefined ? styles.help : styles.problem}>
          {below}
        </p>
      )}
    </div>
  );
}

export const inputClass = styles.input ?? '';

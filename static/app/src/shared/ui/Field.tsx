import type { ReactNode } from 'react';
import styles from './Field.module.css';

/** Ids that tie a control to its messages. */
export interface FieldIds {
  readonly control: string;
  readonly describedBy: string | undefined;
  readonly errorId: string;
  readonly labelId: string;
}

/** Label, control, help and mistake of one question. `group`: the control is several, under a legend. */
export function Field({
  name,
  label,
  help,
  mistake,
  group = false,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly mistake?: string | undefined;
  readonly group?: boolean;
  readonly children: (ids: FieldIds) => ReactNode;
}) {
  const helpId = `${name}-help`;
  const errorId = `${name}-mistake`;
  const described = [mistake === undefined ? undefined : errorId, help === undefined ? undefined : helpId];
  const ids: FieldIds = {
    control: name,
    labelId: `${name}-label`,
    errorId,
    describedBy: described.filter((id) => id !== undefined).join(' ') || undefined,
  };
  const messages = (
    <>
      <Mistake id={errorId}>{mistake}</Mistake>
      {help === undefined ? null : (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
    </>
  );
  return group ? (
    <fieldset className={styles.field} aria-describedby={ids.describedBy}>
      <legend id={ids.labelId} className={styles.label}>
        {label}
      </legend>
      {children(ids)}
      {messages}
    </fieldset>
  ) : (
    <div className={styles.field}>
      <label id={ids.labelId} htmlFor={ids.control} className={styles.label}>
        {label}
      </label>
      {children(ids)}
      {messages}
    </div>
  );
}

/** What is wrong with a control, below it; nothing where nothing is wrong. */
export function Mistake({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <p id={id} className={styles.mistake}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path
          d="M7 .9.9 7a1.4 1.4 0 0 0 0 2L7 15.1a1.4 1.4 0 0 0 2 0L15.1 9a1.4 1.4 0 0 0 0-2L9 .9a1.4 1.4 0 0 0-2 0Z"
          fill="currentColor"
        />
        <path className={styles.mark} d="M8 5v3.6M8 11.2v.01" strokeWidth="1.7" strokeLinecap="round" />
      </svg>
      <span>{children}</span>
    </p>
  );
}

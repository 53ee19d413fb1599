import { useEffect, useRef } from 'react';
import { Field } from '../ui/Field';
import styles from './editor.module.css';

/** A few answers in a row, one of them chosen: arrows choose. */
export function ChoiceRow<Value extends string | number>({
  name,
  label,
  options,
  value,
  onChoose,
  mistake,
  focusFirst = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly title?: string }[];
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
  readonly mistake?: string | undefined;
  /** Takes the focus when it appears. */
  readonly focusFirst?: boolean;
}) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!focusFirst) return;
    const chosen = row.current?.querySelector<HTMLElement>('input:checked') ?? row.current?.querySelector('input');
    chosen?.focus();
  }, [focusFirst]);
  return (
    <Field name={name} label={label} mistake={mistake} group>
      {() => (
        <div className={styles.choices} ref={row}>
          {options.map((option) => (
            <label key={option.value} className={styles.choice} title={option.title}>
              <input
                type="radio"
                name={name}
                aria-label={option.title}
                checked={option.value === value}
                onChange={() => onChoose(option.value)}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}

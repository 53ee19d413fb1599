import { Radio } from '@atlaskit/radio';
import { useId } from 'react';
import styles from './choice.module.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What it means, or why it cannot be chosen. */
  readonly why: string;
  readonly impossible?: boolean;
}

/** One of a few, each with what it means. What cannot be chosen stays visible, with its reason. */
export function Choice<Value extends string>({
  legend,
  chosen,
  options,
  onChoose,
}: {
  /** Read aloud only: what is to be decided stands above. */
  readonly legend: string;
  readonly chosen: Value | undefined;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map(({ value, label, why, impossible = false }) => {
        const whyId = `${name}-${value}`;
        return (
          <div key={value} className={`${styles.option} ${impossible ? styles.impossible : ''}`}>
            <Radio
              name={name}
              value={value}
              label={label}
              isChecked={chosen === value}
              isDisabled={impossible}
              aria-describedby={whyId}
              onChange={() => onChoose(value)}
            />
            <p id={whyId} className={styles.why}>
              {why}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}

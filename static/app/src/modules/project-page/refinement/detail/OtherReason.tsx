import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { OTHER_REASON_MAX } from '../../../../../../../src/domain/relevance';
import { reasons as words } from '../../../../shared/strings/en-reasons';
import { fill } from '../../../../shared/strings/fill';
import styles from './detail.module.css';

/** The one reason that asks for words. Enter saves, Esc goes back to the list of reasons. */
export function OtherReason({
  onSave,
  onBack,
}: {
  readonly onSave: (text: string) => void;
  readonly onBack: () => void;
}) {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sentence = text.trim();
    setMissing(sentence === '');
    if (sentence !== '') onSave(sentence);
  };
  return (
    <form className={styles.other} onSubmit={submit} noValidate>
      <label className={styles.otherLabel} htmlFor={id}>
        {words.sentence}
      </label>
      <Textfield
        id={id}
        // The viewer has just asked for this field.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        maxLength={OTHER_REASON_MAX}
        isInvalid={missing}
        aria-invalid={missing}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <div className={styles.otherFoot}>
        <p id={`${id}-help`} className={missing ? styles.mistake : styles.help}>
          {missing ? words.required : fill(words.counter, { count: text.length, max: OTHER_REASON_MAX })}
        </p>
        <div className={styles.actions}>
          <Button appearance="subtle" onClick={onBack}>
            {words.all}
          </Button>
          <Button appearance="primary" type="submit">
            {words.save}
          </Button>
        </div>
      </div>
    </form>
  );
}

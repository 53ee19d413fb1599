import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { OTHER_REASON_MAX } from '../../../../../../src/domain/relevance';
import { reasons as words } from '../../../shared/strings/en-reasons';
import { fill, plural } from '../../../shared/strings/fill';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import panelStyles from '../../../shared/panel/panel.module.css';
import styles from './question.module.css';

/** Near the end the number of characters left is also said to screen readers. */
const SPOKEN_FROM = 20;

/** The one reason that asks for words. */
export function OtherReason({
  initial,
  saving,
  onSave,
  onAllReasons,
  onCancel,
}: {
  readonly initial: string;
  readonly saving: boolean;
  readonly onSave: (text: string) => void;
  readonly onAllReasons: () => void;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState(initial);
  const [missing, setMissing] = useState(false);
  const left = OTHER_REASON_MAX - text.length;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    const sentence = text.trim();
    setMissing(sentence === '');
    if (sentence === '') document.getElementById('panel-other')?.focus();
    else onSave(sentence);
  };
  return (
    <form className={styles.other} onSubmit={submit} noValidate>
      <div className={panelStyles.headingRow}>
        <h3 className={panelStyles.heading}>{words.otherTitle}</h3>
        <button type="button" className={styles.linkButton} onClick={onAllReasons}>
          {words.all}
        </button>
      </div>
      <label className={styles.label} htmlFor="panel-other">
        {words.sentence}
      </label>
      <Textfield
        id="panel-other"
        // The viewer has just asked for this field.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        maxLength={OTHER_REASON_MAX}
        isInvalid={missing}
        aria-describedby="panel-other-help"
        aria-invalid={missing}
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <div className={styles.foot}>
        <p className={missing ? styles.error : styles.counter} id="panel-other-help">
          {missing ? words.required : fill(words.counter, { count: text.length, max: OTHER_REASON_MAX })}
        </p>
        <div className={panelStyles.actions}>
          <Button appearance="subtle" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button appearance="primary" type="submit" isLoading={saving}>
            {words.save}
          </Button>
        </div>
      </div>
      <LiveText>{left <= SPOKEN_FROM ? plural(words.counterSpoken, left) : ''}</LiveText>
    </form>
  );
}

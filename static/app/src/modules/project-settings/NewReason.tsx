import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useEffect, useRef, useState } from 'react';
import type { ProjectSettingsView } from '../../../../../src/contract/settings';
import { SETTINGS_LIMITS } from '../../../../../src/domain/project-settings';
import type { ReasonChoice } from '../../../../../src/domain/project-settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Field } from '../../shared/ui/Field';
import { newReasonMistake, reasonTextOf } from './reason-list';
import styles from './reasons.module.css';

const words = projectSettings.reasons.own;
const most = SETTINGS_LIMITS.reasonText;

/** A reason in this project's own words. Enter adds it, Escape leaves. */
export function NewReason({
  reasons,
  kind,
  typed,
  mistake: mistakeOnSave,
  onTyped,
  onAdd,
  onCancel,
}: {
  readonly reasons: readonly ReasonChoice[];
  /** What becomes of a new reason in this project. */
  readonly kind: ProjectSettingsView['newReasons'];
  readonly typed: string;
  /** What kept the form from being saved while this field is open. */
  readonly mistake: string | undefined;
  readonly onTyped: (typed: string) => void;
  readonly onAdd: (text: string) => void;
  readonly onCancel: () => void;
}) {
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const found = newReasonMistake(reasons, typed);
  const length = reasonTextOf(typed).length;
  // Too long is said at once, everything else only when it was to be added.
  const own =
    found !== undefined && (tried || found === 'tooLong') ? fill(words[found], { most, count: length }) : undefined;
  const mistake = own ?? mistakeOnSave;
  const add = () => {
    setTried(true);
    if (found === undefined) onAdd(reasonTextOf(typed));
    else input.current?.focus();
  };
  return (
    <div className={styles.new}>
      <Field name="reason" label={words.label} help={`${fill(words.help, { most })} ${words[kind]}`} mistake={mistake}>
        {(ids) => (
          <Textfield
            ref={input}
            id={ids.control}
            value={typed}
            isCompact
            autoComplete="off"
            isInvalid={mistake !== undefined}
            aria-describedby={ids.describedBy}
            onChange={(event) => onTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.stopPropagation();
                onCancel();
              }
              // Enter would save the whole form.
              if (event.key === 'Enter') {
                event.preventDefault();
                add();
              }
            }}
            elemAfterInput={
              <span className={styles.count} aria-hidden="true">
                {fill(words.count, { count: length, most })}
              </span>
            }
          />
        )}
      </Field>
      <div className={styles.adders}>
        <Button spacing="compact" onClick={add}>
          {words.add}
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

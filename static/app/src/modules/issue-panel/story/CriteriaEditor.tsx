import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { CRITERIA_LIMITS } from '../../../../../../src/domain/criteria/security-criteria';
import { panel } from '../../../shared/strings/en-panel';
import { fill, plural } from '../../../shared/strings/fill';
import { Mistake } from '../../../shared/ui/Field';
import panelStyles from '../../../shared/panel/panel.module.css';
import { typedCriteria } from './criteria-text';
import type { CriteriaMistake } from './criteria-text';
import styles from './criteria.module.css';
import type { WritingCriteria } from './use-criteria';

const FIELD = 'panel-criteria-field';

/** Several criteria, one a line; Ctrl and Enter save. */
export function CriteriaEditor({
  writing,
  toExisting,
}: {
  readonly writing: WritingCriteria;
  /** Criteria stand in the description already, so these join them. */
  readonly toExisting: boolean;
}) {
  const words = panel.criteria;
  const { text, mistake, saving, save, cancel } = writing;
  const count = typedCriteria(text).length;
  useEffect(() => {
    if (mistake !== undefined) document.getElementById(FIELD)?.focus();
  }, [mistake]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
    }
  };
  return (
    <form className={styles.editor} onSubmit={submit} noValidate>
      <label className={styles.label} htmlFor={FIELD}>
        {words.label}
      </label>
      <textarea
        id={FIELD}
        className={styles.field}
        // The viewer has just asked for this field.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        rows={Math.min(10, Math.max(3, text.split('\n').length + 1))}
        value={text}
        aria-describedby={`${FIELD}-mistake ${FIELD}-help`}
        aria-invalid={mistake !== undefined}
        onChange={(event) => writing.write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Mistake id={`${FIELD}-mistake`}>{mistake === undefined ? undefined : mistakeWords(mistake)}</Mistake>
      <p className={panelStyles.help} id={`${FIELD}-help`}>
        {`${words.example} ${toExisting ? words.whereMore : words.where}`}
      </p>
      <div className={styles.foot}>
        <p className={panelStyles.help}>
          <kbd className={panelStyles.kbd}>Ctrl</kbd> <kbd className={panelStyles.kbd}>Enter</kbd> {words.keys}
        </p>
        <div className={panelStyles.actions}>
          <Button appearance="subtle" onClick={cancel}>
            {words.cancel}
          </Button>
          <Button appearance="primary" type="submit" isLoading={saving}>
            {count === 0 ? words.add : plural(words.addCount, count)}
          </Button>
        </div>
      </div>
    </form>
  );
}

function mistakeWords(mistake: CriteriaMistake): string {
  const words = panel.criteria;
  switch (mistake.kind) {
    case 'none':
      return words.required;
    case 'tooMany':
      return fill(words.tooMany, { max: CRITERIA_LIMITS.lines });
    case 'tooLong':
      return fill(words.tooLong, {
        line: mistake.line,
        count: mistake.characters,
        max: CRITERIA_LIMITS.line,
      });
  }
}

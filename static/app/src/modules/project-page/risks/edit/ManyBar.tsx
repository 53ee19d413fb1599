import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { RiskRow } from '../../../../../../../src/reads/risk-board-view';
import { risks } from '../../../../shared/strings/en-risks';
import { fillWith, formatCount, plural, pluralForm } from '../../../../shared/strings/fill';
import type { EditField, NewValue } from '../edit-value';
import { EditForm } from './EditForm';
import styles from './edit.module.css';

const words = risks.many;

/** One change for all that are ticked. */
export function ManyBar({
  rows,
  hidden,
  fields,
  today,
  onSave,
  onClear,
}: {
  /** The ticked ones, shown or not; at least one. */
  readonly rows: readonly [RiskRow, ...RiskRow[]];
  /** How many of them the filter hides. */
  readonly hidden: number;
  readonly fields: readonly EditField[];
  readonly today: string;
  readonly onSave: (value: NewValue) => void;
  readonly onClear: () => void;
}) {
  const [field, setField] = useState<EditField>();
  const [first, ...more] = rows;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClear();
  };
  const close = (from: EditField) => {
    setField(undefined);
    document.getElementById(buttonId(from))?.focus();
  };
  return (
    // Escape clears wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.many} onKeyDown={onKeyDown}>
      {field === undefined ? null : (
        <div className={styles.manyForm}>
          <EditForm
            key={field}
            field={field}
            rows={[first, ...more]}
            today={today}
            onSave={(value) => {
              setField(undefined);
              onSave(value);
            }}
            onCancel={() => close(field)}
          />
        </div>
      )}
      <div className={styles.manyTools} role="toolbar" aria-label={words.label}>
        <span className={styles.count}>
          {fillWith(pluralForm(words.selected, rows.length), { count: <b key="count">{formatCount(rows.length)}</b> })}
          {hidden === 0 ? null : <span className={styles.subtle}>{plural(words.hidden, hidden)}</span>}
        </span>
        {fields.map((name) => (
          <Button
            key={name}
            id={buttonId(name)}
            isSelected={name === field}
            aria-expanded={name === field}
            onClick={() => setField(name === field ? undefined : name)}
          >
            {words[name]}
          </Button>
        ))}
        <span className={styles.manyEnd}>
          <Button appearance="subtle" onClick={onClear}>
            {words.clear}
          </Button>
        </span>
      </div>
    </div>
  );
}

function buttonId(field: EditField): string {
  return `risks-many-${field}`;
}

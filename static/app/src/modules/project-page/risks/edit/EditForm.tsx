import { useState } from 'react';
import { daysAfter } from '../../../../../../../src/domain/day';
import { REVIEW_BY_HAND, mayReviewOn } from '../../../../../../../src/domain/review';
import { TREATMENTS } from '../../../../../../../src/domain/site-setup';
import type { Treatment } from '../../../../../../../src/domain/site-setup';
import type { RiskRow } from '../../../../../../../src/reads/risk-board-view';
import panelStyles from '../../../../shared/panel/panel.module.css';
import { ChoiceRow } from '../../../../shared/risk/ChoiceRow';
import { Editor } from '../../../../shared/risk/Editor';
import editorStyles from '../../../../shared/risk/editor.module.css';
import { PeopleSearch } from '../../../../shared/risk/PeopleSearch';
import { panel } from '../../../../shared/strings/en-panel';
import { risk as riskWords } from '../../../../shared/strings/en-risk';
import { risks } from '../../../../shared/strings/en-risks';
import { fill, plural } from '../../../../shared/strings/fill';
import { Field } from '../../../../shared/ui/Field';
import type { EditField, NewValue } from '../edit-value';

const words = risks.edit;

interface EditProps {
  /** At least one; the same is done to all. */
  readonly rows: readonly [RiskRow, ...RiskRow[]];
  /** ISO day. */
  readonly today: string;
  readonly onSave: (value: NewValue) => void;
  readonly onCancel: () => void;
}

/** One question about one risk or many: the form that opens below a row, or above the bar of the selected ones. */
export function EditForm({ field, ...props }: EditProps & { readonly field: EditField }) {
  switch (field) {
    case 'owner':
      return <OwnerForm {...props} />;
    case 'treatment':
      return <TreatmentForm {...props} />;
    case 'nextReview':
      return <ReviewDayForm {...props} />;
  }
}

function OwnerForm({ rows, onSave, onCancel }: EditProps) {
  const [first] = rows;
  const many = rows.length > 1;
  return (
    <Editor label={fill(words.title.owner, { what: whatOf(rows) })} onCancel={onCancel}>
      {many ? <p className={panelStyles.help}>{fill(words.ofMany, { key: first.key })}</p> : null}
      <PeopleSearch
        name="risks-owner-search"
        issueId={first.id}
        offersNobody={many || first.owner !== undefined}
        busy={false}
        onChoose={(person) => onSave({ field: 'owner', person })}
      />
    </Editor>
  );
}

function TreatmentForm({ rows, onSave, onCancel }: EditProps) {
  const [first] = rows;
  const [chosen, setChosen] = useState<Treatment | 'none' | undefined>(
    rows.length > 1 ? undefined : (first.treatment ?? 'none'),
  );
  const save = () => {
    if (chosen === undefined) return;
    onSave({ field: 'treatment', treatment: chosen === 'none' ? undefined : chosen });
  };
  return (
    <Editor
      label={fill(words.title.treatment, { what: whatOf(rows) })}
      submit={submitWords(rows)}
      onSave={save}
      onCancel={onCancel}
    >
      <ChoiceRow
        name="risks-treatment"
        label={riskWords.treatment.label}
        options={[...TREATMENTS, 'none' as const].map((value) => ({
          value,
          label: value === 'none' ? words.noTreatment : panel.risk.treatments[value],
        }))}
        value={chosen}
        onChoose={setChosen}
        focusFirst
      />
    </Editor>
  );
}

function ReviewDayForm({ rows, today, onSave, onCancel }: EditProps) {
  const [first] = rows;
  const [day, setDay] = useState(rows.length > 1 ? '' : (first.nextReview ?? ''));
  const [tried, setTried] = useState(false);
  const mistake = day === '' ? words.dayMissing : mayReviewOn(day, today) ? undefined : words.dayOutside;
  const save = () => {
    setTried(true);
    if (mistake === undefined) onSave({ field: 'nextReview', day });
    else document.getElementById('risks-review-day')?.focus();
  };
  return (
    <Editor
      label={fill(words.title.nextReview, { what: whatOf(rows) })}
      submit={submitWords(rows)}
      onSave={save}
      onCancel={onCancel}
    >
      <Field name="risks-review-day" label={words.day} mistake={tried ? mistake : undefined}>
        {({ control, describedBy }) => (
          <input
            id={control}
            type="date"
            className={editorStyles.input}
            // The viewer has just asked for this field.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={day}
            min={today}
            max={daysAfter(today, REVIEW_BY_HAND.most)}
            aria-describedby={describedBy}
            aria-invalid={tried && mistake !== undefined}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
      </Field>
    </Editor>
  );
}

/** The key of one, the number of many. */
function whatOf([first, ...more]: EditProps['rows']): string {
  return more.length === 0 ? first.key : plural(words.many, more.length + 1);
}

function submitWords(rows: readonly RiskRow[]): string {
  return rows.length === 1 ? words.save : plural(words.saveMany, rows.length);
}

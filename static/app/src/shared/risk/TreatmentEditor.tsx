import type { Treatment } from '../../../../../src/domain/site-setup';
import { TREATMENTS } from '../../../../../src/domain/site-setup';
import type { RiskView } from '../../../../../src/reads/risk-view';
import { panel } from '../strings/en-panel';
import { risk as words } from '../strings/en-risk';
import type { Changes } from '../panel/use-change';
import { Editor } from './Editor';
import { treatmentChange } from './risk-changes';
import type { Editing } from './use-editing';
import { useState } from 'react';
import { ChoiceRow } from './ChoiceRow';

/** What is done about the risk. */
export function TreatmentEditor({
  risk,
  changes,
  editing,
}: {
  readonly risk: RiskView;
  readonly changes: Changes;
  readonly editing: Editing;
}) {
  const [chosen, setChosen] = useState<Treatment | 'none'>(risk.treatment ?? 'none');
  const save = () => {
    const treatment = chosen === 'none' ? undefined : chosen;
    if (treatment === risk.treatment) editing.cancel();
    else changes.make(treatmentChange(risk, treatment, editing.close));
  };
  return (
    <Editor
      label={words.treatment.change}
      submit={words.save}
      saving={changes.saving === 'save:treatment'}
      onSave={save}
      onCancel={editing.cancel}
    >
      <ChoiceRow
        name="panel-treatment"
        label={words.treatment.label}
        options={[...TREATMENTS, 'none' as const].map((value) => ({
          value,
          label: value === 'none' ? panel.risk.none : panel.risk.treatments[value],
        }))}
        value={chosen}
        onChoose={setChosen}
        focusFirst
      />
    </Editor>
  );
}

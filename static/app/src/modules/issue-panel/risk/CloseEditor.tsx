import { useState } from 'react';
import { SCALE, levelOf, scoreValue } from '../../../../../../src/domain/level';
import type { Rating } from '../../../../../../src/domain/level';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { useBands } from '../../../shared/risk-matrix/bands';
import { sameScore } from '../../../shared/risk-matrix/scores';
import { matrix } from '../../../shared/strings/en-matrix';
import { risk as all } from '../../../shared/strings/en-risk';
import { fill, plural } from '../../../shared/strings/fill';
import { Field, Mistake } from '../../../shared/ui/Field';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Changes, NoticePlace } from '../../../shared/panel/use-change';
import { ChoiceRow } from '../../../shared/risk/ChoiceRow';
import { Editor } from '../../../shared/risk/Editor';
import { moveChange } from '../../../shared/risk/risk-changes';
import { NOTE_MOST } from '../../../shared/risk/note';
import type { Editing } from '../../../shared/risk/use-editing';
import styles from '../../../shared/risk/editor.module.css';

const NOTE = 'panel-close-note';

/** Closing says what is left, and why it may be closed. */
export function CloseEditor({
  risk,
  changes,
  editing,
  place,
}: {
  readonly risk: RiskView;
  readonly changes: Changes;
  readonly editing: Editing;
  readonly place: NoticePlace;
}) {
  const words = all.status.close;
  const bands = useBands();
  const [likelihood, setLikelihood] = useState<Rating | undefined>(risk.residual?.likelihood);
  const [impact, setImpact] = useState<Rating | undefined>(risk.residual?.impact);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const score = likelihood === undefined || impact === undefined ? undefined : { likelihood, impact };
  const noted = note.trim();
  const noteMistake = noted === '' ? words.noteMissing : noted.length > NOTE_MOST ? all.review.noteLong : undefined;
  const open = risk.progress.inProgress + risk.progress.toDo;

  const save = () => {
    setTried(true);
    if (score === undefined) {
      document.querySelector<HTMLElement>('input[name="panel-close-likelihood"]')?.focus();
      return;
    }
    if (noteMistake !== undefined) {
      document.getElementById(NOTE)?.focus();
      return;
    }
    const residual = sameScore(score, risk.residual) ? {} : { residual: score };
    changes.make(
      moveChange(risk, 'closed', { control: 'save:close', place }, { ...residual, note: noted }, editing.close),
    );
  };
  const ratings = (names: Readonly<Record<Rating, string>>) =>
    SCALE.map((value) => ({ value, label: String(value), title: `${String(value)} ${names[value]}` }));

  return (
    <Editor
      label={words.heading}
      submit={words.submit}
      saving={changes.saving === 'save:close'}
      onSave={save}
      onCancel={editing.cancel}
    >
      {open === 0 ? null : <p className={panelStyles.help}>{plural(words.open, open)}</p>}
      {risk.mayEdit ? (
        <div className={panelStyles.section} role="group" aria-label={words.left}>
          <p className={panelStyles.help}>{words.left}</p>
          <ChoiceRow
            name="panel-close-likelihood"
            label={words.likelihood}
            options={ratings(matrix.likelihoods)}
            value={likelihood}
            onChoose={setLikelihood}
            focusFirst
          />
          <ChoiceRow
            name="panel-close-impact"
            label={words.impact}
            options={ratings(matrix.impacts)}
            value={impact}
            onChoose={setImpact}
          />
          {score === undefined ? (
            <Mistake id="panel-close-score">{tried ? words.unscored : undefined}</Mistake>
          ) : (
            <p>{fill(words.comesTo, { level: levelOf(score, bands), score: scoreValue(score) })}</p>
          )}
        </div>
      ) : null}
      <Field name={NOTE} label={words.note} help={words.noteHelp} mistake={tried ? noteMistake : undefined}>
        {({ control, describedBy }) => (
          <textarea
            id={control}
            className={styles.input}
            value={note}
            aria-describedby={describedBy}
            aria-invalid={tried && noteMistake !== undefined}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
    </Editor>
  );
}

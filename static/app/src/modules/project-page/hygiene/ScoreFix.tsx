import { useEffect, useState } from 'react';
import { SCALE, scoreValue } from '../../../../../../src/domain/level';
import type { Score } from '../../../../../../src/domain/level';
import { useBands } from '../../../shared/risk-matrix/bands';
import { firstCellId, MatrixInput } from '../../../shared/risk-matrix/Matrix';
import { sameScore } from '../../../shared/risk-matrix/scores';
import { ChoiceRow } from '../../../shared/risk/ChoiceRow';
import { Editor } from '../../../shared/risk/Editor';
import { scoreChange, scoreControl } from '../../../shared/risk/score-change';
import type { ScoreKind } from '../../../shared/risk/score-change';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import { fill } from '../../../shared/strings/fill';
import type { FixProps } from './Fix';
import styles from './hygiene.module.css';

const KINDS: readonly ScoreKind[] = ['inherent', 'residual'];

/** The matrix: either score may be the wrong one. A cell saves. */
export function ScoreFix({ rule, risk, changes, onCancel, onDone }: FixProps) {
  const bands = useBands();
  const [kind, setKind] = useState<ScoreKind>('residual');
  const cell = firstCellId('residual', risk.residual);
  useEffect(() => document.getElementById(cell)?.focus(), [cell]);
  const written = (score: Score | undefined) => (score === undefined ? words.fix.none : String(scoreValue(score)));
  const pick = (score: Score) => {
    if (sameScore(score, risk[kind])) onCancel();
    else changes.make({ ...scoreChange(risk, kind, score, bands), onSaved: onDone });
  };
  return (
    <Editor label={words.rules[rule].fix} onCancel={onCancel}>
      <ChoiceRow
        name={`hygiene-score-${risk.id}`}
        label={words.fix.which}
        options={KINDS.map((value) => ({ value, label: words.fix[value] }))}
        value={kind}
        onChoose={setKind}
      />
      <p className={styles.quiet}>
        {fill(words.fix.now, { inherent: written(risk.inherent), residual: written(risk.residual) })}
      </p>
      <div className={styles.matrix}>
        <MatrixInput
          key={kind}
          kind={kind}
          value={risk[kind]}
          inherent={risk.inherent}
          residual={risk.residual}
          saving={savingCell(kind, changes.saving)}
          onPick={pick}
        />
      </div>
    </Editor>
  );
}

function savingCell(kind: ScoreKind, control: string | undefined): Score | undefined {
  return SCALE.flatMap((likelihood) => SCALE.map((impact) => ({ likelihood, impact }))).find(
    (score) => scoreControl(kind, score) === control,
  );
}

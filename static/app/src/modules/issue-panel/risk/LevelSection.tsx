import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import { SCALE, scoreValue } from '../../../../../../src/domain/level';
import type { Score } from '../../../../../../src/domain/level';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { matrix } from '../../../shared/strings/en-matrix';
import { panel } from '../../../shared/strings/en-panel';
import { LevelBadge } from '../../../shared/ui/LevelBadge';
import { useBands } from '../../../shared/risk-matrix/bands';
import { Marker, MatrixInput, MatrixPicture } from '../../../shared/risk-matrix/Matrix';
import { NoticeBar } from '../../../shared/panel/NoticeBar';
import panelStyles from '../../../shared/panel/panel.module.css';
import { sameScore, scoresInWords, shownLevel } from '../../../shared/risk-matrix/scores';
import type { Changes } from '../../../shared/panel/use-change';
import styles from './level.module.css';
import { scoreChange, scoreControl } from '../../../shared/risk/score-change';
import type { ScoreKind } from '../../../shared/risk/score-change';

const HEADING = 'panel-level';
const LANDING = [HEADING];

/** Inherent and residual level: in words, as badges, and on the matrix, where they are set too. */
export function LevelSection({
  risk,
  kind,
  onKind,
  changes,
}: {
  readonly risk: RiskView;
  /** Which of the two a cell sets. */
  readonly kind: ScoreKind;
  readonly onKind: (kind: ScoreKind) => void;
  readonly changes: Changes;
}) {
  const { inherent, residual } = risk;
  const bands = useBands();
  const words = scoresInWords(inherent, residual);
  return (
    <section className={panelStyles.section} aria-labelledby={HEADING}>
      <div className={panelStyles.headingRow}>
        <h2 className={`${panelStyles.heading} ${panelStyles.landing}`} id={HEADING} tabIndex={-1}>
          {panel.risk.level}
        </h2>
        {risk.mayEdit ? <KindSwitch kind={kind} onKind={onKind} /> : null}
      </div>
      <NoticeBar changes={changes} place="level" landing={LANDING} />
      <Levels risk={risk} />
      {risk.mayEdit ? (
        <MatrixInput
          key={kind}
          kind={kind}
          value={risk[kind]}
          inherent={inherent}
          residual={residual}
          saving={savingCell(kind, changes.saving)}
          onPick={(score) => {
            if (!sameScore(score, risk[kind])) changes.make(scoreChange(risk, kind, score, bands));
          }}
        />
      ) : (
        <MatrixPicture inherent={inherent} residual={residual} label={words} />
      )}
      <p className={panelStyles.help}>
        {changes.saving?.startsWith('score:') ? panel.saving : words === '' && risk.mayEdit ? panel.risk.choose : words}
      </p>
    </section>
  );
}

function KindSwitch({ kind, onKind }: { readonly kind: ScoreKind; readonly onKind: (kind: ScoreKind) => void }) {
  return (
    <div className={styles.switch} role="radiogroup" aria-label={panel.risk.setLabel}>
      {(['inherent', 'residual'] as const).map((option) => (
        <label key={option} className={styles.option}>
          <input type="radio" name="panel-level-kind" checked={kind === option} onChange={() => onKind(option)} />
          <span>{option === 'inherent' ? panel.risk.setInherent : panel.risk.setResidual}</span>
        </label>
      ))}
    </div>
  );
}

function Levels({ risk }: { readonly risk: RiskView }) {
  const words = panel.risk;
  const bands = useBands();
  return (
    <div className={styles.levels}>
      <div>
        <p className={styles.name}>
          <Marker kind="inherent" small>
            {matrix.letters.inherent}
          </Marker>
          {words.inherent}
        </p>
        <LevelBadge
          level={shownLevel(risk.level, risk.inherent, bands)}
          score={risk.inherent && scoreValue(risk.inherent)}
        />
      </div>
      <span className={styles.arrow}>
        <ArrowRightIcon label="" color="var(--ds-icon-subtle)" />
      </span>
      <div>
        <p className={styles.name}>
          <Marker kind="residual" small>
            {matrix.letters.residual}
          </Marker>
          {words.residual}
        </p>
        <LevelBadge
          kind="residual"
          level={shownLevel(risk.residualLevel, risk.residual, bands)}
          score={risk.residual && scoreValue(risk.residual)}
        />
      </div>
    </div>
  );
}

function savingCell(kind: ScoreKind, control: string | undefined): Score | undefined {
  return SCALE.flatMap((likelihood) => SCALE.map((impact) => ({ likelihood, impact }))).find(
    (score) => scoreControl(kind, score) === control,
  );
}

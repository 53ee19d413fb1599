import Button from '@atlaskit/button/new';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import { levelOf, scoreValue } from '../../../../../../../src/domain/level';
import type { LevelBands, Score } from '../../../../../../../src/domain/level';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import panelStyles from '../../../../shared/panel/panel.module.css';
import { useBands } from '../../../../shared/risk-matrix/bands';
import { MatrixInput, MatrixPicture } from '../../../../shared/risk-matrix/Matrix';
import { sameScore, scoresInWords, shownLevel } from '../../../../shared/risk-matrix/scores';
import { review } from '../../../../shared/strings/en-review';
import { fill } from '../../../../shared/strings/fill';
import { LevelBadge } from '../../../../shared/ui/LevelBadge';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import type { Draft } from './meeting';
import styles from './review.module.css';

/** The level before and after, and the matrix on which what is left is scored anew; saved with the review. */
export function ReviewLevel({
  risk,
  draft,
  may,
  onResidual,
}: {
  readonly risk: RiskView;
  readonly draft: Draft;
  readonly may: boolean;
  /** `undefined`: as it was. */
  readonly onResidual: (residual: Score | undefined) => void;
}) {
  const words = review.level;
  const bands = useBands();
  const { inherent } = risk;
  const residual = draft.residual ?? risk.residual;
  const rescored =
    draft.residual === undefined
      ? ''
      : fill(words.rescored, { was: scoreWords(risk.residual, bands), is: scoreWords(draft.residual, bands) });
  return (
    <section className={styles.section}>
      <div className={styles.levels}>
        <h3 className={styles.heading}>{words.heading}</h3>
        <span className={styles.badges}>
          <LevelBadge level={shownLevel(risk.level, inherent, bands)} score={inherent && scoreValue(inherent)} />
          <ArrowRightIcon label="" color="var(--ds-icon-subtle)" size="small" />
          <LevelBadge
            kind="residual"
            level={draft.residual ? levelOf(draft.residual, bands) : shownLevel(risk.residualLevel, residual, bands)}
            score={residual && scoreValue(residual)}
          />
        </span>
      </div>
      {may ? (
        <MatrixInput
          kind="residual"
          value={residual}
          inherent={inherent}
          residual={residual}
          onPick={(score) => onResidual(sameScore(score, risk.residual) ? undefined : score)}
        />
      ) : (
        <MatrixPicture inherent={inherent} residual={residual} label={scoresInWords(inherent, residual)} />
      )}
      <LiveText>{rescored}</LiveText>
      {rescored === '' ? (
        <p className={panelStyles.help}>{may ? words.how : scoresInWords(inherent, residual)}</p>
      ) : (
        <p className={styles.rescored}>
          <span aria-hidden="true">{rescored}</span>
          <Button spacing="compact" appearance="subtle" onClick={() => onResidual(undefined)}>
            {fill(words.keep, { was: scoreWords(risk.residual, bands) })}
          </Button>
        </p>
      )}
    </section>
  );
}

/** “High 15”. */
function scoreWords(score: Score | undefined, bands: LevelBands): string {
  return score === undefined ? review.level.notScored : `${levelOf(score, bands)} ${String(scoreValue(score))}`;
}

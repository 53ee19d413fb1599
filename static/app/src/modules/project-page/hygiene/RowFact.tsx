import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import { scoreValue } from '../../../../../../src/domain/level';
import type { HygieneRow } from '../../../../../../src/reads/hygiene-view';
import { useBands } from '../../../shared/risk-matrix/bands';
import { shownLevel } from '../../../shared/risk-matrix/scores';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import { fill, plural } from '../../../shared/strings/fill';
import { LevelBadge } from '../../../shared/ui/LevelBadge';
import { ProgressBar } from '../../../shared/ui/ProgressBar';
import { RelativeDay } from '../../../shared/ui/RelativeDay';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import styles from './hygiene.module.css';

/** What the rule is about on this risk. */
export function RowFact({
  rule,
  row,
  today,
}: {
  readonly rule: HygieneRule;
  readonly row: HygieneRow;
  readonly today: string;
}) {
  switch (rule) {
    case 'noOwner':
    case 'inTreatmentWithoutEnabler':
      return null;
    case 'ownerInactive':
      return row.owner === undefined ? null : <span>{fill(words.row.closedAccount, { name: row.owner })}</span>;
    case 'reviewOverdue':
      return <RelativeDay day={row.nextReview} today={today} lateWhenPast />;
    case 'acceptanceLapsed':
      if (row.acceptanceExpires === undefined) return <span>{words.row.noEnd}</span>;
      return (
        <span>
          {words.row.ended} <RelativeDay day={row.acceptanceExpires} today={today} />
        </span>
      );
    case 'residualAboveInherent':
      return <Scores row={row} />;
    case 'residualUnproven':
      return (
        <>
          <Scores row={row} />
          <ProgressBar progress={row.progress} />
        </>
      );
    case 'allEnablersDone':
      return <ProgressBar progress={row.progress} />;
    case 'closedWithOpenEnablers':
      return <span>{plural(words.row.openEnablers, row.openEnablers.length)}</span>;
  }
}

function Scores({ row: { inherent, residual, level, residualLevel } }: { readonly row: HygieneRow }) {
  const bands = useBands();
  return (
    <span className={styles.scores}>
      <LevelBadge level={shownLevel(level, inherent, bands)} score={inherent && scoreValue(inherent)} />
      <ArrowRightIcon label="" color="var(--ds-icon-subtle)" />
      <VisuallyHidden>{words.row.to}</VisuallyHidden>
      <LevelBadge
        kind="residual"
        level={shownLevel(residualLevel, residual, bands)}
        score={residual && scoreValue(residual)}
      />
    </span>
  );
}

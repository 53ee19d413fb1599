import type { ReactNode } from 'react';
import { scoreValue } from '../../../../../../../src/domain/level';
import { progressVerdict } from '../../../../../../../src/domain/progress';
import type { RiskRow } from '../../../../../../../src/reads/risk-board-view';
import { daysUntil, shortDay } from '../../../../shared/days';
import { useBands } from '../../../../shared/risk-matrix/bands';
import { panel } from '../../../../shared/strings/en-panel';
import { risks } from '../../../../shared/strings/en-risks';
import { fill, plural } from '../../../../shared/strings/fill';
import { Face } from '../../../../shared/ui/Face';
import { LevelBadge } from '../../../../shared/ui/LevelBadge';
import { progressShares, progressText, SegmentBar } from '../../../../shared/ui/ProgressBar';
import { StatusName } from '../../../../shared/ui/StatusName';
import { listOf } from '../board-state';
import type { Column } from '../columns';
import { levelIn, scoreIn } from '../standing';
import type { ScoreKind } from '../standing';
import { AlertMark, ClockMark, NobodyMark, NoneMark } from './marks';
import styles from './cells.module.css';

const words = risks.list;

interface CellProps {
  readonly row: RiskRow;
  /** ISO day. */
  readonly today: string;
  /** Which day an instant is for the viewer. */
  readonly dayOf: (instant: Date) => string;
}

/** What stands in a column of one risk. The title has a place of its own. */
export function CellContent({ column, ...props }: CellProps & { readonly column: Exclude<Column, 'risk'> }): ReactNode {
  switch (column) {
    case 'inherent':
    case 'residual':
      return <LevelCell row={props.row} kind={column} />;
    case 'owner':
      return <OwnerCell row={props.row} />;
    case 'treatment':
      return <TreatmentCell row={props.row} />;
    case 'status':
      return <StatusName status={props.row.status} />;
    case 'enablers':
      return <EnablersCell row={props.row} />;
    case 'nextReview':
      return <ReviewCell {...props} />;
    case 'age':
      return <AgeCell {...props} />;
  }
}

function LevelCell({ row, kind }: { readonly row: RiskRow; readonly kind: ScoreKind }) {
  const bands = useBands();
  const level = levelIn(row, kind, bands);
  const score = scoreIn(row, kind);
  return <LevelBadge level={level} kind={kind} score={score && scoreValue(score)} />;
}

function OwnerCell({ row: { owner } }: { readonly row: RiskRow }) {
  if (owner === undefined) {
    return (
      <span className={styles.warned}>
        <NobodyMark />
        {words.noOwner}
      </span>
    );
  }
  return (
    <span className={styles.owner}>
      <Face name={owner.name} avatarUrl={owner.avatarUrl} />
      <span className={styles.ownerName} title={owner.name}>
        {owner.name}
        {owner.active ? null : <span className={styles.second}>{words.ownerClosed}</span>}
      </span>
    </span>
  );
}

function TreatmentCell({ row: { treatment } }: { readonly row: RiskRow }) {
  return treatment === undefined ? (
    <span className={styles.none}>{words.none}</span>
  ) : (
    <>{panel.risk.treatments[treatment]}</>
  );
}

function EnablersCell({ row }: { readonly row: RiskRow }) {
  const { progress } = row;
  const verdict = progressVerdict(progress);
  if (verdict === 'noneLinked') {
    return (
      <span className={styles.noneLinked}>
        <NoneMark />
        {progressText(progress)}
      </span>
    );
  }
  const verify = row.problems.includes('allEnablersDone');
  return (
    <span className={styles.progress} title={fill(words.progressTitle, { ...progress })}>
      <SegmentBar shares={progressShares(progress)} />
      <span className={verdict === 'allDone' ? styles.allDone : styles.second}>
        {verdict === 'allDone' ? (verify ? words.allDone : words.allDoneAccepted) : progressText(progress)}
      </span>
    </span>
  );
}

function ReviewCell({ row, today }: CellProps) {
  const { nextReview, problems } = row;
  const overdue = problems.includes('reviewOverdue');
  return (
    <span className={overdue ? styles.overdue : styles.day}>
      {nextReview === undefined ? (
        <span className={styles.none}>{words.notSet}</span>
      ) : (
        <span className={styles.dayLine}>
          <time dateTime={nextReview}>{shortDay(nextReview, today)}</time>
          {overdue ? <AlertMark /> : null}
        </span>
      )}
      <SecondLine row={row} today={today} overdue={overdue} />
    </span>
  );
}

/** An acceptance that ends goes before how far the review is; a closed risk has neither. */
function SecondLine({ row, today, overdue }: Pick<CellProps, 'row' | 'today'> & { readonly overdue: boolean }) {
  const { nextReview, acceptanceExpires: expires, problems } = row;
  if (listOf(row) === 'closed') return null;
  if (expires !== undefined && problems.includes('acceptanceExpired')) {
    return (
      <span className={styles.ends}>
        <ClockMark />
        {fill(words.acceptanceOver, { day: shortDay(expires, today) })}
      </span>
    );
  }
  if (expires !== undefined && problems.includes('acceptanceEnding')) {
    return (
      <span className={styles.ends}>
        <ClockMark />
        {expires === nextReview
          ? words.acceptanceEndsThen
          : fill(words.acceptanceEnds, { day: shortDay(expires, today) })}
      </span>
    );
  }
  if (nextReview === undefined) return null;
  const days = daysUntil(nextReview, today);
  return (
    <span className={styles.second}>
      {overdue ? plural(words.overdue, -days) : days === 0 ? words.today : plural(words.inDays, days)}
    </span>
  );
}

/** Whole days since it was recorded. */
export function AgeCell({ row: { created }, today, dayOf }: CellProps) {
  if (created === undefined) return null;
  const day = dayOf(new Date(created));
  return (
    <span className={styles.age} title={fill(words.ageTitle, { day: shortDay(day, today) })}>
      {plural(words.days, Math.max(0, -daysUntil(day, today)))}
    </span>
  );
}

import AddIcon from '@atlaskit/icon/core/add';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import ChangesIcon from '@atlaskit/icon/core/changes';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactNode } from 'react';
import { scoreValue } from '../../../../../../../src/domain/level';
import { isOverdue, isReviewDue } from '../../../../../../../src/domain/review';
import type { SinceLastLook } from '../../../../../../../src/reads/review-view';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { daysUntil } from '../../../../shared/days';
import { NoticeBar, NoticeVoice } from '../../../../shared/panel/NoticeBar';
import type { Changes } from '../../../../shared/panel/use-change';
import { useBands } from '../../../../shared/risk-matrix/bands';
import { shownLevel } from '../../../../shared/risk-matrix/scores';
import type { Editing } from '../../../../shared/risk/use-editing';
import { review as words } from '../../../../shared/strings/en-review';
import { fill, plural } from '../../../../shared/strings/fill';
import { LevelBadge } from '../../../../shared/ui/LevelBadge';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import { StatusName } from '../../../../shared/ui/StatusName';
import { OpenEnablers } from './OpenEnablers';
import { ReviewFacts } from './ReviewFacts';
import { sinceHeading, sinceLines } from './since-lines';
import type { LineKind } from './since-lines';
import styles from './review.module.css';

const LANDING = ['review-facts'];

/** What the room reads: the risk, what happened since the last look, how far its enablers are, its facts. */
export function RiskText({
  risk,
  since,
  title,
  today,
  mayChange,
  changes,
  editing,
}: {
  readonly risk: RiskView;
  readonly since: SinceLastLook;
  readonly title: ReactNode;
  readonly today: string;
  readonly mayChange: boolean;
  readonly changes: Changes;
  readonly editing: Editing;
}) {
  const bands = useBands();
  return (
    <div className={styles.text}>
      <div>
        <p className={styles.above}>
          <LevelBadge
            level={shownLevel(risk.level, risk.inherent, bands)}
            score={risk.inherent && scoreValue(risk.inherent)}
          />
          <IssueLink className={styles.link} issueKey={risk.key}>
            {risk.key}
          </IssueLink>
          <StatusName status={risk.status} />
          <Due risk={risk} today={today} />
        </p>
        {title}
        {risk.businessImpact === undefined ? null : <p className={styles.impact}>{risk.businessImpact}</p>}
      </div>
      <Since risk={risk} since={since} today={today} />
      <OpenEnablers risk={risk} />
      <NoticeVoice changes={changes} />
      <NoticeBar changes={changes} place="facts" landing={LANDING} />
      <ReviewFacts risk={risk} since={since} today={today} mayChange={mayChange} changes={changes} editing={editing} />
    </div>
  );
}

function Due({ risk: { nextReview, status }, today }: { readonly risk: RiskView; readonly today: string }) {
  if (nextReview === undefined || status.category === 'done' || !isReviewDue(nextReview, today)) return null;
  if (!isOverdue(nextReview, today)) return <span className={styles.dueToday}>{words.due.today}</span>;
  return (
    <span className={styles.overdue}>
      <WarningIcon label="" size="small" />
      {plural(words.due.overdue, -daysUntil(nextReview, today))}
    </span>
  );
}

function Since({
  risk,
  since,
  today,
}: {
  readonly risk: RiskView;
  readonly since: SinceLastLook;
  readonly today: string;
}) {
  const lines = sinceLines(since, risk.lastReview, today);
  const note = risk.lastReview?.note ?? '';
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{sinceHeading(since, risk.lastReview, today)}</h3>
      {note === '' ? null : <p className={styles.thenNote}>{fill(words.since.note, { note })}</p>}
      {lines.length === 0 ? <p className={styles.subtle}>{words.since.nothing}</p> : null}
      <ul className={styles.since}>
        {lines.map(({ id, kind, text, detail }) => (
          <li key={id}>
            <LineIcon kind={kind} />
            <span>
              <b>{text}</b>
              {detail === '' ? null : <> {detail}</>}
            </span>
          </li>
        ))}
      </ul>
      {since.partial ? <p className={styles.subtle}>{words.since.partial}</p> : null}
    </section>
  );
}

function LineIcon({ kind }: { readonly kind: LineKind }) {
  switch (kind) {
    case 'done':
      return <CheckCircleIcon label="" color="var(--ds-icon-success)" />;
    case 'started':
      return <ArrowRightIcon label="" color="var(--ds-icon-information)" />;
    case 'worse':
      return <WarningIcon label="" color="var(--ds-icon-warning)" />;
    case 'changed':
      return <ChangesIcon label="" color="var(--ds-icon-subtle)" />;
    case 'added':
      return <AddIcon label="" color="var(--ds-icon-subtle)" />;
  }
}

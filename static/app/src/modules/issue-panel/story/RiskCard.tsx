import { IconButton } from '@atlaskit/button/new';
import LinkBrokenIcon from '@atlaskit/icon/core/link-broken';
import { progressTotal, progressVerdict } from '../../../../../../src/domain/progress';
import type { Progress } from '../../../../../../src/domain/progress';
import type { RiskStatus } from '../../../../../../src/reads/risk-view';
import type { LinkedRiskView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill, plural } from '../../../shared/strings/fill';
import { LevelBadge } from '../../../shared/ui/LevelBadge';
import { PersonName } from '../../../shared/ui/PersonName';
import { SegmentBar, progressShares } from '../../../shared/ui/ProgressBar';
import { RelativeDay } from '../../../shared/ui/RelativeDay';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { StatusName } from '../../../shared/ui/StatusName';
import { Face } from '../../../shared/ui/Face';
import { RiskTypeIcon } from '../../../shared/ui/Icons';
import panelStyles from '../../../shared/panel/panel.module.css';
import styles from './risk-card.module.css';

/** A risk that the story makes smaller or is exposed to: why the story matters. */
export function RiskCard({
  risk,
  isStory = true,
  issueStatus,
  today,
  unlinking = false,
  onUnlink,
}: {
  readonly risk: LinkedRiskView;
  readonly isStory?: boolean;
  /** Of the issue that the card stands on. */
  readonly issueStatus?: RiskStatus;
  readonly today: string;
  readonly unlinking?: boolean;
  /** Left out where the viewer may not. */
  readonly onUnlink?: (() => void) | undefined;
}) {
  const closed = risk.status.category === 'done';
  return (
    <article className={styles.card} aria-label={`${risk.key} ${risk.summary}`}>
      <p className={panelStyles.help}>{relationWords(risk, isStory)}</p>
      <div className={styles.head}>
        <LevelBadge level={risk.level} />
        <RiskTypeIcon label={panel.risks.type} />
        <IssueLink className={panelStyles.key} issueKey={risk.key}>
          {risk.key}
        </IssueLink>
        {closed ? <StatusName status={risk.status} /> : null}
        {onUnlink === undefined ? null : (
          <span className={styles.unlink}>
            <IconButton
              icon={LinkBrokenIcon}
              label={fill(panel.risks.unlink, { key: risk.key })}
              appearance="subtle"
              spacing="compact"
              isTooltipDisabled
              isLoading={unlinking}
              onClick={onUnlink}
            />
          </span>
        )}
      </div>
      <IssueLink className={styles.summary} issueKey={risk.key}>
        {risk.summary}
      </IssueLink>
      <p className={styles.facts}>
        {risk.owner === undefined ? null : (
          <Face name={risk.owner.name} avatarUrl={risk.owner.avatarUrl} size="small" />
        )}
        <PersonName name={risk.owner?.name} />
        {closed ? null : (
          <>
            <span aria-hidden="true">·</span>
            <Review risk={risk} today={today} />
          </>
        )}
      </p>
      <div className={styles.progress}>
        <SegmentBar shares={progressShares(risk.progress)} />
        <p>
          <b>{enablersText(risk.progress)}</b>
          {restText(risk.progress)}
        </p>
      </div>
      <OwnPart risk={risk} isStory={isStory} status={issueStatus} />
    </article>
  );
}

function relationWords({ relation }: LinkedRiskView, isStory: boolean): string {
  const words = panel.risks;
  if (relation === 'mitigates') return isStory ? words.mitigates : words.issueMitigates;
  return isStory ? words.threatened : words.issueThreatened;
}

function Review({ risk, today }: { readonly risk: LinkedRiskView; readonly today: string }) {
  if (risk.nextReview === undefined) return <span>{panel.risks.noReview}</span>;
  const [before, after] = panel.risks.review.split('{day}');
  return (
    <span>
      {before}
      <RelativeDay day={risk.nextReview} today={today} lateWhenPast />
      {after}
    </span>
  );
}

/** Where this story stands among the risk's enablers. Of a done one that is not said: it may have been dropped. */
function OwnPart({
  risk: { relation, progress },
  isStory,
  status,
}: {
  readonly risk: LinkedRiskView;
  readonly isStory: boolean;
  readonly status: RiskStatus | undefined;
}) {
  if (!isStory || relation !== 'mitigates' || status === undefined || status.category === 'done') return null;
  const count = progress[status.category];
  if (count === 0) return null;
  return <p className={styles.ownPart}>{plural(panel.risks.ownPart[status.category], count)}</p>;
}

/** “2 of 5 enablers done”. */
export function enablersText(progress: Progress): string {
  const words = panel.risks;
  const verdict = progressVerdict(progress);
  if (verdict === 'noneLinked') return words.noEnabler;
  if (verdict === 'allDone') return plural(words.allDone, progress.done);
  return fill(words.enablersDone, { done: progress.done, total: progressTotal(progress) });
}

/** What the done ones leave; nothing where nothing is left. */
export function restText(progress: Progress) {
  if (progressVerdict(progress) !== 'underWay') return null;
  return <span>{fill(panel.risks.rest, { inProgress: progress.inProgress, toDo: progress.toDo })}</span>;
}

import { IconButton } from '@atlaskit/button/new';
import LinkBrokenIcon from '@atlaskit/icon/core/link-broken';
import { progressTotal, progressVerdict } from '../../../../../../src/domain/progress';
import type { Progress } from '../../../../../../src/domain/progress';
import type { LinkedRiskView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill, plural } from '../../../shared/strings/fill';
import { LevelBadge } from '../../../shared/ui/LevelBadge';
import { PersonName } from '../../../shared/ui/PersonName';
import { SegmentBar, progressShares } from '../../../shared/ui/ProgressBar';
import { RelativeDay } from '../../../shared/ui/RelativeDay';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { StatusName } from '../../../shared/ui/StatusName';
import { Face } from '../parts/Face';
import { RiskTypeIcon } from '../parts/Icons';
import panelStyles from '../parts/panel.module.css';
import styles from './risk-card.module.css';

/** A risk that the story makes smaller or is exposed to: why the story matters. */
export function RiskCard({
  risk,
  isStory = true,
  today,
  unlinking = false,
  onUnlink,
}: {
  readonly risk: LinkedRiskView;
  readonly isStory?: boolean;
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

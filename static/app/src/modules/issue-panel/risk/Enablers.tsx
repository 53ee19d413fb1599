import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import InformationIcon from '@atlaskit/icon/core/information-circle';
import LinkIcon from '@atlaskit/icon/core/link';
import type { ReactNode } from 'react';
import { percentDone, progressTotal, progressVerdict } from '../../../../../../src/domain/progress';
import type { PointProgress, Progress } from '../../../../../../src/domain/progress';
import type { EnablerView, RiskView } from '../../../../../../src/reads/risk-view';
import { panel } from '../../../shared/strings/en-panel';
import { risk as riskWords } from '../../../shared/strings/en-risk';
import { fill, fillWith, plural } from '../../../shared/strings/fill';
import { SegmentBar, progressShares } from '../../../shared/ui/ProgressBar';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { StatusName } from '../../../shared/ui/StatusName';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import { Face, NoFace } from '../../../shared/ui/Face';
import { NoticeBar } from '../../../shared/panel/NoticeBar';
import { UnlinkButton } from '../parts/UnlinkButton';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Changes } from '../../../shared/panel/use-change';
import type { LinkDialogs } from '../../../shared/panel/use-link-dialogs';
import { restText } from '../story/RiskCard';
import styles from './enablers.module.css';

const HEADING = 'panel-enablers';
const LANDING = [HEADING];

/** What makes the risk smaller: how far it is, what is open first, what is done folded, what was dropped named. */
export function Enablers({
  risk,
  changes,
  linking,
}: {
  readonly risk: RiskView;
  readonly changes: Changes;
  /** `undefined` where the viewer may not link. */
  readonly linking: LinkDialogs | undefined;
}) {
  const words = panel.risk;
  const counted = risk.enablers.filter((enabler) => !enabler.dropped);
  const dropped = risk.enablers.filter((enabler) => enabler.dropped);
  const done = counted.filter((enabler) => enabler.status.category === 'done');
  const open = counted.filter((enabler) => enabler.status.category !== 'done');
  const unlink = (enabler: EnablerView) =>
    linking === undefined ? null : (
      <UnlinkButton issueId={risk.id} other={enabler} place="enablers" changes={changes} />
    );
  return (
    <section className={`${panelStyles.section} ${panelStyles.ruled}`}>
      <h2 className={`${panelStyles.heading} ${panelStyles.landing}`} id={HEADING} tabIndex={-1}>
        {words.enablers} <span className={panelStyles.count}>{counted.length}</span>
      </h2>
      <NoticeBar changes={changes} place="enablers" landing={LANDING} />
      <EnablerProgress progress={risk.progress} points={risk.pointProgress} />
      {counted.length === 0 ? <p>{words.noEnablers}</p> : null}
      {linking === undefined ? null : (
        <div className={panelStyles.actions}>
          <Button spacing="compact" iconBefore={SmallLink} onClick={() => linking.link('isReducedBy')}>
            {words.linkEnabler}
          </Button>
          <Button spacing="compact" iconBefore={SmallAdd} onClick={() => linking.enablers()}>
            {words.newEnablers}
          </Button>
        </div>
      )}
      <EnablerList enablers={open.length === 0 ? done : open} unlink={unlink} />
      {open.length > 0 && done.length > 0 ? (
        <details className={panelStyles.fold}>
          <summary>{plural(words.folded, done.length)}</summary>
          <EnablerList enablers={done} unlink={unlink} />
        </details>
      ) : null}
      {risk.unread.enablers === 0 ? null : (
        <p className={styles.dropped}>
          <InformationIcon label="" size="small" />
          <span>{plural(riskWords.enablers.unread, risk.unread.enablers)}</span>
        </p>
      )}
      {dropped.map((enabler) => (
        <p key={enabler.linkId} className={styles.dropped}>
          <InformationIcon label="" size="small" />
          <span>
            {fillWith(words.dropped, {
              key: (
                <IssueLink key="key" className={styles.link} issueKey={enabler.key} title={enabler.summary}>
                  {enabler.key}
                </IssueLink>
              ),
              status: enabler.status.name,
            })}
          </span>
        </p>
      ))}
    </section>
  );
}

function SmallLink() {
  return <LinkIcon label="" size="small" />;
}
function SmallAdd() {
  return <AddIcon label="" size="small" />;
}

function EnablerProgress({
  progress,
  points,
}: {
  readonly progress: Progress;
  readonly points: PointProgress | undefined;
}) {
  const total = progressTotal(progress);
  return (
    <div className={styles.progress}>
      <SegmentBar shares={progressShares(progress)} />
      {progressVerdict(progress) === 'noneLinked' ? null : (
        <p>
          <b>{fill(panel.risk.done, { done: progress.done, total })}</b>
          {restText(progress)}
        </p>
      )}
      {points === undefined ? null : <Points points={points} />}
    </div>
  );
}

function Points({ points }: { readonly points: PointProgress }) {
  const words = riskWords.enablers;
  return (
    <p>
      <span>
        {fill(words.byPoints, { done: points.done, total: progressTotal(points) })}
        {points.unestimated === 0 ? null : `, ${plural(words.unestimated, points.unestimated)}`}
      </span>
      <span>{fill(words.percent, { percent: percentDone(points) ?? 0 })}</span>
    </p>
  );
}

function EnablerList({
  enablers,
  unlink,
}: {
  readonly enablers: readonly EnablerView[];
  readonly unlink: (enabler: EnablerView) => ReactNode;
}) {
  if (enablers.length === 0) return null;
  return (
    <ul className={styles.rows}>
      {enablers.map((enabler) => (
        <li key={enabler.linkId} className={styles.row}>
          <div className={styles.head}>
            <IssueLink className={styles.summary} issueKey={enabler.key}>
              {enabler.summary}
            </IssueLink>
            {unlink(enabler)}
          </div>
          <p className={styles.facts}>
            <StatusName status={enabler.status} />
            <span className={panelStyles.key}>{enabler.key}</span>
            <Planned enabler={enabler} />
            <Assignee enabler={enabler} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** “Sprint 25, 8 pt”. */
function Planned({ enabler: { sprint, points, status } }: { readonly enabler: EnablerView }) {
  const words = riskWords.enablers;
  const where = sprint?.name ?? (status.category === 'toDo' ? words.backlog : undefined);
  const size = points === undefined ? undefined : plural(words.points, points);
  const parts = [where, size].filter((part) => part !== undefined);
  return parts.length === 0 ? null : <span>{parts.join(', ')}</span>;
}

function Assignee({ enabler: { assignee } }: { readonly enabler: EnablerView }) {
  const name = assignee?.name ?? panel.risk.unassigned;
  return (
    <span className={styles.assignee} title={name}>
      {assignee === undefined ? (
        <NoFace size="small" />
      ) : (
        <Face name={assignee.name} avatarUrl={assignee.avatarUrl} size="small" />
      )}
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  );
}

import InformationIcon from '@atlaskit/icon/core/information-circle';
import { progressTotal, progressVerdict } from '../../../../../../src/domain/progress';
import type { Progress } from '../../../../../../src/domain/progress';
import type { EnablerView, RiskView } from '../../../../../../src/reads/risk-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill, fillWith, plural } from '../../../shared/strings/fill';
import { SegmentBar, progressShares } from '../../../shared/ui/ProgressBar';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { StatusName } from '../../../shared/ui/StatusName';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import { Face, NoFace } from '../parts/Face';
import panelStyles from '../parts/panel.module.css';
import { restText } from '../story/RiskCard';
import styles from './enablers.module.css';

/** What makes the risk smaller: how far it is, what is open first, what is done folded, what was dropped named. */
export function Enablers({ risk }: { readonly risk: RiskView }) {
  const words = panel.risk;
  const counted = risk.enablers.filter((enabler) => !enabler.dropped);
  const dropped = risk.enablers.filter((enabler) => enabler.dropped);
  const done = counted.filter((enabler) => enabler.status.category === 'done');
  const open = counted.filter((enabler) => enabler.status.category !== 'done');
  return (
    <section className={`${panelStyles.section} ${panelStyles.ruled}`}>
      <h2 className={panelStyles.heading}>
        {words.enablers} <span className={panelStyles.count}>{counted.length}</span>
      </h2>
      <EnablerProgress progress={risk.progress} />
      {counted.length === 0 ? (
        <>
          <p>{words.noEnablers}</p>
          <p className={panelStyles.help}>{words.noEnablersNext}</p>
        </>
      ) : null}
      <EnablerList enablers={open.length === 0 ? done : open} />
      {open.length > 0 && done.length > 0 ? (
        <details className={panelStyles.fold}>
          <summary>{plural(words.folded, done.length)}</summary>
          <EnablerList enablers={done} />
        </details>
      ) : null}
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

function EnablerProgress({ progress }: { readonly progress: Progress }) {
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
    </div>
  );
}

function EnablerList({ enablers }: { readonly enablers: readonly EnablerView[] }) {
  if (enablers.length === 0) return null;
  return (
    <ul className={styles.rows}>
      {enablers.map((enabler) => (
        <li key={enabler.linkId} className={styles.row}>
          <IssueLink className={styles.summary} issueKey={enabler.key}>
            {enabler.summary}
          </IssueLink>
          <p className={styles.facts}>
            <StatusName status={enabler.status} />
            <span className={panelStyles.key}>{enabler.key}</span>
            <Assignee enabler={enabler} />
          </p>
        </li>
      ))}
    </ul>
  );
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

import { progressTotal } from '../../../../../../../src/domain/progress';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { review } from '../../../../shared/strings/en-review';
import { risk as riskWords } from '../../../../shared/strings/en-risk';
import { fill, plural } from '../../../../shared/strings/fill';
import { Face, NoFace } from '../../../../shared/ui/Face';
import { progressShares, progressText, SegmentBar } from '../../../../shared/ui/ProgressBar';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import { StatusName } from '../../../../shared/ui/StatusName';
import { VisuallyHidden } from '../../../../shared/ui/VisuallyHidden';
import styles from './review.module.css';

/** So many are shown: a room reads no long list. */
const SHOWN_MOST = 5;

/** How far what makes the risk smaller is, and what of it is still open. */
export function OpenEnablers({ risk: { enablers, progress, unread } }: { readonly risk: RiskView }) {
  const words = review.enablers;
  const open = enablers.filter(({ dropped, status }) => !dropped && status.category !== 'done');
  const rest = (['inProgress', 'toDo'] as const)
    .filter((category) => progress[category] > 0)
    .map((category) => fill(words.rest[category], { count: progress[category] }));
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{words.heading}</h3>
      <div className={styles.progress}>
        <SegmentBar shares={progressShares(progress)} />
        <p>
          <b>{progressText(progress)}</b>
          <span>{progressTotal(progress) === 0 ? '' : rest.join(', ')}</span>
        </p>
      </div>
      {unread.enablers === 0 ? null : (
        <p className={styles.subtle}>{plural(riskWords.enablers.unread, unread.enablers)}</p>
      )}
      {open.length === 0 ? null : (
        <ul className={styles.enablers}>
          {open.slice(0, SHOWN_MOST).map((enabler) => (
            <li key={enabler.linkId}>
              <IssueLink className={styles.enabler} issueKey={enabler.key}>
                <span className={styles.key}>{enabler.key}</span> {enabler.summary}
              </IssueLink>
              <span className={styles.enablerFacts}>
                <StatusName status={enabler.status} />
                {enabler.assignee === undefined ? (
                  <>
                    <NoFace />
                    <VisuallyHidden>{words.unassigned}</VisuallyHidden>
                  </>
                ) : (
                  <>
                    <Face name={enabler.assignee.name} avatarUrl={enabler.assignee.avatarUrl} />
                    <VisuallyHidden>{enabler.assignee.name}</VisuallyHidden>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open.length > SHOWN_MOST ? (
        <p className={styles.subtle}>{plural(words.more, open.length - SHOWN_MOST)}</p>
      ) : null}
    </section>
  );
}

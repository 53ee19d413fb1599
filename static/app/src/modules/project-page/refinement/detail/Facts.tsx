import type { RefinementList, RefinementRow } from '../../../../../../../src/reads/refinement-view';
import { refinement } from '../../../../shared/strings/en-refinement';
import { fillWith } from '../../../../shared/strings/fill';
import { CheckIcon } from '../../../../shared/ui/Icons';
import { LevelBadge } from '../../../../shared/ui/LevelBadge';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import { StatusName } from '../../../../shared/ui/StatusName';
import { bypassWords } from '../bypass-words';
import styles from './detail.module.css';

/** Why a story stands in the list: its status, how it came past Ready, what it misses and which risks it is about. */
export function Facts({
  list,
  row,
  timezone,
}: {
  readonly list: RefinementList;
  readonly row: RefinementRow;
  readonly timezone: string;
}) {
  return (
    <div className={styles.facts}>
      <p className={styles.fact}>
        <StatusName status={row.status} />
        {list === 'bypasses' && row.bypass !== undefined ? <span>{bypassWords(row.bypass, timezone)}</span> : null}
      </p>
      {row.missing.map((check) => (
        <p key={check} className={styles.fact}>
          <span className={styles.missing}>
            <CheckIcon state="missing" label={refinement.missing.label} />
          </span>
          <span>
            {refinement.missing[check]}. <span className={styles.help}>{refinement.missingNext[check]}</span>
          </span>
        </p>
      ))}
      {row.risks.map(({ key, summary, level, relation }) => (
        <p key={`${relation} ${key}`} className={styles.fact}>
          <LevelBadge level={level} />
          <span>
            {fillWith(refinement.risk[relation], {
              risk: (
                <IssueLink key="risk" issueKey={key} className={styles.riskLink}>
                  {key} {summary}
                </IssueLink>
              ),
            })}
          </span>
        </p>
      ))}
    </div>
  );
}

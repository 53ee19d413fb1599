import type { RefinementRow } from '../../../../../../../src/reads/refinement-view';
import { refinement } from '../../../../shared/strings/en-refinement';
import { fill, plural } from '../../../../shared/strings/fill';
import { CheckIcon } from '../../../../shared/ui/Icons';
import { LevelBadge } from '../../../../shared/ui/LevelBadge';
import { bypassWords } from '../bypass-words';
import styles from './list.module.css';

/** What a story misses, how it came past Ready, and the risk it is about. */
export function MissingCell({
  row: { missing, risks, bypass },
  timezone,
}: {
  readonly row: RefinementRow;
  readonly timezone: string;
}) {
  const [first, ...others] = risks;
  return (
    <div className={styles.missing}>
      {missing.map((check) => (
        <span key={check} className={styles.missingLine}>
          <span className={styles.missingIcon}>
            <CheckIcon state="missing" label={refinement.missing.label} />
          </span>
          <span>{refinement.missing[check]}</span>
        </span>
      ))}
      {bypass === undefined ? null : <span className={styles.subtle}>{bypassWords(bypass, timezone)}</span>}
      {first === undefined ? null : (
        <span className={styles.risk} title={first.summary}>
          <LevelBadge level={first.level} />
          <span>{fill(refinement.risk[first.relation], { risk: first.key })}</span>
          {others.length === 0 ? null : (
            <span className={styles.subtle}>{plural(refinement.risk.more, others.length)}</span>
          )}
        </span>
      )}
    </div>
  );
}

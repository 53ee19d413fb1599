import type { AttentionCounts, RiskCounts } from '../../../../../src/reads/gadget-view';
import { gadget } from '../strings/en-gadget';
import { formatCount, pluralForm } from '../strings/fill';
import { IssuesLink } from '../ui/SiteLink';
import { Skeleton } from '../ui/Skeleton';
import { Block } from './Block';
import type { ShownLight } from './lights';
import type { Part } from './summary-state';
import styles from './RiskSummary.module.css';

const TILES = ['overdueReview', 'unowned', 'withoutEnabler', 'acceptanceExpiring'] as const;

/** What needs somebody: overdue reviews, unowned, without enabler, expiring acceptances. */
export function Attention({
  part,
  risks,
  light,
}: {
  readonly part: Part<AttentionCounts>;
  readonly risks: Part<RiskCounts>;
  readonly light: ShownLight | undefined;
}) {
  const nothingOpen = risks.status === 'here' && risks.value.open.count === 0;
  const placeholder = (
    <div className={styles.tiles}>
      {TILES.map((tile) => (
        <Skeleton key={tile} height="4.5rem" radius="var(--ds-radius-medium)" />
      ))}
    </div>
  );
  return (
    <Block heading={gadget.attention.heading} light={{ shown: light }} part={part} placeholder={placeholder}>
      {(counts) =>
        nothingOpen && TILES.every((tile) => counts[tile].count === 0) ? (
          <p className={styles.plain}>{gadget.attention.none}</p>
        ) : (
          <ul className={styles.tiles}>
            {TILES.map((tile) => (
              <li key={tile}>
                <IssuesLink
                  jql={counts[tile].jql}
                  className={`${styles.tile} ${counts[tile].count === 0 ? styles.tileZero : ''}`}
                >
                  <b>{formatCount(counts[tile].count)}</b>{' '}
                  <span>{pluralForm(gadget.attention[tile], counts[tile].count)}</span>
                </IssuesLink>
              </li>
            ))}
          </ul>
        )
      }
    </Block>
  );
}

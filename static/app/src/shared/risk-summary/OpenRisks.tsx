import { LEVELS } from '../../../../../src/domain/level';
import type { RiskCounts } from '../../../../../src/reads/gadget-view';
import { common } from '../strings/en-common';
import { gadget } from '../strings/en-gadget';
import { formatCount, plural, pluralForm } from '../strings/fill';
import { LevelChip, levelSegmentClass } from '../ui/LevelBadge';
import { IssuesLink } from '../ui/SiteLink';
import { Skeleton } from '../ui/Skeleton';
import { PartFailed } from './Block';
import { LitGroup } from './LitGroup';
import type { ShownLight } from './lights';
import type { Part } from './summary-state';
import styles from './RiskSummary.module.css';

const WORST_FIRST = [...LEVELS].reverse();

/** The one large number, and how it is spread over the levels. */
export function OpenRisks({
  part,
  where,
  light,
  beside,
}: {
  readonly part: Part<RiskCounts>;
  readonly where: string;
  readonly light: ShownLight | undefined;
  /** Another block stands beside it where there is room. */
  readonly beside: boolean;
}) {
  return (
    <section className={`${styles.block} ${styles.open} ${beside ? styles.half : styles.openAlone}`}>
      {part.status === 'awaited' ? <Placeholder /> : null}
      {part.status === 'failed' ? <PartFailed error={part.error} /> : null}
      {part.status === 'here' ? <Numbers counts={part.value} where={where} light={light} /> : null}
    </section>
  );
}

function Numbers({
  counts,
  where,
  light,
}: {
  readonly counts: RiskCounts;
  readonly where: string;
  readonly light: ShownLight | undefined;
}) {
  const { open, byLevel, unscored, recorded } = counts;
  const none = open.count === 0;
  const { noneShort, allClosedShort, allClosed } = gadget.open;
  const emptyShort = recorded.count === 0 ? noneShort : allClosedShort;
  return (
    <>
      <LitGroup light={light} awaited={false} className={styles.headLine}>
        <div className={styles.head}>
          <IssuesLink
            jql={open.jql}
            className={`${styles.number} ${none ? styles.numberNone : ''}`}
            aria-label={plural(gadget.open.link, open.count)}
          >
            {formatCount(open.count)}
          </IssuesLink>
          <div className={styles.headText}>
            <h2>{pluralForm(gadget.open.label, open.count)}</h2>
            <p className={styles.small}>{none ? `${where}, ${emptyShort}` : where}</p>
          </div>
        </div>
      </LitGroup>
      {none ? (
        <p className={`${styles.plain} ${styles.spread} ${styles.noneText}`}>
          {recorded.count === 0 ? gadget.open.none : allClosed}
        </p>
      ) : (
        <div className={styles.spread}>
          <div className={styles.stack} aria-hidden="true">
            {WORST_FIRST.filter((level) => byLevel[level].count > 0).map((level) => (
              <span
                key={level}
                className={`${styles.stackPiece} ${levelSegmentClass(level)}`}
                style={{ flexGrow: byLevel[level].count }}
              >
                {formatCount(byLevel[level].count)}
              </span>
            ))}
            {unscored.count > 0 ? (
              <span className={`${styles.stackPiece} ${styles.stackUnscored}`} style={{ flexGrow: unscored.count }}>
                {formatCount(unscored.count)}
              </span>
            ) : null}
          </div>
          <ul className={styles.legend}>
            {WORST_FIRST.map((level) => (
              <li key={level}>
                <IssuesLink jql={byLevel[level].jql}>
                  <LevelChip level={level} />
                  <span>{common.level[level]}</span> <b>{formatCount(byLevel[level].count)}</b>
                </IssuesLink>
              </li>
            ))}
            {unscored.count > 0 ? (
              <li>
                <IssuesLink jql={unscored.jql}>
                  <span className={styles.unscoredChip} aria-hidden="true" />
                  <span>{common.level.none}</span> <b>{formatCount(unscored.count)}</b>
                </IssuesLink>
              </li>
            ) : null}
          </ul>
        </div>
      )}
    </>
  );
}

function Placeholder() {
  return (
    <>
      <div className={styles.headLine}>
        <div className={styles.head}>
          <Skeleton width="3rem" height="2.5rem" />
          <div className={styles.headText}>
            <div className={styles.line}>
              <Skeleton width="5rem" />
            </div>
            <div className={styles.lineSmall}>
              <Skeleton width="6rem" height="0.625rem" />
            </div>
          </div>
        </div>
        <Skeleton width="5.5rem" height="1.5rem" />
      </div>
      <div className={styles.spread}>
        <Skeleton height="1.5rem" />
        <div className={styles.legend}>
          {LEVELS.map((level) => (
            <span key={level} className={styles.legendPlace}>
              <Skeleton width="4.5rem" />
            </span>
          ))}
        </div>
      </div>
    </>
  );
}

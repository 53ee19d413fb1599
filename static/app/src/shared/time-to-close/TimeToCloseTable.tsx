import { LEVELS } from '../../../../../src/domain/level';
import type { Level } from '../../../../../src/domain/level';
import { CLOSED_WITHIN_DAYS, PERCENTILE_LEAST } from '../../../../../src/domain/time-to-close';
import type { LevelTimes, TimeToClose } from '../../../../../src/reads/time-to-close';
import { shortDay } from '../days';
import { common } from '../strings/en-common';
import { timeToClose as words } from '../strings/en-time-to-close';
import { fill, formatCount, plural } from '../strings/fill';
import { LevelBadge } from '../ui/LevelBadge';
import { IssuesLink } from '../ui/SiteLink';
import styles from './time-to-close.module.css';

const MOST_SEVERE_FIRST = [...LEVELS].reverse();

/** One row a level. Narrow, each level becomes a card, and every number carries its name. */
export function TimeToCloseTable({
  times,
  today,
}: {
  readonly times: TimeToClose;
  /** ISO day of the viewer. */
  readonly today: string;
}) {
  return (
    <div className={styles.container}>
      <table className={styles.table} aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.level}
            </th>
            <th scope="colgroup" colSpan={3} className={styles.over}>
              <span>{fill(words.closedIn, { days: CLOSED_WITHIN_DAYS })}</span>
            </th>
            <th scope="colgroup" colSpan={3} className={styles.over}>
              <span>{words.openNow}</span>
            </th>
            <th scope="col" rowSpan={2}>
              {words.target}
            </th>
          </tr>
          <tr>
            <th scope="col">{words.risks}</th>
            <th scope="col">{words.median}</th>
            <th scope="col">{words.percentile}</th>
            <th scope="col">{words.risks}</th>
            <th scope="col">{words.oldest}</th>
            <th scope="col">{words.late}</th>
          </tr>
        </thead>
        <tbody>
          {MOST_SEVERE_FIRST.map((level) => (
            <LevelRow key={level} level={level} times={times.levels[level]} />
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{sampleWords(times, today)}</p>
    </div>
  );
}

function LevelRow({ level, times }: { readonly level: Level; readonly times: LevelTimes }) {
  const { closed, closedJql, open, late, oldest, target } = times;
  const name = common.level[level];
  return (
    <tr>
      <th scope="row">
        <LevelBadge level={level} />
      </th>
      <td data-label={words.closedRisks}>
        <Counted count={closed.count} jql={closedJql} label={plural(words.closedOf, closed.count, { level: name })} />
      </td>
      <td data-label={words.median}>
        {closed.median === undefined ? <Quiet>{words.none}</Quiet> : days(closed.median)}
      </td>
      <td data-label={words.percentile}>
        {closed.percentile90 === undefined ? (
          <Quiet>{closed.count === 0 ? words.none : words.tooFew}</Quiet>
        ) : (
          days(closed.percentile90)
        )}
      </td>
      <td data-label={words.openRisks}>
        <Counted count={open.count} jql={open.jql} label={plural(words.openOf, open.count, { level: name })} />
      </td>
      <td data-label={words.oldestOpen}>
        <Oldest oldest={oldest} target={target} />
      </td>
      <td data-label={words.late}>
        <Counted count={late.count} jql={late.jql} label={plural(words.lateOf, late.count, { level: name })} />
      </td>
      <td data-label={words.target}>{formatCount(target)}</td>
    </tr>
  );
}

/** A number that opens exactly the issues behind it; nothing behind it, nothing to open. */
function Counted({
  count,
  jql,
  label,
}: {
  readonly count: number;
  readonly jql: string | undefined;
  readonly label: string;
}) {
  if (count === 0 || jql === undefined) return <>{formatCount(count)}</>;
  return (
    <IssuesLink jql={jql} className={styles.count} aria-label={label}>
      {formatCount(count)}
    </IssuesLink>
  );
}

/** Past the target it has a triangle and is bold: not colour alone. */
function Oldest({ oldest, target }: { readonly oldest: number | undefined; readonly target: number }) {
  if (oldest === undefined) return <Quiet>{words.none}</Quiet>;
  if (oldest <= target) return <>{days(oldest)}</>;
  return (
    <span className={styles.late} title={fill(words.pastTarget, { days: days(oldest), target })}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path
          d="M7.1 1.9.9 12.6c-.4.7.1 1.6.9 1.6h12.4c.8 0 1.3-.9.9-1.6L8.9 1.9a1 1 0 0 0-1.8 0Z"
          fill="currentColor"
        />
      </svg>
      {days(oldest)}
    </span>
  );
}

function Quiet({ children }: { readonly children: string }) {
  return <span className={styles.quiet}>{children}</span>;
}

function days(count: number): string {
  return formatCount(count);
}

function sampleWords({ closed, more, since, verdict }: TimeToClose, today: string): string {
  const day = shortDay(since, today);
  if (verdict.light === 'noData') return fill(words.neverRecorded, { day });
  if (more) return fill(words.sampleMore, { count: formatCount(closed), day });
  return plural(words.sample, closed, { day, least: PERCENTILE_LEAST });
}

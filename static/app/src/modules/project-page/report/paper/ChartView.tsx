import { common } from '../../../../shared/strings/en-common';
import { report as words } from '../../../../shared/strings/en-report';
import { fill, formatCount } from '../../../../shared/strings/fill';
import { levelSegmentClass } from '../../../../shared/ui/LevelBadge';
import { IssuesLink } from '../../../../shared/ui/SiteLink';
import type { Chart, Linked } from '../model/slide';
import styles from './charts.module.css';
import { LightMark } from '../../../../shared/light/LightMark';

/** A small picture of numbers that stand beside it as text, or are read out as its label. */
export function ChartView({ chart }: { readonly chart: Chart }) {
  switch (chart.kind) {
    case 'timeline':
      return <Timeline chart={chart} />;
    case 'bars':
      return <Bars chart={chart} />;
    case 'levels':
      return <Levels chart={chart} />;
    case 'versions':
      return <Versions chart={chart} />;
    case 'parts':
      return <Parts chart={chart} />;
  }
}

type Of<Kind extends Chart['kind']> = Extract<Chart, { readonly kind: Kind }>;

function Timeline({ chart: { label, from, to, events } }: { readonly chart: Of<'timeline'> }) {
  const [first] = events;
  return (
    <div className={styles.timeline} role="img" aria-label={label}>
      {events.map(({ share, day, closed }, index) => (
        <i
          key={`${day} ${String(index)}`}
          style={{ left: percent(share) }}
          className={closed ? styles.closed : styles.still}
        >
          <LightMark state={closed ? 'onTrack' : 'actNow'} />
        </i>
      ))}
      {first === undefined || first.share > EDGE ? <span>{from}</span> : null}
      {first === undefined ? null : (
        <span className={styles.middle} style={{ left: percent(Math.min(0.86, Math.max(0.14, first.share))) }}>
          {first.day}
        </span>
      )}
      {first === undefined || first.share < 1 - EDGE ? <span className={styles.end}>{to}</span> : null}
    </div>
  );
}

/** Nearer to an end than this, the words of an event would cover those of the end. */
const EDGE = 0.25;

function percent(share: number): string {
  return `${String(Math.round(share * 1000) / 10)}%`;
}

/** Height in pixels of the highest bar. */
const HIGHEST = 22;

function Bars({ chart: { label, bars } }: { readonly chart: Of<'bars'> }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className={styles.bars} role="img" aria-label={label}>
      {bars.map(({ id, day, count, isNow }, index) => {
        const isNamed = isNow || index === 0 || index === bars.length - 2;
        return (
          <div key={id} className={isNow ? styles.now : undefined}>
            {index >= bars.length - 2 ? formatCount(count) : null}
            <i style={{ height: Math.max(2, Math.round((count / most) * HIGHEST)) }} />
            <span>{isNamed ? day : '\u00a0'}</span>
          </div>
        );
      })}
    </div>
  );
}

function Levels({ chart: { label, levels, unscored } }: { readonly chart: Of<'levels'> }) {
  const drawn = levels.filter(({ count }) => count > 0);
  return (
    <>
      <div className={styles.stack} role="img" aria-label={label}>
        {drawn.map(({ level, count }) => (
          <span key={level} className={levelSegmentClass(level)} style={{ flexGrow: count }}>
            {formatCount(count)}
          </span>
        ))}
        {unscored > 0 ? (
          <span className={styles.unscored} style={{ flexGrow: unscored }}>
            {formatCount(unscored)}
          </span>
        ) : null}
        {drawn.length === 0 && unscored === 0 ? <span className={styles.empty} /> : null}
      </div>
      <ul className={styles.legend}>
        {levels.map(({ level, count, jql, change }) => (
          <li key={level}>
            <Opens count={count} jql={jql}>
              {common.level[level]} <b>{formatCount(count)}</b>
            </Opens>
            {change === '' ? null : <small>{change}</small>}
          </li>
        ))}
        {unscored > 0 ? (
          <li>
            {common.level.none} <b>{formatCount(unscored)}</b>
          </li>
        ) : null}
      </ul>
    </>
  );
}

function Versions({ chart: { rows } }: { readonly chart: Of<'versions'> }) {
  return (
    <div className={styles.versions}>
      {rows.map(({ id, name, when, done, count, jql, change, label }) => (
        <div key={id} className={styles.version}>
          <span className={styles.versionName}>
            <b>{name}</b> {when}
          </span>
          <div className={styles.shares} role="img" aria-label={label}>
            {done > 0 ? <span className={styles.done} style={{ flexGrow: done }} /> : null}
            {count > done ? <span className={styles.toDo} style={{ flexGrow: count - done }} /> : null}
          </div>
          <span>
            <Opens count={count} jql={jql}>
              <b>{fill(words.goLive.of, { done: formatCount(done), all: formatCount(count) })}</b>
            </Opens>
            {change === '' ? null : <small> {change}</small>}
          </span>
        </div>
      ))}
    </div>
  );
}

function Parts({ chart: { label, parts } }: { readonly chart: Of<'parts'> }) {
  return (
    <>
      <div className={`${styles.shares} ${styles.big}`} role="img" aria-label={label}>
        {parts.map(({ look, count }) =>
          count === 0 ? null : <span key={look} className={styles[look]} style={{ flexGrow: count }} />,
        )}
        {parts.every(({ count }) => count === 0) ? <span className={styles.empty} /> : null}
      </div>
      <ul className={styles.keys}>
        {parts.map(({ look, name, count, jql }) => (
          <li key={look}>
            <span className={`${styles.key} ${styles[look]}`} aria-hidden="true" />
            <Opens count={count} jql={jql}>
              {name} <b>{formatCount(count)}</b>
            </Opens>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A link where the number is of now. */
function Opens({ jql, children }: Linked & { readonly children: React.ReactNode }) {
  return jql === undefined ? <span>{children}</span> : <IssuesLink jql={jql}>{children}</IssuesLink>;
}

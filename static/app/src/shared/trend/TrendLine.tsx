import { formatCount } from '../strings/fill';
import { spokenTrend } from './trend-words';
import type { TrendPicture, TrendPoint } from './trend-picture';
import styles from './trend.module.css';

/** The line, with its first and last number; a day that was missed is hatched, never bridged. */
export function TrendLine({ picture, today }: { readonly picture: TrendPicture; readonly today: string }) {
  const { lines, gaps, first, last } = picture;
  return (
    <div className={styles.box} role="img" aria-label={spokenTrend(picture, today)}>
      {gaps.map(({ fromDay, fromX, toX }) => (
        <span
          key={fromDay}
          className={styles.gap}
          style={{ insetInlineStart: percent(fromX), width: percent(toX - fromX) }}
        />
      ))}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {lines.map((line) => (
          <polyline key={line[0]?.day} points={pointsOf(line)} />
        ))}
      </svg>
      <span className={styles.first} style={{ top: percent(first.y) }}>
        {formatCount(first.open)}
      </span>
      <span className={styles.dot} style={place(last)} />
      <b className={styles.last} style={place(last)}>
        {formatCount(last.open)}
      </b>
    </div>
  );
}

/** A single day between two gaps is a point: a line as long as nothing, with round ends. */
function pointsOf(line: readonly TrendPoint[]): string {
  const places = line.map(({ x, y }) => `${(x * 100).toFixed(2)},${(y * 100).toFixed(2)}`);
  return places.length === 1 ? `${places[0]} ${places[0]}` : places.join(' ');
}

function place({ x, y }: TrendPoint): { readonly top: string; readonly insetInlineStart: string } {
  return { top: percent(y), insetInlineStart: percent(x) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

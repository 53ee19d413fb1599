import { LEVELS } from '../../../../../src/domain/level';
import type { Level } from '../../../../../src/domain/level';
import { common } from '../strings/en-common';
import { fill } from '../strings/fill';
import styles from './LevelBadge.module.css';

const CLASS_OF_LEVEL: Readonly<Record<Level, string | undefined>> = {
  Critical: styles.critical,
  High: styles.high,
  Medium: styles.medium,
  Low: styles.low,
};

/**
 * A level as bars, word and, where given, its number: never colour alone.
 * The inherent level is filled, the residual one outlined.
 */
export function LevelBadge({
  level,
  kind = 'inherent',
  score,
}: {
  readonly level: Level | undefined;
  readonly kind?: 'inherent' | 'residual';
  /** Likelihood × impact, 1 to 25. */
  readonly score?: number | undefined;
}) {
  if (level === undefined) return <span className={`${styles.badge} ${styles.unscored}`}>{common.level.none}</span>;
  const residual = kind === 'residual';
  return (
    <span className={`${styles.badge} ${CLASS_OF_LEVEL[level]} ${residual ? styles.residual : ''}`}>
      <LevelGlyph level={level} />
      {residual ? (
        <>
          <span aria-hidden="true">{common.level[level]}</span>
          <span className={styles.hidden}>{fill(common.levelOf.residual, { level: common.level[level] })}</span>
        </>
      ) : (
        common.level[level]
      )}
      {score === undefined ? null : <span className={styles.score}>{score}</span>}
    </span>
  );
}

/** The bars of a level in its colour, for a legend; the word stands beside it. */
export function LevelChip({ level }: { readonly level: Level }) {
  return (
    <span className={`${styles.chip} ${CLASS_OF_LEVEL[level]}`} aria-hidden="true">
      <LevelGlyph level={level} />
    </span>
  );
}

/** Class of a piece of a bar in the level's colour. */
export function levelSegmentClass(level: Level): string {
  return `${styles.segment} ${CLASS_OF_LEVEL[level]}`;
}

/** One to four bars of rising height. */
function LevelGlyph({ level }: { readonly level: Level }) {
  const lit = LEVELS.indexOf(level) + 1;
  return (
    <svg className={styles.glyph} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {LEVELS.map((name, index) => (
        <rect
          key={name}
          className={index < lit ? undefined : styles.off}
          x={0.25 + index * 3}
          y={8 - index * 2.5}
          width="2.2"
          height={4 + index * 2.5}
          rx=".6"
        />
      ))}
    </svg>
  );
}

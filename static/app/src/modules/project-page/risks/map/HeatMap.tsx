import { levelOf, LEVELS, SCALE } from '../../../../../../../src/domain/level';
import type { Level, Score } from '../../../../../../../src/domain/level';
import { useBands } from '../../../../shared/risk-matrix/bands';
import { cellName, sameScore } from '../../../../shared/risk-matrix/scores';
import { common } from '../../../../shared/strings/en-common';
import { risks } from '../../../../shared/strings/en-risks';
import { fill, formatCount, plural } from '../../../../shared/strings/fill';
import { VisuallyHidden } from '../../../../shared/ui/VisuallyHidden';
import { CELLS, cellKey } from '../standing';
import type { HeatMap as Counts, ScoreKind } from '../standing';
import styles from './map.module.css';

const words = risks.heat;

const CLASS_OF_LEVEL: Readonly<Record<Level, string | undefined>> = {
  Critical: styles.critical,
  High: styles.high,
  Medium: styles.medium,
  Low: styles.low,
};

/**
 * How many risks stand in each cell of likelihood by impact. A cell with risks is a button that filters the list; each says
 * its number and its level, so that colour says nothing alone. What is not scored stands beside it.
 */
export function HeatMap({
  counts,
  kinds,
  kind,
  onKind,
  chosen,
  notScoredChosen,
  loading,
  listed,
  onCell,
  onNotScored,
}: {
  readonly counts: Counts;
  /** Those that the project has fields for. */
  readonly kinds: readonly ScoreKind[];
  readonly kind: ScoreKind;
  readonly onKind: (kind: ScoreKind) => void;
  /** The cell that filters the list. */
  readonly chosen: Score | undefined;
  readonly notScoredChosen: boolean;
  /** Not everything was read. */
  readonly loading: boolean;
  /** How many risks it counts. */
  readonly listed: number;
  readonly onCell: (cell: Score) => void;
  readonly onNotScored: () => void;
}) {
  const rows = [...SCALE].reverse();
  return (
    <section className={styles.card} aria-labelledby="risks-heat">
      <div className={styles.head}>
        <h3 id="risks-heat">{words.heading}</h3>
        <div className={styles.kinds} role="radiogroup" aria-label={words.kindLabel}>
          {kinds.map((name) => (
            <label key={name}>
              <input type="radio" name="risks-heat-kind" checked={name === kind} onChange={() => onKind(name)} />
              <span>{words.kinds[name]}</span>
            </label>
          ))}
        </div>
      </div>
      <div className={styles.map}>
        <span className={styles.yName} aria-hidden="true">
          {words.likelihood}
        </span>
        <div className={styles.grid} role="group" aria-labelledby="risks-heat">
          {rows.map((likelihood) => (
            <div key={likelihood} className={styles.row}>
              <span className={styles.axis} aria-hidden="true">
                {likelihood}
              </span>
              {CELLS.filter((cell) => cell.likelihood === likelihood).map((cell) => (
                <Cell
                  key={cellKey(cell)}
                  cell={cell}
                  count={counts.cells.get(cellKey(cell)) ?? 0}
                  chosen={sameScore(cell, chosen)}
                  onChoose={() => onCell(cell)}
                />
              ))}
            </div>
          ))}
          <div className={styles.row} aria-hidden="true">
            <span />
            {SCALE.map((impact) => (
              <span key={impact} className={styles.axis}>
                {impact}
              </span>
            ))}
          </div>
        </div>
        <span className={styles.xName} aria-hidden="true">
          {words.impact}
        </span>
      </div>
      <p className={styles.key} aria-hidden="true">
        {LEVELS.map((level) => `${words.initials[level]} ${common.level[level]}`).join(', ')}
      </p>
      <p className={styles.help}>
        {counts.notScored === 0 ? (
          words.allScored
        ) : (
          <button type="button" className={styles.link} aria-pressed={notScoredChosen} onClick={onNotScored}>
            {plural(words.notScored, counts.notScored)}
          </button>
        )}{' '}
        {loading ? fill(words.loaded, { count: formatCount(listed) }) : words.help}
      </p>
    </section>
  );
}

function Cell({
  cell,
  count,
  chosen,
  onChoose,
}: {
  readonly cell: Score;
  readonly count: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const bands = useBands();
  const level = levelOf(cell, bands);
  const name = cellName(cell, bands);
  const look = `${styles.cell} ${CLASS_OF_LEVEL[level]}`;
  // A cell without risks filters to nothing; one that was chosen before its risks left can still be let go.
  if (count === 0 && !chosen) {
    return (
      <span className={`${look} ${styles.empty}`}>
        <VisuallyHidden>{fill(words.empty, { cell: name })}</VisuallyHidden>
        <LevelWord level={level} />
      </span>
    );
  }
  return (
    <button type="button" className={`${look} ${chosen ? styles.chosen : ''}`} aria-pressed={chosen} onClick={onChoose}>
      <VisuallyHidden>{plural(words.cell, count, { cell: name })}</VisuallyHidden>
      <b aria-hidden="true">{formatCount(count)}</b>
      <LevelWord level={level} />
    </button>
  );
}

/** In full; its first letter where there is no room. */
function LevelWord({ level }: { readonly level: Level }) {
  return (
    <>
      <span className={styles.level} aria-hidden="true">
        {common.level[level]}
      </span>
      <span className={styles.initial} aria-hidden="true">
        {words.initials[level]}
      </span>
    </>
  );
}

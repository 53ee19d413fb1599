import { LEVELS } from '../../../../../../../src/domain/level';
import type { Level } from '../../../../../../../src/domain/level';
import { common } from '../../../../shared/strings/en-common';
import { risks } from '../../../../shared/strings/en-risks';
import { formatCount, plural } from '../../../../shared/strings/fill';
import { LevelBadge } from '../../../../shared/ui/LevelBadge';
import { VisuallyHidden } from '../../../../shared/ui/VisuallyHidden';
import type { LevelCounts, ScoreKind } from '../standing';
import styles from './map.module.css';

const words = risks.levels;
const ROWS: readonly (Level | 'none')[] = [...[...LEVELS].reverse(), 'none'];

/** How many risks have each level, before and after the enablers; a number filters the list. */
export function ByLevel({
  counts,
  kinds,
  chosen,
  onChoose,
}: {
  readonly counts: Readonly<Record<ScoreKind, LevelCounts>>;
  /** Those that the project has a field for. */
  readonly kinds: readonly ScoreKind[];
  readonly chosen: { readonly kind: ScoreKind; readonly level: Level | 'none' } | undefined;
  readonly onChoose: (kind: ScoreKind, level: Level | 'none') => void;
}) {
  return (
    <section className={styles.card} aria-labelledby="risks-levels">
      <h3 id="risks-levels">{words.heading}</h3>
      <table className={styles.levels}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{words.level}</VisuallyHidden>
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {words[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((level) => (
            <tr key={level}>
              <th scope="row">{level === 'none' ? words.none : <LevelBadge level={level} />}</th>
              {kinds.map((kind) => {
                const count = counts[kind][level];
                const isChosen = chosen?.kind === kind && chosen.level === level;
                return (
                  <td key={kind}>
                    {count === 0 && !isChosen ? (
                      formatCount(count)
                    ) : (
                      <button
                        type="button"
                        className={`${styles.number} ${isChosen ? styles.numberChosen : ''}`}
                        aria-pressed={isChosen}
                        aria-label={`${plural(words.show, count, { level: level === 'none' ? words.none : common.level[level] })}, ${words[kind]}`}
                        onClick={() => onChoose(kind, level)}
                      >
                        {formatCount(count)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

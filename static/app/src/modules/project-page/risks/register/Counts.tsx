import { formatCount } from '../../../../shared/strings/fill';
import styles from './register.module.css';

export interface CountTile<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count: number;
}

/** Figures that also choose which rows are listed; pressed again, all are. */
export function Counts<Id extends string>({
  label,
  tiles,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly tiles: readonly CountTile<Id>[];
  readonly chosen: Id | undefined;
  readonly onChoose: (id: Id | undefined) => void;
}) {
  return (
    <div className={styles.counts} role="group" aria-label={label}>
      {tiles.map(({ id, label: name, count }) => (
        <button
          key={id}
          type="button"
          className={styles.count}
          aria-pressed={chosen === id}
          onClick={() => onChoose(chosen === id ? undefined : id)}
        >
          <span className={styles.countNumber}>{formatCount(count)}</span> <span>{name}</span>
        </button>
      ))}
    </div>
  );
}

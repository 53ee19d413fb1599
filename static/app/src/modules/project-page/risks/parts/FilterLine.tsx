import { useBands } from '../../../../shared/risk-matrix/bands';
import { risks } from '../../../../shared/strings/en-risks';
import { fill, formatCount } from '../../../../shared/strings/fill';
import { isFiltering, NO_FILTER } from '../filter';
import type { BoardFilter } from '../filter';
import { filterParts } from './filter-parts';
import styles from '../board.module.css';

const words = risks.filter;

/** What narrows the list, by name; each part can be taken away, and all of it. Nothing while nothing does. */
export function FilterLine({
  filter,
  ownerName,
  shown,
  all,
  onFilter,
}: {
  readonly filter: BoardFilter;
  /** Of the person the list is narrowed to. */
  readonly ownerName: string | undefined;
  readonly shown: number;
  readonly all: number;
  readonly onFilter: (filter: BoardFilter) => void;
}) {
  const bands = useBands();
  if (!isFiltering(filter)) return null;
  return (
    <div className={styles.filterLine}>
      <span>{fill(words.showing, { shown: formatCount(shown), all: formatCount(all) })}</span>
      <ul className={styles.filterParts}>
        {filterParts(filter, ownerName, bands).map(({ name, without }) => (
          <li key={name}>
            <button
              type="button"
              className={styles.filterPart}
              aria-label={fill(words.remove, { name })}
              onClick={() => onFilter({ ...filter, ...without })}
            >
              {name}
              <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d="m4 4 8 8m0-8-8 8" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.link} onClick={() => onFilter(NO_FILTER)}>
        {words.clear}
      </button>
    </div>
  );
}

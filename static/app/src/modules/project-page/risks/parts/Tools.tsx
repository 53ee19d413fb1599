import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { TREATMENTS } from '../../../../../../../src/domain/site-setup';
import type { RiskRow } from '../../../../../../../src/reads/risk-board-view';
import { panel } from '../../../../shared/strings/en-panel';
import { risks } from '../../../../shared/strings/en-risks';
import { fill, formatCount } from '../../../../shared/strings/fill';
import { ownersOf } from '../filter';
import type { BoardFilter } from '../filter';
import { Columns } from './Columns';
import type { ColumnChoice } from '../use-columns';
import { ListChoice } from '../../parts/ListChoice';
import { ListSearch } from '../../parts/ListSearch';
import styles from '../board.module.css';

const words = risks.tools;

/** Searching, narrowing, the closed ones, and which columns there are. */
export function Tools({
  rows,
  filter,
  onFilter,
  withClosed,
  onWithClosed,
  columns,
  children,
}: {
  /** Of the whole list, as far as it was read. */
  readonly rows: readonly RiskRow[];
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly withClosed: boolean;
  readonly onWithClosed: (on: boolean) => void;
  readonly columns: ColumnChoice;
  /** What can be done with the list, at its end. */
  readonly children: ReactNode;
}) {
  const { owners, nobody } = useMemo(() => ownersOf(rows), [rows]);
  return (
    <div className={styles.tools}>
      <ListSearch
        label={words.search}
        value={filter.words}
        onSearch={(typed) => onFilter({ ...filter, words: typed })}
      />
      {columns.possible.includes('owner') ? (
        <ListChoice
          label={words.owner}
          value={filter.owner ?? ''}
          onChoose={(owner) => onFilter({ ...filter, owner: owner === '' ? undefined : owner })}
          options={[
            { value: '', label: words.ownerAll },
            ...owners.map(({ accountId, name, count }) => ({
              value: accountId,
              label: fill(words.option, { name, count: formatCount(count) }),
            })),
            { value: 'none', label: fill(words.option, { name: words.nobody, count: formatCount(nobody) }) },
          ]}
        />
      ) : null}
      {columns.possible.includes('treatment') ? (
        <ListChoice
          label={words.treatment}
          value={filter.treatment ?? ''}
          onChoose={(value) => onFilter({ ...filter, treatment: treatmentOf(value) })}
          options={[
            { value: '', label: words.treatmentAll },
            ...TREATMENTS.map((treatment) => ({ value: treatment, label: panel.risk.treatments[treatment] })),
            { value: 'none', label: words.treatmentNone },
          ]}
        />
      ) : null}
      <label className={styles.closed}>
        <input type="checkbox" checked={withClosed} onChange={(event) => onWithClosed(event.currentTarget.checked)} />
        {words.closed}
      </label>
      <div className={styles.toolsEnd}>
        <Columns columns={columns} />
        {children}
      </div>
    </div>
  );
}

function treatmentOf(value: string): BoardFilter['treatment'] {
  return value === 'none' ? 'none' : TREATMENTS.find((treatment) => treatment === value);
}

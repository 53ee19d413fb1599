import { COLUMN_MEANINGS } from '../../../../../../../src/domain/csv/columns';
import type { ColumnMeaning, ColumnMeanings } from '../../../../../../../src/domain/csv/columns';
import type { Table } from '../../../../../../../src/domain/csv/read-file';
import type { SiteSetup } from '../../../../../../../src/domain/site-setup';
import { register } from '../../../../shared/strings/en-register';
import { fill } from '../../../../shared/strings/fill';
import { has } from './use-reading-choices';
import styles from './register.module.css';
import tableStyles from './rows.module.css';

const words = register.map;

/** First values shown of each column, and how long each may be. */
const EXAMPLES = { count: 3, characters: 60 } as const;

/** What each column of the file is imported as. */
export function ColumnsPart({
  table,
  meanings,
  setup,
  onChange,
}: {
  readonly table: Table;
  readonly meanings: ColumnMeanings;
  readonly setup: SiteSetup;
  readonly onChange: (index: number, meaning: ColumnMeaning | undefined) => void;
}) {
  const offered = COLUMN_MEANINGS.filter((meaning) => has(setup, meaning));
  return (
    <section aria-labelledby="columns-heading">
      <h3 id="columns-heading" className={styles.partHeading}>
        {words.heading}
      </h3>
      <p className={styles.help}>{words.help}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard */}
      <div className={tableStyles.scroll} role="region" aria-labelledby="columns-heading" tabIndex={0}>
        <table className={`${tableStyles.table} ${tableStyles.columns}`}>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.example}</th>
              <th scope="col">{words.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {table.headers.map((header, index) => {
              const name = header === '' ? fill(words.noHeader, { number: index + 1 }) : header;
              const meaning = meanings[index];
              return (
                <tr key={index} className={meaning === undefined ? tableStyles.leftOut : ''}>
                  <th scope="row">{name}</th>
                  <td className={tableStyles.examples}>{examplesOf(table, index)}</td>
                  <td>
                    <select
                      className={styles.choice}
                      aria-label={fill(words.label, { column: name })}
                      value={meaning ?? ''}
                      onChange={({ currentTarget: { value } }) =>
                        onChange(
                          index,
                          COLUMN_MEANINGS.find((one) => one === value),
                        )
                      }
                    >
                      <option value="">{words.none}</option>
                      {offered.map((one) => (
                        <option key={one} value={one}>
                          {words.meanings[one]}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.identity}>{identityText(table, meanings)}</p>
      <p className={styles.help}>{words.never}</p>
    </section>
  );
}

function examplesOf({ rows }: Table, index: number): string {
  const cells = [...new Set(rows.map((row) => (row[index] ?? '').replace(/\s+/g, ' ').trim()))].filter(Boolean);
  return cells
    .slice(0, EXAMPLES.count)
    .map((cell) => (cell.length > EXAMPLES.characters ? `${cell.slice(0, EXAMPLES.characters - 1)}…` : cell))
    .join(' · ');
}

/** By what the rows are known again. */
function identityText({ headers }: Table, meanings: ColumnMeanings): string {
  const key = meanings.includes('key');
  const own = meanings.indexOf('externalId');
  if (own === -1) return key ? words.identity.keyOrTitle : words.identity.title;
  const column = headers[own] ?? '';
  return fill(key ? words.identity.both : words.identity.externalId, { column });
}

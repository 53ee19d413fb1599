import { useId, useState } from 'react';
import type { SupportView } from '../../../../../../src/contract/support';
import { Chevron, Mark } from '../../../shared/set-up/Marks';
import { support } from '../../../shared/strings/en-support';
import { fill, formatCount } from '../../../shared/strings/fill';
import { Moment } from './Moment';
import { codeHeading, codeMeaning, errorGroups, type ErrorGroup } from './support-words';
import { Table } from './Table';
import styles from './support.module.css';

const words = support.errors;

/** What failed lately, by code, with what the code means. */
export function Errors({ view, timezone }: { readonly view: SupportView; readonly timezone: string }) {
  const groups = errorGroups(view.errors);
  if (groups.length === 0) {
    return (
      <p className={styles.nothing}>
        <Mark name="done" />
        {words.nothing}
      </p>
    );
  }
  const { columns } = words;
  return (
    <>
      <Table
        caption={words.caption}
        columns={[columns.code, columns.operations, columns.today, columns.week, columns.last]}
      >
        {groups.map((group) => (
          <Row key={group.code} group={group} at={view.at} timezone={timezone} />
        ))}
      </Table>
      <p className={styles.help}>{words.help}</p>
    </>
  );
}

function Row({ group, at, timezone }: { readonly group: ErrorGroup; readonly at: string; readonly timezone: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { code, operations, today, week, lastAt } = group;
  const meaning = codeMeaning(code);
  return (
    <tr>
      <th scope="row">
        <span className={styles.errorName}>
          {codeHeading(code)} <code className={styles.code}>{code}</code>
        </span>
        {meaning.length === 0 ? null : (
          <button
            type="button"
            className={styles.textButton}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={fill(words.meaningOf, { code })}
            onClick={() => setOpen(!open)}
          >
            <Chevron open={open} />
            {words.meaning}
          </button>
        )}
        {open ? (
          <span id={id} className={styles.meaning}>
            {meaning.map((sentence) => (
              <span key={sentence}>{sentence}</span>
            ))}
          </span>
        ) : null}
      </th>
      <td>
        <ul className={styles.operations}>
          {operations.map(({ operation, week: count }) => (
            <li key={operation}>{fill(words.operation, { operation, count: formatCount(count) })}</li>
          ))}
        </ul>
      </td>
      <td className={styles.number} data-label={words.columns.today}>
        {formatCount(today)}
      </td>
      <td className={styles.number} data-label={words.columns.week}>
        {formatCount(week)}
      </td>
      <td data-label={words.columns.last}>
        <Moment iso={lastAt} now={at} timezone={timezone} />
      </td>
    </tr>
  );
}

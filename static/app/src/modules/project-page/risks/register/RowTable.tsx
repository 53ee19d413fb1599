import { useState } from 'react';
import type { ImportedRow } from '../../../../../../../src/contract/risks';
import type { NumberedRow } from '../../../../../../../src/domain/csv/read-file';
import { register } from '../../../../shared/strings/en-register';
import { plural } from '../../../../shared/strings/fill';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import { detailText, problemsText } from './row-words';
import styles from './rows.module.css';

const words = register.rows;

/** What a row comes to; `refused` is what never gets to Jira, `failed` what Jira or the app said no to. */
export type RowState = ImportedRow['outcome'] | 'refused' | 'open';

/** @param wasSent false for a row that the check refused, so that it was never sent to be imported. */
export function rowState(row: NumberedRow, outcome: ImportedRow | undefined, wasSent: boolean): RowState {
  if (row.row === undefined) return 'refused';
  const state = outcome?.outcome ?? 'open';
  return state === 'failed' && !wasSent ? 'refused' : state;
}

/** Rows shown at first, and with each "more". */
const SHOWN = 100;

/** Rows of the file with what would become, or became, of each. */
export function RowTable({
  rows,
  outcomes,
  sent,
}: {
  readonly rows: readonly NumberedRow[];
  readonly outcomes: ReadonlyMap<number, ImportedRow>;
  /** Numbers of the rows that are imported; none in a dry run. */
  readonly sent: ReadonlySet<number>;
}) {
  const [most, setMost] = useState(SHOWN);
  const hidden = Math.max(0, rows.length - most);
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard */}
      <div className={`${styles.scroll} ${styles.rows}`} role="region" aria-label={words.caption} tabIndex={0}>
        <table className={styles.table}>
          <caption className={styles.caption}>{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                {words.row}
              </th>
              <th scope="col">{words.title}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.detail}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <Row key={row.number} row={row} outcome={outcomes.get(row.number)} wasSent={sent.has(row.number)} />
            ))}
          </tbody>
        </table>
      </div>
      {hidden === 0 ? null : (
        <p>
          <button type="button" className={styles.more} onClick={() => setMost(most + SHOWN)}>
            {plural(words.more, Math.min(hidden, SHOWN))}
          </button>
        </p>
      )}
    </>
  );
}

function Row({
  row,
  outcome,
  wasSent,
}: {
  readonly row: NumberedRow;
  readonly outcome: ImportedRow | undefined;
  readonly wasSent: boolean;
}) {
  const issue = outcome === undefined || outcome.outcome === 'failed' ? undefined : outcome.issue;
  return (
    <tr>
      <td className={styles.number}>
        <span className={styles.rowWord}>{words.row} </span>
        {row.number}
      </td>
      <th scope="row" className={styles.title}>
        {row.title === '' ? <span className={styles.subtle}>{words.untitled}</span> : row.title}
        {issue === undefined ? null : (
          <span className={styles.key}>
            <IssueLink issueKey={issue.key}>{issue.key}</IssueLink>
          </span>
        )}
      </th>
      <td>
        <Outcome state={rowState(row, outcome, wasSent)} wasSent={wasSent} />
      </td>
      <td className={styles.detail}>
        {row.problems.length > 0 ? problemsText(row.problems) : outcome === undefined ? '' : detailText(outcome)}
      </td>
    </tr>
  );
}

/** A word and its own shape: never colour alone. */
function Outcome({ state, wasSent }: { readonly state: RowState; readonly wasSent: boolean }) {
  const { dry, real } = words.outcomes;
  const said = wasSent ? real : dry;
  const text = state === 'open' ? words.open : state === 'refused' ? dry.failed : said[state];
  return (
    <span className={`${styles.outcome} ${styles[`outcome_${state}`] ?? ''}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={SHAPES[state]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      {text}
    </span>
  );
}

/** Plus, pencil stroke, equals, cross, cross, dot. */
const SHAPES: Readonly<Record<RowState, string>> = {
  created: 'M6 2v8M2 6h8',
  updated: 'M2 9.5 9 2.5M2 9.5h3',
  unchanged: 'M2.5 4.5h7M2.5 7.5h7',
  failed: 'M3 3l6 6M9 3 3 9',
  refused: 'M3 3l6 6M9 3 3 9',
  open: 'M6 6v.01',
};

import Button from '@atlaskit/button/new';
import { useMemo, useState } from 'react';
import type { ImportedRow } from '../../../../../../../src/contract/risks';
import type { NumberedRow, Table } from '../../../../../../../src/domain/csv/read-file';
import { failureWords } from '../../../../shared/failure-words';
import { register } from '../../../../shared/strings/en-register';
import { fill, formatCount, plural } from '../../../../shared/strings/fill';
import { Note } from '../../../../shared/ui/Note';
import { Counts } from './Counts';
import type { ReadyRow } from './import-run';
import { detailText, problemsText } from './row-words';
import { rowState, RowTable } from './RowTable';
import type { RowState } from './RowTable';
import { RunBar } from './RunBar';
import { useImportRun } from './use-import-run';
import styles from './register.module.css';

const words = register.check;
type Tile = keyof typeof words.counts;

const TILE_OF: Readonly<Partial<Record<RowState, Tile>>> = {
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  failed: 'refused',
  refused: 'refused',
};

/** The dry run: what would become of each row, before anything is written. */
export function CheckPart({
  projectId,
  projectKey,
  table,
  rows,
  onBack,
  onImport,
}: {
  readonly projectId: string;
  readonly projectKey: string;
  readonly table: Table;
  readonly rows: readonly NumberedRow[];
  readonly onBack: () => void;
  /** With the rows that would be created or changed, and what would become of every row. */
  readonly onImport: (rows: readonly ReadyRow[], checked: ReadonlyMap<number, ImportedRow>) => void;
}) {
  const ready = useMemo(() => readyRows(rows), [rows]);
  const { run, state } = useImportRun(projectId, ready, true);
  const { outcomes, phase, error, waitSeconds } = state;
  const [chosen, setChosen] = useState<Tile>();

  const tileOf = (row: NumberedRow) => TILE_OF[rowState(row, outcomes.get(row.number), false)];
  const inTile = (tile: Tile) => rows.filter((row) => tileOf(row) === tile);
  const refused = inTile('refused');
  const toWrite = ready.filter(({ number }) => {
    const outcome = outcomes.get(number)?.outcome;
    return outcome === 'created' || outcome === 'updated';
  });
  const changesText = [...outcomes.values()].some(
    (row) => row.outcome === 'updated' && row.changed.some((part) => TEXTS.has(part)),
  );
  const tiles = (Object.keys(words.counts) as Tile[]).map((id) => ({
    id,
    label: words.counts[id],
    count: inTile(id).length,
  }));
  const complete = phase === 'done';
  const download = () =>
    void import('./files').then(({ downloadRefused }) =>
      downloadRefused(
        projectKey,
        table,
        refused.map((row) => ({ number: row.number, problem: problemOf(row, outcomes) })),
      ),
    );

  return (
    <>
      <h3 className={styles.partHeading}>{words.heading}</h3>
      {complete ? null : (
        <RunBar
          text={fill(words.running, { done: formatCount(outcomes.size), all: formatCount(ready.length) })}
          done={outcomes.size}
          all={ready.length}
          waitSeconds={waitSeconds}
        />
      )}
      {error === undefined ? null : (
        <Note look="error" heading={words.failedHeading}>
          <p>
            {failureWords(error).heading}. {failureWords(error).body}
          </p>
          <p className={styles.noteAction}>
            <Button onClick={() => void run.goOn()}>{words.again}</Button>
          </p>
        </Note>
      )}
      <Counts label={words.countsLabel} tiles={tiles} chosen={chosen} onChoose={setChosen} />
      {refused.length === 0 || !complete ? null : (
        <Note look="warning" heading={plural(words.refusedStay, refused.length)}>
          <p className={styles.noteAction}>
            <Button onClick={download}>{plural(words.downloadRefused, refused.length)}</Button>
          </p>
        </Note>
      )}
      <RowTable
        key={chosen ?? 'all'}
        rows={chosen === undefined ? rows : inTile(chosen)}
        outcomes={outcomes}
        sent={NONE}
      />
      {changesText ? <p className={styles.help}>{words.formatting}</p> : null}
      <div className={styles.foot}>
        {complete && toWrite.length > 0 ? (
          <Button appearance="primary" onClick={() => onImport(toWrite, outcomes)}>
            {plural(words.importNow, toWrite.length)}
          </Button>
        ) : null}
        <Button onClick={onBack}>{words.backToColumns}</Button>
        <span className={styles.subtle} role="status">
          {!complete || toWrite.length > 0 ? words.note : refused.length === 0 ? words.allUnchanged : words.nothing}
        </span>
      </div>
    </>
  );
}

/** A dry run imports none. */
const NONE: ReadonlySet<number> = new Set();
const TEXTS: ReadonlySet<string> = new Set(['description', 'businessImpact', 'abuseCase']);

export function readyRows(rows: readonly NumberedRow[]): readonly ReadyRow[] {
  return rows.flatMap(({ number, row }) => (row === undefined ? [] : [{ number, row }]));
}

function problemOf(row: NumberedRow, outcomes: ReadonlyMap<number, ImportedRow>): string {
  if (row.problems.length > 0) return problemsText(row.problems);
  const outcome = outcomes.get(row.number);
  return outcome === undefined ? '' : detailText(outcome);
}

import Button from '@atlaskit/button/new';
import DownloadIcon from '@atlaskit/icon/core/download';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportedRow } from '../../../../../../../src/contract/risks';
import type { NumberedRow } from '../../../../../../../src/domain/csv/read-file';
import { failureWords } from '../../../../shared/failure-words';
import { register } from '../../../../shared/strings/en-register';
import { fill, formatCount, plural } from '../../../../shared/strings/fill';
import { Note } from '../../../../shared/ui/Note';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import { Counts } from './Counts';
import type { ImportRun, ReadyRow, RunState } from './import-run';
import { rowState, RowTable } from './RowTable';
import { RunBar } from './RunBar';
import { useImportRun } from './use-import-run';
import styles from './register.module.css';

const words = register.run;
type Tile = keyof typeof words.counts;

/** The import itself: how far it is, what became of each row, and what can be tried again. */
export function RunPart({
  projectId,
  projectKey,
  rows,
  ready,
  checked,
  onChanged,
  onBack,
  onNew,
}: {
  readonly projectId: string;
  readonly projectKey: string;
  /** All rows of the file. */
  readonly rows: readonly NumberedRow[];
  /** Those that are imported. */
  readonly ready: readonly ReadyRow[];
  /** What the check said of every row. */
  readonly checked: ReadonlyMap<number, ImportedRow>;
  /** Called with the risks that were written since the last time. */
  readonly onChanged: (issueIds: readonly string[]) => void;
  readonly onBack: () => void;
  readonly onNew: () => void;
}) {
  const { run, state } = useImportRun(projectId, ready, false);
  const { outcomes, phase, error, waitSeconds } = state;
  const [chosen, setChosen] = useState<Tile>();
  useTold(run, phase, onChanged);
  const sent = useMemo(() => new Set(ready.map(({ number }) => number)), [ready]);
  const all = useMemo(
    () => new Map([...[...checked].filter(([number]) => !sent.has(number)), ...outcomes]),
    [checked, sent, outcomes],
  );
  const inTile = (tile: Tile) =>
    rows.filter((row) => rowState(row, all.get(row.number), sent.has(row.number)) === tile);
  const tiles = (Object.keys(words.counts) as Tile[]).map((id) => ({
    id,
    label: words.counts[id],
    count: inTile(id).length,
  }));
  const failed = inTile('failed').length;
  const figures = { done: formatCount(outcomes.size), all: formatCount(ready.length) };
  const text =
    phase === 'stopping' ? words.stopping : fill(phase === 'stopped' ? words.stopped : words.running, figures);
  const download = () => void import('./files').then(({ downloadResult }) => downloadResult(projectKey, rows, all));

  return (
    <>
      <h3 className={styles.partHeading}>{phase === 'done' ? words.done : register.import.steps.run}</h3>
      {phase === 'done' ? null : (
        <RunBar text={text} done={outcomes.size} all={ready.length} waitSeconds={waitSeconds} />
      )}
      <LiveText>{phase === 'done' ? words.done : phase === 'stopped' ? text : ''}</LiveText>
      {error === undefined ? null : (
        <Note look="error" heading={words.stoppedHeading}>
          <p>
            {failureWords(error).heading}. {failureWords(error).body}
          </p>
        </Note>
      )}
      <Counts label={register.check.countsLabel} tiles={tiles} chosen={chosen} onChoose={setChosen} />
      <RowTable key={chosen ?? 'all'} rows={chosen === undefined ? rows : inTile(chosen)} outcomes={all} sent={sent} />
      <div className={styles.foot}>
        {phase === 'running' ? <Button onClick={() => run.stop()}>{words.stop}</Button> : null}
        {phase === 'stopped' ? (
          <Button appearance="primary" onClick={() => void run.goOn()}>
            {words.resume}
          </Button>
        ) : null}
        {phase === 'done' && failed > 0 ? (
          <Button appearance="primary" onClick={() => void run.retry()}>
            {plural(words.retry, failed)}
          </Button>
        ) : null}
        {phase === 'done' || phase === 'stopped' ? (
          <>
            <Button iconBefore={DownloadIcon} onClick={download}>
              {words.download}
            </Button>
            <Button onClick={onNew}>{words.newImport}</Button>
            <Button appearance={phase === 'done' && failed === 0 ? 'primary' : 'default'} onClick={onBack}>
              {register.import.back}
            </Button>
          </>
        ) : (
          <span className={styles.subtle}>{words.keepOpen}</span>
        )}
      </div>
    </>
  );
}

/** Tells what was written whenever the import pauses or ends, and when the page is left. */
function useTold(run: ImportRun, phase: RunState['phase'], onChanged: (issueIds: readonly string[]) => void): void {
  const told = useRef(new Set<string>());
  const tell = useCallback(() => {
    const ids = [...run.state().outcomes.values()].flatMap((row) =>
      (row.outcome === 'created' || row.outcome === 'updated') && row.issue !== undefined ? [row.issue.id] : [],
    );
    const fresh = ids.filter((id) => !told.current.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) told.current.add(id);
    onChanged(fresh);
  }, [run, onChanged]);
  useEffect(() => {
    if (phase === 'done' || phase === 'stopped') tell();
  }, [phase, tell]);
  useEffect(() => tell, [tell]);
}

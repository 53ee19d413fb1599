import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ImportRow } from '../../../../../../../src/domain/csv/import-row';
import { invoke } from '../../../../shared/bridge';
import { ImportRun } from './import-run';
import type { ReadyRow, RunPorts, RunState } from './import-run';

/** A run over these rows, begun at once; leaving the page stops it after what is under way. */
export function useImportRun(
  projectId: string,
  rows: readonly ReadyRow[],
  dryRun: boolean,
): { readonly run: ImportRun; readonly state: RunState } {
  const run = useMemo(() => new ImportRun(portsOf(projectId), rows, dryRun), [projectId, rows, dryRun]);
  const state = useSyncExternalStore(run.subscribe, run.state);
  useEffect(() => {
    void run.goOn();
    return () => run.stop();
  }, [run]);
  return { run, state };
}

function portsOf(projectId: string): RunPorts {
  return {
    importRisks: (rows: readonly ImportRow[], dryRun) => invoke('importRisks', { projectId, rows, dryRun }),
    wait: (seconds) => new Promise((resolve) => void setTimeout(resolve, seconds * 1000)),
  };
}

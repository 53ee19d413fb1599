import { useState, useSyncExternalStore } from 'react';
import { invoke } from '../../../shared/bridge';
import type { BoardStore } from './board-store';
import { EditRunner } from './edit-run';
import type { EditRun } from './edit-run';

/** Changes to risks of the board, one run at a time; each risk is looked at again after it. */
export function useEditRuns(store: BoardStore): {
  readonly runner: EditRunner;
  readonly run: EditRun | undefined;
} {
  const [runner] = useState(
    () =>
      new EditRunner({
        editRisks: (issueIds, changes) => invoke('editRisks', { issueIds, changes }),
        lookAgain: store.lookAgain,
        wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
      }),
  );
  const run = useSyncExternalStore(runner.subscribe, runner.run);
  return { runner, run };
}

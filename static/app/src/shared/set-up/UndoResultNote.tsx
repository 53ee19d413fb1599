import type { SetupRun } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { Mark } from './Marks';
import { undoResult } from './undo-words';
import styles from './undo.module.css';

/** What an undo that has ended came to: how much is gone, what was left and why. */
export function UndoResultNote({ run }: { readonly run: SetupRun }) {
  const { look, removed, kept } = undoResult(run);
  return (
    <div className={styles.result} role="status">
      <Mark name={look === 'all' ? 'done' : 'undo'} />
      <div>
        <p className={styles.question}>{setUp.undo.result[look]}</p>
        <p>{[removed, ...kept].join(' ')}</p>
      </div>
    </div>
  );
}

import type { AppError } from '../../../../../../src/contract/result';
import { failureWords } from '../../../shared/failure-words';
import { report as words } from '../../../shared/strings/en-report';
import { Note } from '../../../shared/ui/Note';
import styles from './report.module.css';

/** Why the draft was not saved, or not frozen. */
export function SaveFailure({ error }: { readonly error: AppError }) {
  const { heading, body } = failureWords(error);
  return (
    <div className={styles.note} role="alert">
      <Note look={error.code === 'conflict' ? 'warning' : 'error'} heading={heading}>
        <p>{error.code === 'conflict' ? words.changedMeanwhile : body}</p>
      </Note>
    </div>
  );
}

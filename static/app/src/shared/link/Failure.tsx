import type { AppError } from '../../../../../src/contract/result';
import { common } from '../strings/en-common';
import { fill } from '../strings/fill';
import { failureWords, isUncertain } from '../failure-words';
import styles from './dialog.module.css';

/** Why nothing was written; the dialog keeps what was chosen or typed, so its own button tries again. */
export function Failure({
  heading,
  unknown,
  error,
  after,
}: {
  readonly heading: string;
  /** Instead of the heading, where nobody knows what became of it. */
  readonly unknown: string;
  readonly error: AppError;
  readonly after?: string;
}) {
  const words = failureWords(error);
  return (
    <div className={styles.failure} role="alert">
      <p>
        <b>{isUncertain(error) ? unknown : heading}</b>
      </p>
      <p>
        {words.heading}. {words.body} {isUncertain(error) ? null : after}
      </p>
      {error.message === undefined ? null : <p>{fill(common.jiraSaid, { message: error.message })}</p>}
    </div>
  );
}

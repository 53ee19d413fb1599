import type { AppError } from '../../../../../../src/contract/result';
import { common } from '../../../shared/strings/en-common';
import { fill } from '../../../shared/strings/fill';
import styles from './dialog.module.css';

/** Why nothing was written; the dialog keeps what was chosen or typed, so its own button tries again. */
export function Failure({
  heading,
  error,
  after,
}: {
  readonly heading: string;
  readonly error: AppError;
  readonly after?: string;
}) {
  const words = common.errors[error.code];
  return (
    <div className={styles.failure} role="alert">
      <p>
        <b>{heading}</b>
      </p>
      <p>
        {words.heading}. {words.body} {after}
      </p>
      {error.message === undefined ? null : <p>{fill(common.jiraSaid, { message: error.message })}</p>}
    </div>
  );
}

import Button from '@atlaskit/button/new';
import type { AppError } from '../../../../../../src/contract/result';
import { common } from '../../../shared/strings/en-common';
import { fill } from '../../../shared/strings/fill';
import styles from './hygiene.module.css';

/** What did not come, why, and the way to try again. */
export function FailedLine({
  template,
  error,
  onRetry,
}: {
  readonly template: `${string}{why}${string}`;
  readonly error: AppError;
  readonly onRetry: () => void;
}) {
  const why =
    error.code === 'rate-limited' && error.retryAfterSeconds !== undefined
      ? fill(common.waiting.heading, { seconds: error.retryAfterSeconds })
      : common.errors[error.code].heading;
  return (
    <div className={styles.failed} role="alert">
      <p>
        {template.replace('{why}', why)}
        {error.message === undefined ? null : ` ${fill(common.jiraSaid, { message: error.message })}`}
      </p>
      <Button spacing="compact" onClick={onRetry}>
        {common.tryAgain}
      </Button>
    </div>
  );
}

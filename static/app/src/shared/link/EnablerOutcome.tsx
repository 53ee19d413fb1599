import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useEffect, useRef } from 'react';
import type { CreateEnablersOutcome } from '../../../../../src/contract/defs';
import type { AppError } from '../../../../../src/contract/result';
import { failureWords } from '../failure-words';
import { link } from '../strings/en-link';
import { fill, plural } from '../strings/fill';
import { CheckIcon } from '../ui/Icons';
import { IssueLink } from '../ui/SiteLink';
import { LiveText } from '../ui/VisuallyHidden';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';
import results from './outcome.module.css';

const words = link.enabler;

/** Some were made, some not, or not linked: what became of each line. */
export function EnablerOutcome({
  subject,
  outcome: { created, failed },
  busy,
  error,
  onRetry,
  onDone,
}: {
  readonly subject: LinkSubject;
  readonly outcome: CreateEnablersOutcome;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onRetry: () => void;
  readonly onDone: () => void;
}) {
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => banner.current?.focus(), [created, failed]);
  const linked = created.filter((line) => line.linked);
  const loose = created.filter((line) => !line.linked);
  const result = fill(words.result, { done: created.length, failed: failed.length });
  return (
    <Dialog
      title={fill(words.title, { key: subject.key })}
      subject={subject}
      failure={
        error === undefined ? null : (
          <Failure
            heading={words.notCreated}
            unknown={words.createUnknown}
            error={error}
            after={words.createAgainSafe}
          />
        )
      }
      onClose={onDone}
      footer={
        <>
          <Button isLoading={busy} onClick={onRetry}>
            {plural(words.retry, failed.length + loose.length)}
          </Button>
          <Button appearance="primary" onClick={onDone}>
            {link.done}
          </Button>
        </>
      }
    >
      <div className={styles.banner} ref={banner} tabIndex={-1}>
        <WarningIcon label="" color="var(--ds-icon-warning)" />
        <p>
          <b>{result}</b>
        </p>
      </div>
      <ul className={styles.results}>
        {linked.map(({ id, key, summary }) => (
          <li key={id} className={results.linked}>
            <CheckIcon state="passed" label={words.resultCreated} />
            <span>
              <IssueLink issueKey={key}>{key}</IssueLink> {summary}
            </span>
          </li>
        ))}
        {loose.map(({ id, key, summary }) => (
          <li key={id} className={results.refused}>
            <CheckIcon state="missing" label={words.resultNotLinked} />
            <span>
              <IssueLink issueKey={key}>{key}</IssueLink> {summary}. {words.notLinked}
            </span>
          </li>
        ))}
        {failed.map(({ summary, error: why }) => (
          <li key={summary} className={results.refused}>
            <CheckIcon state="missing" label={words.resultFailed} />
            <span>
              <b>{summary}</b>. {failedText(why)}
            </span>
          </li>
        ))}
      </ul>
      <LiveText>{busy ? words.creating : result}</LiveText>
    </Dialog>
  );
}

/** Why one line was not made, in one sentence. */
function failedText(error: AppError): string {
  const { code, message } = error;
  if (code === 'no-permission') return words.failed.permission;
  if (code === 'not-found') return words.failed.notFound;
  if (code === 'conflict') return words.failed.unfinished;
  if (code === 'rate-limited') return link.refused.busy;
  if (code === 'jira-refused' && message !== undefined) return fill(link.refused.jira, { message });
  return fill(link.refused.plain, failureWords(error));
}

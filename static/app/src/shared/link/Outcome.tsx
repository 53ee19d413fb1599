import Button from '@atlaskit/button/new';
import UndoIcon from '@atlaskit/icon/core/undo';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useEffect, useRef } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import { failureWords } from '../failure-words';
import { link as words } from '../strings/en-link';
import { fill, plural } from '../strings/fill';
import { CheckIcon } from '../ui/Icons';
import { LiveText } from '../ui/VisuallyHidden';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';
import results from './outcome.module.css';
import { linkTitle } from './titles';

export interface Refused {
  readonly issue: { readonly id: string; readonly key: string; readonly summary: string };
  readonly error: AppError;
}

/** Some were linked, some refused: what was done is kept and named, what was refused says why. */
export function Outcome({
  subject,
  verb,
  done,
  refused,
  fresh,
  busy,
  error,
  onUndo,
  onRetry,
  onDone,
}: {
  readonly subject: LinkSubject;
  readonly verb: LinkVerb;
  readonly done: readonly { readonly key: string; readonly summary: string }[];
  readonly refused: readonly Refused[];
  /** How many links can be taken back. */
  readonly fresh: number;
  readonly busy: 'undo' | 'retry' | undefined;
  readonly error: AppError | undefined;
  readonly onUndo: () => void;
  readonly onRetry: () => void;
  readonly onDone: () => void;
}) {
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => banner.current?.focus(), [refused]);
  const result = fill(words.result, { done: done.length, refused: refused.length });
  return (
    <Dialog
      title={linkTitle(verb)}
      subject={subject}
      failure={
        error === undefined ? null : <Failure heading={words.notLinked} unknown={words.linkUnknown} error={error} />
      }
      onClose={onDone}
      footer={
        <>
          {fresh === 0 ? null : (
            <Button appearance="subtle" iconBefore={UndoIcon} isLoading={busy === 'undo'} onClick={onUndo}>
              {plural(words.undo, fresh)}
            </Button>
          )}
          <Button isLoading={busy === 'retry'} onClick={onRetry}>
            {plural(words.retry, refused.length)}
          </Button>
          <Button appearance="primary" onClick={onDone}>
            {words.done}
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
        {done.map(({ key, summary }) => (
          <li key={key} className={results.linked}>
            <CheckIcon state="passed" label={words.resultLinked} />
            <span>
              {key} {summary}
            </span>
          </li>
        ))}
        {refused.map(({ issue, error: why }) => (
          <li key={issue.id} className={results.refused}>
            <CheckIcon state="missing" label={words.resultRefused} />
            <span>
              <b>{issue.key}</b> {refusalText(why)}
            </span>
          </li>
        ))}
      </ul>
      <LiveText>{result}</LiveText>
    </Dialog>
  );
}

/** A refusal in one sentence that says who can help. */
function refusalText(error: AppError): string {
  const { code, message } = error;
  const { refused } = words;
  if (code === 'no-permission') return refused.permission;
  if (code === 'not-found') return refused.notFound;
  if (code === 'conflict') return refused.reversed;
  if (code === 'invalid-input') return refused.kind;
  if (code === 'rate-limited') return refused.busy;
  if (code === 'jira-refused' && message !== undefined) return fill(refused.jira, { message });
  return fill(refused.plain, failureWords(error));
}

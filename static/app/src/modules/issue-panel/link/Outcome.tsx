import Button from '@atlaskit/button/new';
import UndoIcon from '@atlaskit/icon/core/undo';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useEffect, useRef } from 'react';
import type { AppError } from '../../../../../../src/contract/result';
import type { RiskSuggestion } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { failureWords } from '../parts/failure-words';
import { fill, plural } from '../../../shared/strings/fill';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import type { DialogContext } from '../panel-context';
import { CheckIcon } from '../parts/Icons';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import styles from './dialog.module.css';
import results from './outcome.module.css';

export interface Refused {
  readonly risk: RiskSuggestion;
  readonly error: AppError;
}

/** Some were linked, some refused: what was done is kept and named, what was refused says why. */
export function Outcome({
  context,
  done,
  refused,
  busy,
  error,
  onUndo,
  onRetry,
  onDone,
}: {
  readonly context: DialogContext;
  readonly done: readonly RiskSuggestion[];
  readonly refused: readonly Refused[];
  readonly busy: 'undo' | 'retry' | undefined;
  readonly error: AppError | undefined;
  /** Left out where there is nothing to take back. */
  readonly onUndo: (() => void) | undefined;
  readonly onRetry: () => void;
  readonly onDone: () => void;
}) {
  const words = panel.dialog;
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => banner.current?.focus(), [done, refused]);
  return (
    <Dialog
      title={words.linkTitle}
      context={context}
      failure={
        error === undefined ? null : <Failure heading={words.notLinked} unknown={words.linkUnknown} error={error} />
      }
      onClose={onDone}
      footer={
        <>
          {onUndo === undefined ? null : (
            <Button appearance="subtle" iconBefore={UndoIcon} isLoading={busy === 'undo'} onClick={onUndo}>
              {plural(words.undo, done.length)}
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
          <b>{fill(words.result, { done: done.length, refused: refused.length })}</b>
        </p>
      </div>
      <ul className={styles.results}>
        {done.map((risk) => (
          <li key={risk.id} className={results.linked}>
            <CheckIcon state="passed" label={words.resultLinked} />
            <span>
              {risk.key} {risk.summary}
            </span>
          </li>
        ))}
        {refused.map(({ risk, error: why }) => (
          <li key={risk.id} className={results.refused}>
            <CheckIcon state="missing" label={words.resultRefused} />
            <span>
              <b>{risk.key}</b> {refusalText(why)}
            </span>
          </li>
        ))}
      </ul>
      <LiveText>{fill(words.result, { done: done.length, refused: refused.length })}</LiveText>
    </Dialog>
  );
}

/** A refusal in one sentence that says who can help. */
function refusalText(error: AppError): string {
  const { code, message } = error;
  const words = panel.dialog.refused;
  if (code === 'no-permission') return words.permission;
  if (code === 'not-found') return words.notFound;
  if (code === 'rate-limited') return words.busy;
  if (code === 'jira-refused' && message !== undefined) return fill(words.jira, { message });
  return fill(words.plain, failureWords(error));
}

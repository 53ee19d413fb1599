import Button from '@atlaskit/button/new';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { SetupRun } from '../../../../../src/contract/set-up';
import { common } from '../strings/en-common';
import { setUp } from '../strings/en-set-up';
import { fill, fillWith, formatCount, plural, pluralForm } from '../strings/fill';
import { Note } from '../ui/Note';
import { Skeleton } from '../ui/Skeleton';
import { ErrorState, StatePanel } from '../ui/StatePanel';
import { LiveText } from '../ui/VisuallyHidden';
import { Heading } from './Heading';
import { Mark } from './Marks';
import type { UndoOperations } from './operations';
import { Count } from './PlanView';
import { UndoConfirm } from './UndoConfirm';
import { UndoTable } from './UndoTable';
import { useAsking } from './use-asking';
import flow from './flow.module.css';
import styles from './undo.module.css';

const words = setUp.undo;

/** What undo would remove and keep, and the button that does it, after asking once more. */
export function UndoView({
  operations,
  chooser,
  result,
  takeFocus,
  onStarted,
  onSetUp,
}: {
  /** Missing until it is chosen what to undo. */
  readonly operations: UndoOperations | undefined;
  /** Chooses what to undo, where there is a choice. */
  readonly chooser: ReactNode;
  /** What the last undo came to. */
  readonly result: ReactNode;
  readonly takeFocus: boolean;
  readonly onStarted: (run: SetupRun) => void;
  readonly onSetUp: () => void;
}) {
  const { value: plan, error, asking, askAgain } = useAsking(operations?.planUndo);
  const [confirming, setConfirming] = useState(false);
  const [starting, setStarting] = useState(false);
  const [refused, setRefused] = useState<AppError | undefined>(undefined);
  const removed = plan?.items.filter(({ action }) => action === 'remove').length ?? 0;
  const kept = (plan?.items.length ?? 0) - removed;

  const start = useCallback(async () => {
    if (operations === undefined || plan === undefined) return;
    setStarting(true);
    setRefused(undefined);
    const answer = await operations.startUndo(plan.digest);
    setStarting(false);
    setConfirming(false);
    if (answer.ok) {
      onStarted(answer.value);
      return;
    }
    setRefused(answer.error);
    if (answer.error.code === 'conflict') askAgain();
  }, [operations, plan, onStarted, askAgain]);

  return (
    <div className={`${flow.body} ${styles.view}`}>
      <div>
        <Heading look="small" takeFocus={takeFocus}>
          {words.heading}
        </Heading>
        <p className={flow.subtle}>{words.intro}</p>
      </div>
      {result}
      {chooser}
      <LiveText>{asking ? words.planning : ''}</LiveText>
      {refused === undefined ? null : <Refused error={refused} />}
      {operations === undefined ? <p className={flow.subtle}>{words.chooseFirst}</p> : null}
      {error === undefined ? null : <ErrorState error={error} heading={words.failed} onRetry={askAgain} />}
      {asking && plan === undefined ? <Skeleton height="12rem" radius="var(--ds-radius-large)" /> : null}
      {plan === undefined ? null : plan.items.length === 0 ? (
        <StatePanel heading={words.nothing} actions={<Button onClick={onSetUp}>{words.result.toSetUp}</Button>} />
      ) : (
        <>
          <div>
            <p className={styles.lead}>
              {fillWith<string, ReactNode>(pluralForm(words.objects, plan.items.length), {
                count: formatCount(plan.items.length),
                nothing: <b key="nothing">{words.nothingRemoved}</b>,
              })}
            </p>
            <ul className={styles.sums}>
              {removed === 0 ? null : (
                <li>
                  <Mark name="remove" />
                  <span>
                    <Count forms={words.sums.remove} count={removed} />
                  </span>
                </li>
              )}
              {kept === 0 ? null : (
                <li>
                  <Mark name="keep" />
                  <span>
                    <Count forms={words.sums.keep} count={kept} />
                  </span>
                </li>
              )}
            </ul>
          </div>
          <UndoTable items={plan.items} />
          {removed === 0 ? (
            <p className={flow.subtle}>{words.onlyKept}</p>
          ) : confirming ? (
            <UndoConfirm count={removed} busy={starting} onYes={() => void start()} onNo={() => setConfirming(false)} />
          ) : (
            <div>
              <Button appearance="danger" isLoading={asking} onClick={() => setConfirming(true)}>
                {plural(words.button, removed)}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Refused({ error }: { readonly error: AppError }) {
  if (error.code === 'conflict') {
    return (
      <div className={flow.note} role="alert">
        <Note look="warning" heading={words.changed}>
          <p>{words.changedBody}</p>
        </Note>
      </div>
    );
  }
  const { heading, body } = common.errors[error.code];
  return (
    <div className={flow.note} role="alert">
      <Note look="error" heading={words.notStarted}>
        <p>
          {heading}. {body} <code className={flow.code}>{error.code}</code>
        </p>
        {error.message === undefined ? null : <p>{fill(common.jiraSaid, { message: error.message })}</p>}
      </Note>
    </div>
  );
}

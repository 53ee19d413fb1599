import Button from '@atlaskit/button/new';
import PlayIcon from '@atlaskit/icon/core/video-play';
import { useEffect, useRef, useState } from 'react';
import type { RunStep } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill } from '../strings/fill';
import type { PlanOperations } from './operations';
import { StepNow } from './StepNow';
import flow from './flow.module.css';
import styles from './run.module.css';

const words = setUp.run;

/** Jira's own message, what it means, and the ways on. Resume has the focus. */
export function FailedStep({
  step,
  ofUndo,
  takeFocus,
  busy,
  planOperations,
  onResume,
  onUndo,
  onPlan,
}: {
  readonly step: RunStep;
  readonly ofUndo: boolean;
  /** Somebody watched it fail; not when the page has just opened. */
  readonly takeFocus: boolean;
  readonly busy: boolean;
  readonly planOperations: PlanOperations;
  readonly onResume: () => void;
  readonly onUndo: (() => void) | undefined;
  readonly onPlan: () => void;
}) {
  const [shown, setShown] = useState(false);
  const resume = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takeFocus) resume.current?.focus();
  }, [takeFocus]);
  const { code, message } = step.error ?? { code: 'internal' };
  return (
    <div className={styles.failure} role="alert">
      {message === undefined ? null : (
        <p className={styles.quote}>
          {fill(words.said, { message })} <span className={flow.subtle}>{fill(words.code, { code })}</span>
        </p>
      )}
      <p>
        {words.means[code]}
        {message === undefined ? <span className={flow.subtle}> {fill(words.code, { code })}</span> : null}
      </p>
      <div className={styles.buttons}>
        <Button ref={resume} appearance="primary" iconBefore={PlayIcon} isLoading={busy} onClick={onResume}>
          {words.resume}
        </Button>
        {ofUndo ? null : (
          <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? words.hideChanged : words.showChanged}
          </Button>
        )}
        {onUndo === undefined ? null : (
          <Button appearance="subtle" onClick={onUndo}>
            {words.undo}
          </Button>
        )}
      </div>
      {shown ? <StepNow step={step.step} operations={planOperations} onPlan={onPlan} /> : null}
    </div>
  );
}

import Spinner from '@atlaskit/spinner';
import type { SetupRun } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { FailedStep } from './FailedStep';
import { Mark } from './Marks';
import type { PlanOperations } from './operations';
import { linesOf } from './run-lines';
import type { RunLine } from './run-lines';
import { stepSeconds } from './run-times';
import styles from './run.module.css';

const words = setUp.run;

/** The steps of a run, a line for each group. */
export function RunLines({
  run,
  takeFocus,
  busy,
  planOperations,
  onResume,
  onUndo,
  onPlan,
}: {
  readonly run: SetupRun;
  readonly takeFocus: boolean;
  readonly busy: boolean;
  readonly planOperations: PlanOperations;
  readonly onResume: () => void;
  readonly onUndo: (() => void) | undefined;
  readonly onPlan: () => void;
}) {
  return (
    <ol className={styles.lines} aria-label={words.list}>
      {linesOf(run).map((line) =>
        line.failed === undefined ? (
          <Line key={line.id} line={line} going={run.state === 'running' || run.state === 'waiting'} />
        ) : (
          <li key={line.id} className={styles.failedLine}>
            <Mark name="failed" />
            <div className={styles.lineText}>
              <p className={styles.failedName}>{line.text}</p>
              <FailedStep
                step={line.failed}
                ofUndo={run.kind === 'undo'}
                takeFocus={takeFocus}
                busy={busy}
                planOperations={planOperations}
                onResume={onResume}
                onUndo={onUndo}
                onPlan={onPlan}
              />
            </div>
          </li>
        ),
      )}
    </ol>
  );
}

/** `going`: a half-done group is being worked on; after a stop it only waits. */
function Line({ line, going }: { readonly line: RunLine; readonly going: boolean }) {
  const { state, text, detail, milliseconds } = line;
  const running = state === 'running' && going;
  return (
    <li className={state === 'done' || running ? undefined : styles.waitingLine}>
      {state === 'done' ? <Mark name="done" /> : running ? <Running /> : <Mark name="waits" />}
      <div className={styles.lineText}>
        <p>{text}</p>
        {detail === undefined ? null : <p className={styles.detail}>{detail}</p>}
      </div>
      <span className={styles.duration}>
        {state === 'done' ? <VisuallyHidden>{setUp.runCard.results.done}, </VisuallyHidden> : null}
        {state === 'done' && milliseconds !== undefined ? stepSeconds(milliseconds) : null}
        {state === 'done' || running ? null : words.waits}
      </span>
    </li>
  );
}

function Running() {
  return (
    <span className={styles.running}>
      <span className={styles.turning}>
        <Spinner size="small" label="" />
      </span>
      <span className={styles.still}>
        <Mark name="running" />
      </span>
    </span>
  );
}

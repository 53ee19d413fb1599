import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import { useEffect, useRef } from 'react';
import type { PlanItem } from '../../../../../src/contract/defs';
import type { AppError } from '../../../../../src/contract/result';
import { common } from '../../shared/strings/en-common';
import { setUp } from '../../shared/strings/en-set-up';
import { fill, formatCount, plural } from '../../shared/strings/fill';
import { useCountdown } from '../../shared/ui/useCountdown';
import { LiveText } from '../../shared/ui/VisuallyHidden';
import { Mark } from './Icons';
import { groupsOf } from './plan-groups';
import type { NamedProject } from './plan-groups';
import type { Run } from './useSetUp';
import styles from './SetUp.module.css';

const words = setUp.apply;

/** How far the run is: a bar, and a line for each group. Where it stopped, why, and the way on. */
export function ApplyList({
  run,
  projects,
  onResume,
  onBack,
}: {
  readonly run: Run;
  readonly projects: readonly NamedProject[];
  readonly onResume: () => void;
  readonly onBack: () => void;
}) {
  const total = run.items.length;
  const progress = plural(words.progress, total, { done: formatCount(run.done) });
  const position = new Map(run.items.map((item, index) => [item.step, index]));
  return (
    <>
      <LiveText>{fill(words.announce, { done: run.done, count: total })}</LiveText>
      <p className={styles.lead}>{run.failure === undefined ? progress : fill(words.stoppedAt, { progress })}</p>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.trackDone} style={{ flexGrow: run.done }} />
        <span className={run.failure === undefined ? styles.trackNow : styles.trackFailed} style={{ flexGrow: 1 }} />
        <span style={{ flexGrow: Math.max(0, total - run.done - 1) }} />
      </div>
      <ul className={styles.steps}>
        {groupsOf(run.items, projects).map((group) => {
          const done = group.items.filter((item) => (position.get(item.step) ?? 0) < run.done).length;
          const current = group.items.find((item) => position.get(item.step) === run.done);
          return (
            <GroupLine
              key={group.id}
              name={group.name}
              count={group.items.length}
              done={done}
              current={current}
              failure={current === undefined ? undefined : run.failure}
              onResume={onResume}
              onBack={onBack}
            />
          );
        })}
      </ul>
      <p className={styles.afterSteps}>{words.mayClose}</p>
    </>
  );
}

function GroupLine({
  name,
  count,
  done,
  current,
  failure,
  onResume,
  onBack,
}: {
  readonly name: string;
  readonly count: number;
  readonly done: number;
  readonly current: PlanItem | undefined;
  readonly failure: AppError | undefined;
  readonly onResume: () => void;
  readonly onBack: () => void;
}) {
  if (current !== undefined && failure !== undefined) {
    return (
      <li className={styles.failedStep}>
        <Mark name="failed" />
        <div className={styles.stepText}>
          <p className={styles.stepName}>
            {name}: {current.name}
          </p>
          <Failure error={failure} onResume={onResume} onBack={onBack} />
        </div>
      </li>
    );
  }
  const finished = done === count;
  return (
    <li className={finished || current !== undefined ? undefined : styles.waitingStep}>
      {finished ? <Mark name="done" /> : current === undefined ? <Mark name="waits" /> : <Running />}
      <div className={styles.stepText}>
        <p>{name}</p>
        {current === undefined ? null : <p className={styles.help}>{fill(words.running, { name: current.name })}</p>}
      </div>
      <span className={styles.stepCount}>
        {finished || current !== undefined ? fill(words.counts, { done, count }) : words.waits}
      </span>
    </li>
  );
}

function Running() {
  return (
    <span className={styles.running}>
      <Spinner size="small" label="" />
    </span>
  );
}

/** What Jira said, what it means, and Resume, which has the focus. */
function Failure({
  error,
  onResume,
  onBack,
}: {
  readonly error: AppError;
  readonly onResume: () => void;
  readonly onBack: () => void;
}) {
  const resume = useRef<HTMLButtonElement>(null);
  useEffect(() => resume.current?.focus(), []);
  const wait = error.code === 'rate-limited' ? error.retryAfterSeconds : undefined;
  return (
    <div className={styles.failure} role="alert">
      {error.message === undefined ? null : (
        <p className={styles.quote}>{fill(common.jiraSaid, { message: error.message })}</p>
      )}
      <p>
        {common.errors[error.code].heading}. {words.nothingLost} <code className={styles.code}>{error.code}</code>
      </p>
      {wait === undefined ? null : <AutomaticResume seconds={wait} onResume={onResume} />}
      <div className={styles.buttons}>
        <Button ref={resume} appearance="primary" onClick={onResume}>
          {words.resume}
        </Button>
        <Button appearance="subtle" onClick={onBack}>
          {words.backToPlan}
        </Button>
      </div>
    </div>
  );
}

function AutomaticResume({ seconds, onResume }: { readonly seconds: number; readonly onResume: () => void }) {
  const left = useCountdown(seconds, onResume);
  return <p aria-live="off">{fill(words.waiting, { seconds: left })}</p>;
}

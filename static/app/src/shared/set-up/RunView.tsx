import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { SetupRun } from '../../../../../src/contract/set-up';
import { common } from '../strings/en-common';
import { setUp } from '../strings/en-set-up';
import { fill, fillWith, formatCount, pluralForm } from '../strings/fill';
import { Note } from '../ui/Note';
import { useCountdown } from '../ui/useCountdown';
import { LiveText } from '../ui/VisuallyHidden';
import type { PlanOperations } from './operations';
import { Heading } from './Heading';
import { RunCard } from './RunCard';
import { RunLines } from './RunLines';
import { doneOf, isActive, progressWords } from './run-lines';
import { clockSeconds, durationWords } from './run-times';
import type { WatchedRun } from './use-run';
import flow from './flow.module.css';
import styles from './run.module.css';

const words = setUp.run;

/** How somebody came to see this run. */
export type RunOrigin = 'started' | 'joined' | 'found';

/** A run as it goes, the same for every admin who looks: how far, each group of steps, what failed and the way on. */
export function RunView({
  watched,
  run,
  origin,
  takeFocus,
  timezone,
  planOperations,
  onUndo,
  onPlan,
}: {
  readonly watched: WatchedRun;
  readonly run: SetupRun;
  readonly origin: RunOrigin;
  readonly takeFocus: boolean;
  readonly timezone: string;
  readonly planOperations: PlanOperations;
  /** Leads to the list of what undo would remove; missing while undo itself runs. */
  readonly onUndo: (() => void) | undefined;
  /** Leaves a run that does not go on. */
  readonly onPlan: () => void;
}) {
  const progress = progressWords(run);
  return (
    <>
      <div className={`${flow.body} ${styles.columns}`}>
        <div className={styles.main}>
          <OriginNote origin={origin} active={isActive(run)} />
          <LostNote watched={watched} timezone={timezone} />
          <div>
            <LiveText>{fill(words.heads[run.state], { progress })}</LiveText>
            <Heading look="lead" takeFocus={takeFocus && run.state !== 'failed'}>
              {fillWith<string, ReactNode>(words.heads[run.state], { progress: <Progress key="progress" run={run} /> })}
            </Heading>
            <RunBar run={run} />
            {run.state === 'waiting' ? <Pause key={run.waitsUntil} until={run.waitsUntil} /> : null}
            {run.state === 'stopped' ? <p className={styles.pause}>{words.stoppedWhy}</p> : null}
          </div>
          <RunLines
            run={run}
            takeFocus={takeFocus && watched.seenGoing}
            busy={watched.busy === 'resume'}
            planOperations={planOperations}
            onResume={watched.resume}
            onUndo={onUndo}
            onPlan={onPlan}
          />
          <Refused watched={watched} />
        </div>
        <RunCard run={run} timezone={timezone} />
      </div>
      <footer className={flow.footer}>
        <p className={flow.footerText}>{words.mayClose}</p>
        <RunButtons watched={watched} run={run} onPlan={onPlan} />
      </footer>
    </>
  );
}

/** "19 of 29 changes made", the first number bold. */
function Progress({ run }: { readonly run: SetupRun }) {
  const { done, count } = doneOf(run);
  const forms = run.kind === 'undo' ? words.progressUndo : words.progress;
  return fillWith<string, ReactNode>(pluralForm(forms, count), {
    done: <b key="done">{formatCount(done)}</b>,
    count: formatCount(count),
  });
}

function RunButtons({
  watched,
  run,
  onPlan,
}: {
  readonly watched: WatchedRun;
  readonly run: SetupRun;
  readonly onPlan: () => void;
}) {
  const { stop, resume, busy } = watched;
  if (isActive(run)) {
    if (stop === undefined) return null;
    return busy === 'stop' ? (
      <p className={flow.subtle}>{words.stopping}</p>
    ) : (
      <Button onClick={stop}>{words.stop}</Button>
    );
  }
  return (
    <>
      <Button appearance="subtle" onClick={onPlan}>
        {run.kind === 'undo' ? words.backToUndo : words.backToPlan}
      </Button>
      {run.state === 'stopped' ? (
        <Button appearance="primary" isLoading={busy === 'resume'} onClick={resume}>
          {words.resume}
        </Button>
      ) : null}
    </>
  );
}

/** Done, what stopped or is being made, and what is left; the words stand above. */
function RunBar({ run }: { readonly run: SetupRun }) {
  const { done, count } = doneOf(run);
  const failed = run.state === 'failed';
  const current = run.state === 'done' || run.state === 'stopped' ? 0 : Math.min(1, count - done);
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={words.bar}
      aria-valuemin={0}
      aria-valuemax={count}
      aria-valuenow={done}
    >
      <span className={styles.trackDone} style={{ flexGrow: done }} />
      {current === 0 ? null : (
        <span className={failed ? styles.trackFailed : styles.trackNow} style={{ flexGrow: current }} />
      )}
      <span style={{ flexGrow: Math.max(0, count - done - current) }} />
    </div>
  );
}

/** Jira asked for a pause: counts down, and says that nobody has to do anything. */
function Pause({ until }: { readonly until: string | undefined }) {
  const [seconds] = useState(() => secondsUntil(until));
  const left = useCountdown(seconds, () => undefined);
  return (
    <p className={styles.pause} aria-live="off">
      {left > 0 ? fill(words.pauseUntil, { time: durationWords(left * 1000) }) : words.pauseOver}
    </p>
  );
}

function secondsUntil(iso: string | undefined): number {
  return iso === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(iso) - Date.now()) / 1000));
}

function OriginNote({ origin, active }: { readonly origin: RunOrigin; readonly active: boolean }): ReactNode {
  if (origin === 'started' || (origin === 'found' && !active)) return null;
  const [heading, text] = origin === 'joined' ? [words.joined, words.joinedBody] : [words.found, words.foundBody];
  return (
    <div className={flow.note}>
      <Note look="information" heading={heading}>
        <p>{text}</p>
      </Note>
    </div>
  );
}

/** The list stays while nobody answers. */
function LostNote({
  watched: { lost, heardAt, run },
  timezone,
}: {
  readonly watched: WatchedRun;
  readonly timezone: string;
}) {
  if (lost === undefined || heardAt === undefined) return null;
  const time = clockSeconds(heardAt.toISOString(), timezone);
  return (
    <div className={flow.note} role="status">
      <Note look="warning" heading={fill(words.lost, { time })}>
        <p>{isActive(run) ? words.lostBody : words.lostBodyStill}</p>
      </Note>
    </div>
  );
}

function Refused({ watched: { refused } }: { readonly watched: WatchedRun }) {
  if (refused === undefined) return null;
  const { heading, body } = common.errors[refused.code];
  return (
    <div className={flow.note} role="alert">
      <Note look="error" heading={words.notResumed}>
        <p>
          {heading}. {body} <code className={flow.code}>{refused.code}</code>
        </p>
      </Note>
    </div>
  );
}

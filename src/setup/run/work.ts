/**
 * A job: takes the turn, does steps one after the other as the app, writes down each, and hands over before its time is
 * used up. It may come twice, late, or be killed anywhere: nothing is done twice, and the next job goes on.
 */
import { isToStop, readSetupRun, writeSetupRun, type StoredRun, type StoredStep } from '../../storage/setup-run';
import { takeTurn } from '../../storage/lease';
import { giveAvatar } from '../site/issue-type-step';
import { stepName } from '../step-name';
import { stepContext, StepRefusal, type StepContext, type StepOutcome } from '../step-context';
import { without } from '../without';
import { doStep } from './do-step';
import { completeSite, leaveSite } from './site-completion';
import { isUnderWay } from './run-view';
import type { SetUpJob, Worker } from './machine';
import { stepErrorOf } from './step-error';

const JOB = {
  /** No step begins after that. The function has 55 s (manifest.yml), and no step takes longer than the rest. */
  workMilliseconds: 20_000,
  /** From then on a job is dead for sure. */
  lifeMilliseconds: 60_000,
  /** Between two looks at something that Jira is busy with … */
  notYetSeconds: 5,
  /** … and how long it is looked at before an admin is asked. */
  notYetMilliseconds: 15 * 60_000,
  /** Longer pauses than the queue can wait are not waited for. */
  longestPauseSeconds: 900,
  pausesMost: 3,
} as const;

const AVATAR_STEP = stepName({ part: 'issueType' });

/** @returns after how many seconds the same job should come again; `undefined` when it is done with. */
export async function workOn(worker: Worker, job: SetUpJob, isRetry: boolean): Promise<number | undefined> {
  const run = await readSetupRun();
  if (!isUnderWay(run) || run.id !== job.runId) return undefined;
  // A job that failed may have ended between writing down and sending the next one; another one is late or came twice.
  if (job.turn < run.turn && !(isRetry && run.state === 'running')) return undefined;
  const now = worker.now().getTime();
  const taken = await takeTurn('set-up-lease', run.id, run.turn, { now, milliseconds: JOB.lifeMilliseconds });
  if ('takenUntil' in taken) return isRetry ? Math.ceil((taken.takenUntil - now) / 1000) : undefined;
  // What the owner of the turn before wrote last.
  const current = await readSetupRun();
  if (!isUnderWay(current) || current.id !== run.id) return undefined;
  await work(worker, { ...without(current, 'endedAt', 'waitsUntil'), state: 'running', turn: taken.turn });
  return undefined;
}

async function work(worker: Worker, begun: StoredRun): Promise<void> {
  const context = await stepContext(worker.jira);
  await knowProjects(context, begun.projectIds);
  const until = worker.now().getTime() + JOB.workMilliseconds;
  let run = begun;
  for (;;) {
    if (worker.now().getTime() > run.authorisedUntil || (await isToStop(run))) return end(worker, run, 'stopped');
    const at = run.steps.findIndex(({ state }) => state !== 'done');
    const step = run.steps[at];
    if (step === undefined) {
      // Jira may have refused the picture a moment ago.
      if (run.steps.some((each) => each.step === AVATAR_STEP && run.kind === 'apply')) await giveAvatar(context);
      await completeSite(context, run);
      return end(worker, run, 'done');
    }
    if (worker.now().getTime() > until) return handOver(worker, run, 0);
    if (step.state !== 'running') run = await write(worker, withStep(run, at, running(worker, step)));
    const next = await attempt(worker, context, run, at);
    if (next === undefined) return;
    run = next;
  }
}

/** @returns the run with the step done, or `undefined` when this job ends here. */
async function attempt(
  worker: Worker,
  context: StepContext,
  run: StoredRun,
  at: number,
): Promise<StoredRun | undefined> {
  const step = run.steps[at] as StoredStep;
  const started = worker.now().getTime();
  const measured = (): StoredStep => ({
    ...step,
    milliseconds: (step.milliseconds ?? 0) + (worker.now().getTime() - started),
  });
  let outcome: StepOutcome;
  try {
    if (step.projectId !== undefined) await completeSite(context, run);
    else if (run.kind === 'undo') await leaveSite(context);
    outcome = await doStep(worker, context, run, step);
  } catch (error) {
    await fail(worker, withStep(run, at, measured()), at, error);
    return undefined;
  }
  if (outcome.state === 'notYet') {
    if (started - (step.begunAt ?? started) > JOB.notYetMilliseconds) {
      await fail(worker, withStep(run, at, measured()), at, new StepRefusal('conflict'));
      return undefined;
    }
    await handOver(worker, withStep(run, at, measured()), JOB.notYetSeconds);
    return undefined;
  }
  const { state, ...result } = outcome;
  const done = withStep(run, at, { ...measured(), state, ...result, endedAt: worker.now().toISOString() });
  const next = done.steps[at + 1];
  return write(worker, next === undefined ? done : withStep(done, at + 1, running(worker, next)));
}

/** Undo of everything has to find every project again. */
async function knowProjects(context: StepContext, projectIds: readonly string[]): Promise<void> {
  const known = context.record().projectIds;
  const added = projectIds.filter((id) => !known.includes(id));
  if (added.length > 0) await context.save((record) => ({ ...record, projectIds: [...record.projectIds, ...added] }));
}

/** Jira's "later" is waited for, a few times; everything else waits for an admin. */
async function fail(worker: Worker, run: StoredRun, at: number, cause: unknown): Promise<void> {
  const step = run.steps[at] as StoredStep;
  const error = stepErrorOf(cause);
  const { retryAfterSeconds } = error;
  await worker.report(step.step, error.code, cause);
  const isPause =
    error.code === 'rate-limited' &&
    retryAfterSeconds !== undefined &&
    retryAfterSeconds <= JOB.longestPauseSeconds &&
    step.pauses < JOB.pausesMost;
  const now = worker.now();
  if (isPause) {
    const waitsUntil = new Date(now.getTime() + retryAfterSeconds * 1000).toISOString();
    const paused = withStep(run, at, { ...step, state: 'waits', pauses: step.pauses + 1 });
    await handOver(worker, { ...paused, state: 'waiting', waitsUntil }, retryAfterSeconds);
    return;
  }
  const failed = withStep(run, at, { ...step, state: 'failed', error, endedAt: now.toISOString() });
  await end(worker, failed, 'failed');
}

async function handOver(worker: Worker, run: StoredRun, delaySeconds: number): Promise<void> {
  const turn = run.turn + 1;
  await write(worker, { ...run, turn });
  await worker.push({ runId: run.id, turn }, delaySeconds);
}

async function end(worker: Worker, run: StoredRun, state: 'done' | 'failed' | 'stopped'): Promise<void> {
  const steps = run.steps.map((step): StoredStep => (step.state === 'running' ? { ...step, state: 'waits' } : step));
  await write(worker, { ...run, state, steps, turn: run.turn + 1, endedAt: worker.now().toISOString() });
}

async function write(worker: Worker, run: StoredRun): Promise<StoredRun> {
  const moved = { ...run, movedAt: worker.now().getTime() };
  await writeSetupRun(moved);
  return moved;
}

function running(worker: Worker, step: StoredStep): StoredStep {
  return { ...without(step, 'error', 'endedAt'), state: 'running', begunAt: step.begunAt ?? worker.now().getTime() };
}

function withStep(run: StoredRun, at: number, step: StoredStep): StoredRun {
  return { ...run, steps: run.steps.map((other, index) => (index === at ? step : other)) };
}

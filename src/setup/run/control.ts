/**
 * Starting, stopping and resuming the one run of the site, and looking at it. Every function here stands behind the
 * guard: it is what gives a run its hour.
 */
import { Refusal } from '../../commands/refusal';
import type { SetupPlan, UndoPlan } from '../../contract/set-up';
import { takeTurn } from '../../storage/lease';
import {
  beginSetupRun,
  begunAfter,
  forgetStop,
  readSetupRun,
  recordWoken,
  wishToStop,
  wokenAt,
  writeSetupRun,
  type StoredRun,
  type StoredStep,
} from '../../storage/setup-run';
import type { Machine } from './machine';
import { AUTHORISED_MILLISECONDS } from './new-run';
import { without } from '../without';
import { isUnderWay } from './run-view';

/** A run that did not move for so long has lost its job. */
const STILL_MILLISECONDS = 20_000;
/** From then on a resolver is dead for sure. */
const RESOLVER_MILLISECONDS = 30_000;

/** The run under way or the last one. */
export async function currentRun({ now }: Machine): Promise<StoredRun | undefined> {
  const run = await readSetupRun();
  if (isUnderWay(run)) return run;
  return (await begunAfter(run, now().getTime())) ?? run;
}

/**
 * Where a run is under way, answers with that one and starts nothing. Where nothing is to be done, the answer is a run
 * that is done, and nothing is remembered of it.
 * @throws Refusal `conflict` when the site is no longer as the plan saw it, or the plan cannot be done.
 */
export async function startRun<Plan extends SetupPlan | UndoPlan>(
  machine: Machine,
  readPlan: () => Promise<Plan>,
  digest: string,
  runOf: (plan: Plan) => StoredRun | undefined,
): Promise<StoredRun> {
  const last = await currentRun(machine);
  if (isUnderWay(last)) {
    await wake(machine, last);
    return last;
  }
  const plan = await readPlan();
  if (plan.digest !== digest) throw new Refusal('conflict');
  const run = runOf(plan);
  if (run === undefined) throw new Refusal('conflict');
  if (run.steps.length === 0) return { ...run, state: 'done', endedAt: run.startedAt };
  const begun = await beginSetupRun(run, last);
  if (begun.id === run.id) await send(machine, run);
  return begun;
}

/** After the step at hand. */
export async function stopRun(machine: Machine, runId: string): Promise<StoredRun> {
  const run = await runNamed(machine, runId);
  if (!isUnderWay(run)) return run;
  await wishToStop(run);
  // Where no job is at it, nobody else would do it.
  return (
    (await change(machine, run, (current) => ({
      ...without(current, 'waitsUntil'),
      state: 'stopped',
      endedAt: machine.now().toISOString(),
      steps: current.steps.map(waits),
    }))) ?? run
  );
}

/** Goes on with the first step that is not done, authorised anew. */
export async function resumeRun(machine: Machine, run: StoredRun): Promise<StoredRun> {
  if (run.state === 'done') return run;
  if (isUnderWay(run)) {
    await wake(machine, run);
    return run;
  }
  await forgetStop();
  const resumed = await change(machine, run, (current) => ({
    ...without(current, 'endedAt'),
    state: 'running',
    authorisedUntil: machine.now().getTime() + AUTHORISED_MILLISECONDS,
    steps: current.steps.map((step): StoredStep => ({ ...waits(step), pauses: 0 })),
  }));
  if (resumed === undefined) return (await readSetupRun()) ?? run;
  await send(machine, resumed);
  return resumed;
}

/** Sends another job after a run that does not move; a job that is only slow is not disturbed by it. */
export async function wake(machine: Machine, run: StoredRun): Promise<void> {
  if (!isUnderWay(run)) return;
  const now = machine.now().getTime();
  const since = Math.max(run.movedAt, run.waitsUntil === undefined ? 0 : Date.parse(run.waitsUntil));
  if (now - since < STILL_MILLISECONDS || now - (await wokenAt(run)) < STILL_MILLISECONDS) return;
  await recordWoken(run, now);
  await send(machine, run);
}

/** @throws Refusal `not-found` for another run than the one that is there. */
export async function runNamed(machine: Machine, runId: string): Promise<StoredRun> {
  const run = await currentRun(machine);
  if (run?.id !== runId) throw new Refusal('not-found');
  return run;
}

/** @returns `undefined` when a job or another admin has the turn. */
async function change(
  { now }: Machine,
  run: StoredRun,
  how: (current: StoredRun) => StoredRun,
): Promise<StoredRun | undefined> {
  const at = now().getTime();
  const taken = await takeTurn('set-up-lease', run.id, run.turn, { now: at, milliseconds: RESOLVER_MILLISECONDS });
  if ('takenUntil' in taken) return undefined;
  const current = await readSetupRun();
  if (current?.id !== run.id || current.state !== run.state) return current;
  const changed = { ...how(current), movedAt: at, turn: taken.turn + 1 };
  await writeSetupRun(changed);
  return changed;
}

/** A run whose first job could not be sent is woken by whoever looks at it. */
async function send(machine: Machine, { id, turn }: StoredRun): Promise<void> {
  try {
    await machine.push({ runId: id, turn }, 0);
  } catch (error) {
    await machine.report('push', 'internal', error);
  }
}

function waits(step: StoredStep): StoredStep {
  if (step.state === 'done') return step;
  return { ...without(step, 'error', 'endedAt', 'begunAt'), state: 'waits' };
}

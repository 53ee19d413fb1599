/**
 * Reconstructs the days before a project's history began: what a person starts and sees. The work is in rebuild-work.ts.
 */
import type { Rebuild } from '../contract/trends';
import { readProjectSetup } from '../storage/project-setup';
import { readRebuildRun, writeRebuildRun, type RebuildRun } from '../storage/rebuild-run';
import { Refusal } from './refusal';

/** One job of a reconstruction. */
export interface RebuildJob {
  readonly projectId: string;
  readonly runId: string;
  /** The turn it was sent for, by which a double one is known. */
  readonly turn: number;
}

export interface RebuildMachine {
  push(job: RebuildJob, delaySeconds: number): Promise<void>;
  now(): Date;
  newId(): string;
}

/** A run that was not heard of for so long lost its job. Longer than any pause. */
const LOST_MS = 20 * 60_000;

/** The last one; one that lost its job failed. @throws Refusal `not-set-up` */
export async function readRebuild(machine: RebuildMachine, projectId: string): Promise<{ readonly last?: Rebuild }> {
  const [project, run] = await Promise.all([readProjectSetup(projectId), readRebuildRun(projectId)]);
  if (project === undefined) throw new Refusal('not-set-up');
  return run === undefined ? {} : { last: standing(machine, run) };
}

function standing(machine: RebuildMachine, { rebuild, movedAt }: RebuildRun): Rebuild {
  const isLost = rebuild.state === 'running' && machine.now().getTime() - movedAt > LOST_MS;
  return isLost ? { ...rebuild, state: 'failed', endedAt: new Date(movedAt).toISOString() } : rebuild;
}

/** Begins one; where one is at it, answers with that one. @throws Refusal `not-set-up` */
export async function rebuildTrend(machine: RebuildMachine, projectId: string): Promise<Rebuild> {
  const { last } = await readRebuild(machine, projectId);
  if (last?.state === 'running') return last;
  const now = machine.now();
  const run: RebuildRun = {
    version: 1,
    id: machine.newId(),
    turn: 1,
    movedAt: now.getTime(),
    pauses: 0,
    rebuild: { state: 'running', startedAt: now.toISOString(), looked: 0, days: 0 },
  };
  await writeRebuildRun(projectId, run);
  await machine.push({ projectId, runId: run.id, turn: run.turn }, 0);
  return run.rebuild;
}

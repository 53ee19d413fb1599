/**
 * Has the levels of a project's risks follow its bands: what a person starts and sees. The work is in levels-run.ts.
 */
import type { Recalculation } from '../contract/risks';
import { areSameBands, DEFAULT_BANDS, type LevelBands } from '../domain/level';
import type { ProjectSetup } from '../domain/site-setup';
import { readProjectSetup } from '../storage/project-setup';
import {
  isFulfilled,
  LEVELS_LOG,
  readLevelsRun,
  readLevelsWish,
  writeLevelsWish,
  type LevelsRun,
  type LevelsWish,
} from '../storage/recalculation';
import { Refusal } from './refusal';

/** One job: goes on with what the project wishes for, whatever that is by then. */
export interface LevelsJob {
  readonly projectId: string;
  /** Of a job that another one handed over to: the turn it was sent for, by which a double one is known. */
  readonly turn?: number;
}

export interface LevelsMachine {
  push(job: LevelsJob, delaySeconds: number): Promise<void>;
  now(): Date;
  newId(): string;
}

/** A run that was not heard of for so long lost its job. */
const LOST_MS = 20 * 60_000;
/** One that Jira stopped is not begun again before that, unless a person asks. */
const FAILED_MS = 24 * 60 * 60_000;

export interface Recalculations {
  readonly last?: Recalculation;
  readonly log: readonly Recalculation[];
}

/**
 * After the bands were saved.
 * @param from the bands before; missing where the same ones are looked at again.
 */
export async function wishForLevels(machine: LevelsMachine, projectId: string, from?: LevelBands): Promise<void> {
  const wish: LevelsWish = { version: 1, id: machine.newId(), at: machine.now().getTime(), ...(from ? { from } : {}) };
  await writeLevelsWish(projectId, wish);
  await machine.push({ projectId }, 0);
}

/** The last one, and those that ended, the newest first. @throws Refusal `not-set-up` */
export async function readRecalculations(projectId: string): Promise<Recalculations> {
  const [project, wish, run] = await Promise.all([
    readProjectSetup(projectId),
    readLevelsWish(projectId),
    readLevelsRun(projectId),
  ]);
  if (project === undefined) throw new Refusal('not-set-up');
  const known = run === undefined ? [] : [run.recalculation, ...run.log];
  const ended = known.filter(({ state }) => state !== 'running').slice(0, LEVELS_LOG);
  // No job has begun with it yet.
  const waits = wish !== undefined && wish.id !== run?.id ? waiting(wish, project.settings.bands) : undefined;
  const last = waits ?? run?.recalculation;
  return last === undefined ? { log: ended } : { last, log: ended };
}

function waiting({ at, from }: LevelsWish, to: LevelBands): Recalculation {
  const base = {
    state: 'running',
    to,
    startedAt: new Date(at).toISOString(),
    looked: 0,
    changed: 0,
    failed: 0,
  } as const;
  return from === undefined ? base : { ...base, from };
}

/**
 * Starts one for the bands that hold, or wakes one whose job was lost; where one is at it, answers with that one.
 * @throws Refusal `not-set-up`
 */
export async function recalculateLevels(machine: LevelsMachine, projectId: string): Promise<Recalculation> {
  const { last } = await readRecalculations(projectId);
  if (last?.state !== 'running') await wishForLevels(machine, projectId);
  else await wakeLost(machine, projectId, await readBoth(projectId));
  const { last: now } = await readRecalculations(projectId);
  if (now === undefined) throw new Error('the wish for a recalculation was not stored');
  return now;
}

interface Both {
  readonly wish: LevelsWish | undefined;
  readonly run: LevelsRun | undefined;
}

async function readBoth(projectId: string): Promise<Both> {
  const [wish, run] = await Promise.all([readLevelsWish(projectId), readLevelsRun(projectId)]);
  return { wish, run };
}

/** A job too many does nothing. */
async function wakeLost(machine: LevelsMachine, projectId: string, { wish, run }: Both): Promise<void> {
  const heard = Math.max(wish?.at ?? 0, run?.movedAt ?? 0);
  // Either way: the clocks of two machines differ, and one may have been set back.
  if (Math.abs(machine.now().getTime() - heard) > LOST_MS) await machine.push({ projectId }, 0);
}

/**
 * What saving the bands began and nobody went on with: a wish whose job Forge gave up; bands that were saved by a function
 * that died before it could wish; a run that Jira stopped, once a day. Two reads of storage where nothing is wrong.
 */
export async function wakeLevels(machine: LevelsMachine, { projectId, settings }: ProjectSetup): Promise<void> {
  const both = await readBoth(projectId);
  const { wish, run } = both;
  if (wish !== undefined && !isFulfilled(wish, run)) return wakeLost(machine, projectId, both);
  const last = run?.recalculation;
  // Its wish is gone, and without one no job goes on.
  if (last?.state === 'running') return wishForLevels(machine, projectId, last.from);
  const by = last?.to ?? DEFAULT_BANDS;
  if (!areSameBands(by, settings.bands)) {
    // They may have been saved, and followed, since whoever asks read the settings.
    const now = (await readProjectSetup(projectId))?.settings.bands;
    if (now !== undefined && !areSameBands(by, now)) await wishForLevels(machine, projectId, by);
    return;
  }
  const ended = last?.state === 'failed' ? Date.parse(last.endedAt ?? last.startedAt) : undefined;
  if (ended !== undefined && Math.abs(machine.now().getTime() - ended) > FAILED_MS)
    await wishForLevels(machine, projectId, last?.from);
}

/** Whether the levels of this project are about to follow its bands. */
export async function areLevelsToFollow(projectId: string): Promise<boolean> {
  const { wish, run } = await readBoth(projectId);
  return wish !== undefined && !isFulfilled(wish, run);
}

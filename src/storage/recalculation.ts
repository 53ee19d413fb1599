/**
 * How far the levels of a project follow its bands. Three values for each project: the wish that saving the bands leaves,
 * written by whoever saves; the run that fulfils it, written only by the job whose turn it is; and the risks of that run.
 */
import * as v from 'valibot';
import type { Recalculation } from '../contract/risks';
import { keyOfId, readProgress, removeValue, writeValue, type Entry } from './kvs';

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const bands = v.object({ Medium: whole, High: whole, Critical: whole });

/** Somebody wants the levels to follow the bands. */
export interface LevelsWish {
  readonly version: 1;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The bands before; missing where the same ones are looked at again. */
  readonly from?: Recalculation['from'];
}

const recalculation: v.GenericSchema<unknown, Recalculation> = v.object({
  state: v.picklist(['running', 'done', 'failed']),
  from: v.exactOptional(bands),
  to: bands,
  startedAt: v.string(),
  endedAt: v.exactOptional(v.string()),
  total: v.exactOptional(whole),
  looked: whole,
  changed: whole,
  failed: whole,
});

export interface LevelsRun {
  readonly version: 1;
  /** Of the wish that it fulfils. */
  readonly id: string;
  /** The turn that may write this next, or has it (lease.ts). Never goes back. */
  readonly turn: number;
  /** Milliseconds since 1970: when it was last heard of. */
  readonly movedAt: number;
  /** How often Jira asked it to wait. */
  readonly pauses: number;
  /** How often the risks were listed. */
  readonly lists: number;
  /** Risks that are about to be written: whether they were, a job that comes after a killed one can see. */
  readonly pending: readonly string[];
  readonly recalculation: Recalculation;
  /** Those before, the newest first. */
  readonly log: readonly Recalculation[];
}

/** Done, or given up. */
export function isFulfilled(wish: LevelsWish, run: LevelsRun | undefined): boolean {
  return run?.id === wish.id && run.recalculation.state !== 'running';
}

/** Kept of those before. */
export const LEVELS_LOG = 20;

const wishSchema: v.GenericSchema<unknown, LevelsWish> = v.object({
  version: v.literal(1),
  id: uuid,
  at: whole,
  from: v.exactOptional(bands),
});

const runSchema: v.GenericSchema<unknown, LevelsRun> = v.object({
  version: v.literal(1),
  id: uuid,
  turn: v.pipe(whole, v.minValue(1)),
  movedAt: whole,
  pauses: whole,
  lists: whole,
  pending: v.array(id),
  recalculation,
  log: v.array(recalculation),
});

function wishEntry(projectId: string): Entry<LevelsWish> {
  return { key: keyOfId('levels-wish', projectId), schema: wishSchema };
}

function runEntry(projectId: string): Entry<LevelsRun> {
  return { key: keyOfId('levels-run', projectId), schema: runSchema };
}

export async function readLevelsWish(projectId: string): Promise<LevelsWish | undefined> {
  return readProgress(wishEntry(projectId));
}

export async function writeLevelsWish(projectId: string, wish: LevelsWish): Promise<void> {
  return writeValue(wishEntry(projectId), wish);
}

export async function readLevelsRun(projectId: string): Promise<LevelsRun | undefined> {
  return readProgress(runEntry(projectId));
}

/** Only for whoever has the turn. */
export async function writeLevelsRun(projectId: string, run: LevelsRun): Promise<void> {
  return writeValue(runEntry(projectId), { ...run, log: run.log.slice(0, LEVELS_LOG) });
}

/** The risks of a run, in the order in which they are looked at. */
export interface LevelsList {
  readonly runId: string;
  readonly ids: readonly string[];
}

/** What one stored value holds with room to spare (240 KiB). More risks than that are not looked at. */
export const LISTED_MOST = 10_000;

function listEntry(projectId: string): Entry<LevelsList> {
  return { key: keyOfId('levels-list', projectId), schema: v.object({ runId: uuid, ids: v.array(id) }) };
}

/** None for a run that has not listed them yet. */
export async function readLevelsList(projectId: string, runId: string): Promise<readonly string[]> {
  const list = await readProgress(listEntry(projectId));
  return list?.runId === runId ? list.ids : [];
}

/** Only for whoever has the turn. */
export async function writeLevelsList(projectId: string, list: LevelsList): Promise<void> {
  return writeValue(listEntry(projectId), list);
}

export async function removeLevelsList(projectId: string): Promise<void> {
  return removeValue(listEntry(projectId));
}

/** Everything about a project's levels. A job that is at it finds no wish any more, and ends. */
export async function removeRecalculation(projectId: string): Promise<void> {
  for (const each of [wishEntry(projectId), runEntry(projectId), listEntry(projectId)]) await removeValue(each);
}

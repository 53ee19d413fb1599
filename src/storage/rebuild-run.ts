/**
 * How far the reconstruction of a project's history is: one value a project, written only by the job whose turn it is.
 */
import * as v from 'valibot';
import type { Rebuild } from '../contract/trends';
import { isIsoDay } from '../domain/day';
import type { RiskTally } from '../domain/rebuilt-trend';
import { keyOfId, readProgress, removeValue, writeValue, type Entry } from './kvs';

const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

export interface RebuildRun {
  readonly version: 1;
  readonly id: string;
  /** The turn that may write this next, or has it (lease.ts). */
  readonly turn: number;
  /** Milliseconds since 1970: when it was last heard of. */
  readonly movedAt: number;
  /** How often Jira asked it to wait. */
  readonly pauses: number;
  readonly rebuild: Rebuild;
  /** Of the risks looked at; missing before the first one. */
  readonly tally?: RiskTally;
  /** Where the next page begins; Jira's own, lives for seven days. */
  readonly token?: string;
  /** The number in the key of the last risk that was counted: those up to it are not counted again. */
  readonly after?: number;
}

const rebuild: v.GenericSchema<unknown, Rebuild> = v.object({
  state: v.picklist(['running', 'done', 'failed']),
  startedAt: v.string(),
  endedAt: v.exactOptional(v.string()),
  total: v.exactOptional(whole),
  looked: whole,
  days: whole,
});

const tally: v.GenericSchema<unknown, RiskTally> = v.object({
  from: v.pipe(
    v.string(),
    v.check((text) => isIsoDay(text)),
  ),
  before: whole,
  created: v.array(whole),
  closed: v.array(whole),
  knownUntil: whole,
});

const schema: v.GenericSchema<unknown, RebuildRun> = v.object({
  version: v.literal(1),
  id: uuid,
  turn: v.pipe(whole, v.minValue(1)),
  movedAt: whole,
  pauses: whole,
  rebuild,
  tally: v.exactOptional(tally),
  token: v.exactOptional(v.pipe(v.string(), v.maxLength(20_000))),
  after: v.exactOptional(whole),
});

function entry(projectId: string): Entry<RebuildRun> {
  return { key: keyOfId('rebuild-run', projectId), schema };
}

/** The one under way, or the last one. One that cannot be read is none. */
export async function readRebuildRun(projectId: string): Promise<RebuildRun | undefined> {
  return readProgress(entry(projectId));
}

export async function writeRebuildRun(projectId: string, run: RebuildRun): Promise<void> {
  return writeValue(entry(projectId), run);
}

export async function removeRebuildRun(projectId: string): Promise<void> {
  return removeValue(entry(projectId));
}

/**
 * The run of set-up that is under way, or the last one. There is one at a time for the whole site.
 */
import * as v from 'valibot';
import type { AppError, ErrorCode } from '../contract/result';
import type { PlanAction, RunKind, RunState, RunStep } from '../contract/set-up';
import { createValue, readValue, removeValue, writeValue, type Entry } from './kvs';

/** What the plan said that a step does where there was something to decide. */
export type Choice =
  | { readonly decision: 'otherName'; readonly name: string }
  | { readonly decision: 'useTheirs'; readonly id: string }
  | { readonly decision: 'copy' | 'changeAll' };

export interface StoredStep extends RunStep {
  /** Apply: what the plan said. */
  readonly planned?: PlanAction;
  readonly choice?: Choice;
  /** Pauses that Jira asked for so far. */
  readonly pauses: number;
  /** Milliseconds since 1970: when a job first began with it. */
  readonly begunAt?: number;
}

export interface StoredRun {
  readonly version: 1;
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly waitsUntil?: string;
  /** Milliseconds since 1970: until then jobs may act on the word of the admin who started or resumed it. */
  readonly authorisedUntil: number;
  /** Milliseconds since 1970: when it was last written. */
  readonly movedAt: number;
  /** The turn that may write this record next, or has it (lease.ts). */
  readonly turn: number;
  readonly projectIds: readonly string[];
  /** Also puts right what is only not as set-up made it, such as a name. */
  readonly thorough: boolean;
  /** Undo by somebody who is no Jira admin: nothing changes that other projects use too. */
  readonly ownOnly: boolean;
  readonly steps: readonly StoredStep[];
}

/** A run that was replaced is not asked for again. */
const CLAIM_LIFETIME = { days: 7 };

const runId = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

const error: v.GenericSchema<unknown, AppError> = v.object({
  code: v.custom<ErrorCode>((code) => typeof code === 'string'),
  retryAfterSeconds: v.exactOptional(v.number()),
  message: v.exactOptional(v.string()),
});

const choice: v.GenericSchema<unknown, Choice> = v.variant('decision', [
  v.object({ decision: v.literal('otherName'), name: v.string() }),
  v.object({ decision: v.literal('useTheirs'), id: v.string() }),
  v.object({ decision: v.picklist(['copy', 'changeAll']) }),
]);

const step: v.GenericSchema<unknown, StoredStep> = v.object({
  step: v.string(),
  kind: v.picklist(['issueType', 'riskField', 'storyField', 'linkType', 'status', 'workflow', 'screen', 'project']),
  name: v.string(),
  projectId: v.exactOptional(id),
  state: v.picklist(['waits', 'running', 'done', 'failed']),
  result: v.exactOptional(v.picklist(['created', 'adopted', 'repaired', 'alreadyRight', 'removed', 'kept'])),
  kept: v.exactOptional(v.picklist(['usedByIssues', 'usedByProjects', 'notMadeByUs', 'changedByOthers'])),
  issues: v.exactOptional(v.number()),
  milliseconds: v.exactOptional(v.number()),
  endedAt: v.exactOptional(v.string()),
  error: v.exactOptional(error),
  planned: v.exactOptional(v.picklist(['create', 'adopt', 'alreadyRight', 'repair', 'conflict'])),
  choice: v.exactOptional(choice),
  pauses: v.number(),
  begunAt: v.exactOptional(v.number()),
});

const schema: v.GenericSchema<unknown, StoredRun> = v.object({
  version: v.literal(1),
  id: runId,
  kind: v.picklist(['apply', 'undo']),
  state: v.picklist(['running', 'waiting', 'failed', 'stopped', 'done']),
  startedAt: v.string(),
  endedAt: v.exactOptional(v.string()),
  waitsUntil: v.exactOptional(v.string()),
  authorisedUntil: v.number(),
  movedAt: v.number(),
  turn: v.number(),
  projectIds: v.array(id),
  thorough: v.boolean(),
  ownOnly: v.boolean(),
  steps: v.array(step),
});

/** Of a run as another version of the app wrote it, only this is known; it can be followed by one of ours. */
const ofAnotherVersion: v.GenericSchema<unknown, StoredRun> = v.pipe(
  v.object({ id: runId, startedAt: v.string() }),
  v.transform(({ id: known, startedAt }): StoredRun => {
    const over = { state: 'failed', startedAt, endedAt: startedAt, authorisedUntil: 0, movedAt: 0 } as const;
    const nothing = { projectIds: [], thorough: false, ownOnly: false, steps: [] } as const;
    return { version: 1, id: known, kind: 'apply', turn: 1, ...over, ...nothing };
  }),
);

const ENTRY: Entry<StoredRun> = { key: 'set-up-run', schema: v.union([schema, ofAnotherVersion]) };

export async function readSetupRun(): Promise<StoredRun | undefined> {
  return readValue(ENTRY);
}

/** Only for whoever has the turn. */
export async function writeSetupRun(run: StoredRun): Promise<void> {
  return writeValue(ENTRY, run);
}

/** Whoever begins a run writes it within so many milliseconds, or was stopped before that. */
const BEGINNING = 30_000;

/** The place of the run after this one. */
function successor(after: StoredRun | undefined): Entry<StoredRun> {
  return { key: `set-up-run-after:${after?.id ?? 'none'}`, schema };
}

/**
 * Puts a run in the place of the last one. Of several that begin at once exactly one does.
 * @returns the run that is under way then; it is `run` for the one who was first.
 */
export async function beginSetupRun(run: StoredRun, after: StoredRun | undefined): Promise<StoredRun> {
  if (await createValue(successor(after), run, CLAIM_LIFETIME)) {
    await writeSetupRun(run);
    return run;
  }
  return (await begunAfter(after, Date.parse(run.startedAt))) ?? run;
}

/**
 * The run that was begun in the place of this one. Where whoever began it was stopped before writing it, that is done
 * now.
 */
export async function begunAfter(after: StoredRun | undefined, now: number): Promise<StoredRun | undefined> {
  const begun = await readValue(successor(after));
  if (begun === undefined) return undefined;
  const current = await readSetupRun();
  if (current?.id !== after?.id) return current;
  if (now > Date.parse(begun.startedAt) + BEGINNING) await writeSetupRun(begun);
  return begun;
}

interface StopWish {
  readonly runId: string;
}
const STOP: Entry<StopWish> = { key: 'set-up-stop', schema: v.object({ runId }) };

/** Somebody wants the run to stop; whoever has the turn does so after the step at hand. */
export async function wishToStop(run: Pick<StoredRun, 'id'>): Promise<void> {
  return writeValue(STOP, { runId: run.id });
}

export async function isToStop(run: Pick<StoredRun, 'id'>): Promise<boolean> {
  return (await readValue(STOP))?.runId === run.id;
}

export async function forgetStop(): Promise<void> {
  return removeValue(STOP);
}

interface Woken {
  readonly runId: string;
  readonly at: number;
}
const WOKEN: Entry<Woken> = { key: 'set-up-woken', schema: v.object({ runId, at: v.number() }) };

/** @returns when a job was last sent after a run that did not move; milliseconds since 1970, 0 for never. */
export async function wokenAt(run: Pick<StoredRun, 'id'>): Promise<number> {
  const woken = await readValue(WOKEN);
  return woken?.runId === run.id ? woken.at : 0;
}

export async function recordWoken(run: Pick<StoredRun, 'id'>, at: number): Promise<void> {
  return writeValue(WOKEN, { runId: run.id, at });
}

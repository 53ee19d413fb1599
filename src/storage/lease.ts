/**
 * Turns at a run of jobs: whoever has the turn may do its work and write its record, and nobody else. Forge delivers
 * a job at least once, possibly twice at the same time, and a killed function tells nobody; a turn is taken with a write
 * that only one can win (`FAIL_IF_EXISTS`) and ends by itself.
 */
import * as v from 'valibot';
import { createValue, readValue, type Entry } from './kvs';

/** Long enough that no function is alive any more when a turn is forgotten. */
const LIFETIME = { days: 2 };
/** Turns looked at; each is a job, and no run has so many dead ones in a row. */
const TURNS_MOST = 200;

interface Turn {
  /** Milliseconds since 1970: from then on its owner is dead for sure. */
  readonly until: number;
}

const schema: v.GenericSchema<unknown, Turn> = v.object({ until: v.number() });

/** Kinds of runs; each has its own places. */
export type LeaseLine =
  'set-up-lease' | 'reconcile-lease' | 'levels-lease' | 'digest-lease' | 'snapshot-lease' | 'rebuild-lease';

function entry(line: LeaseLine, runId: string, turn: number): Entry<Turn> {
  return { key: `${line}:${runId}:${turn}`, schema };
}

/**
 * Takes the first turn that is free, passing those whose owner is dead.
 * @param from the turn that the run's record names.
 * @returns its number; or until when somebody has it who may be alive.
 */
export async function takeTurn(
  line: LeaseLine,
  runId: string,
  from: number,
  { now, milliseconds }: { readonly now: number; readonly milliseconds: number },
): Promise<{ readonly turn: number } | { readonly takenUntil: number }> {
  for (let turn = from; turn < from + TURNS_MOST; turn += 1) {
    if (await createValue(entry(line, runId, turn), { until: now + milliseconds }, LIFETIME)) return { turn };
    const taken = await readValue(entry(line, runId, turn));
    if (taken !== undefined && taken.until > now) return { takenUntil: taken.until };
  }
  throw new Error('no turn of the run is free');
}

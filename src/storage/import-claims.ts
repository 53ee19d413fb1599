/**
 * Who is making, or made, the risk of a row that is imported: one entry for each attempt, numbered from 1. An attempt
 * whose end nobody learned, or whose risk is gone, is never taken over; the next number is claimed instead, so that of
 * two imports at the same time only one makes it. Holds a hash of what the file calls the row, and the id of the issue.
 */
import * as v from 'valibot';
import { createValue, keyOfAction, readValue, removeValue, writeValue, type Entry } from './kvs';

/** Until then Jira's search has long known the risk by its mark. */
const LIFETIME = { days: 7 };

export type ImportClaim =
  /** Somebody is at it, or was stopped in the middle. `at`: ISO instant. */
  | { readonly version: 1; readonly state: 'started'; readonly at: string }
  | { readonly version: 1; readonly state: 'made'; readonly issueId: string };

const schema: v.GenericSchema<unknown, ImportClaim> = v.variant('state', [
  v.object({ version: v.literal(1), state: v.literal('started'), at: v.string() }),
  v.object({ version: v.literal(1), state: v.literal('made'), issueId: v.pipe(v.string(), v.regex(/^\d{1,19}$/)) }),
]);

export interface Attempt {
  readonly projectId: string;
  /** The id in the mark. */
  readonly markId: string;
  readonly number: number;
}

function entry({ projectId, markId, number }: Attempt): Entry<ImportClaim> {
  return { key: keyOfAction('import', `${projectId}-${markId}-${number}`), schema };
}

export async function readImportClaim(attempt: Attempt): Promise<ImportClaim | undefined> {
  return readValue(entry(attempt));
}

/** @returns true for exactly one caller of each attempt: the one who may make the risk. */
export async function claimImport(attempt: Attempt, now: Date): Promise<boolean> {
  return createValue(entry(attempt), { version: 1, state: 'started', at: now.toISOString() }, LIFETIME);
}

export async function recordImported(attempt: Attempt, issueId: string): Promise<void> {
  return writeValue(entry(attempt), { version: 1, state: 'made', issueId }, LIFETIME);
}

/** Only by whoever claimed it, when it is certain that nothing was made. */
export async function releaseImport(attempt: Attempt): Promise<void> {
  return removeValue(entry(attempt));
}

/**
 * The log: which operation, which code, how it is known. Never a name, a text, a payload or an answer of Jira.
 */
import { appErrorOf } from '../commands/refusal';
import type { ErrorCode } from '../contract/result';
import { JiraError } from '../jira/errors';
import { isStorageLimit } from '../storage/kvs';
import { countError } from '../storage/recent-errors';

declare const console: { error(line: string): void };

export interface LogLine {
  readonly operation: string;
  readonly code: string;
  /** Class of the error, and the gateway's own name of the call, where there is one. */
  readonly error?: string;
  readonly call?: string;
  readonly status?: number;
}

export function logFailure(line: LogLine): void {
  console.error(JSON.stringify(line));
}

/**
 * Whose work failed. What a person is told (no right, not there, somebody else was first, not accepted) is an answer to
 * them and no failure of the app: it is not counted. The same from a job is one, because nobody else hears of it.
 */
export type WorkOf = 'person' | 'app';

const ANSWERS: ReadonlySet<ErrorCode> = new Set([
  'unknown-operation',
  'invalid-input',
  'not-signed-in',
  'licence-inactive',
  'not-set-up',
  'not-found',
  'no-permission',
  'conflict',
]);

/**
 * A line in the log, and one more for the support page. What fails is not made worse by it: the count is one read and at
 * most one write, is not tried again, and whatever goes wrong with it is forgotten. Await it: what a function leaves behind
 * when it answers is lost.
 */
export async function noteFailure(line: LogLine, counted: ErrorCode, workOf: WorkOf = 'app'): Promise<void> {
  logFailure(line);
  if (workOf === 'person' && ANSWERS.has(counted)) return;
  try {
    await countError(line.operation, counted, new Date());
  } catch {
    // The line in the log says what happened; that it could not be counted helps nobody.
  }
}

/** What was thrown, by its class or by the gateway's name of the call. */
export async function noteError(
  operation: string,
  error: unknown,
  { workOf = 'app', code = appErrorOf(error)?.code ?? 'internal' }: { workOf?: WorkOf; code?: ErrorCode } = {},
): Promise<void> {
  const line = lineOf(operation, code, error);
  // A storage that is asked for too much is not asked for more.
  if (isStorageLimit(error)) logFailure(line);
  else await noteFailure(line, code, workOf);
}

function lineOf(operation: string, code: string, error: unknown): LogLine {
  if (!(error instanceof JiraError)) {
    return { operation, code, error: error instanceof Error ? error.name : typeof error };
  }
  const { status } = error.details;
  return { operation, code, call: error.operation, ...(status === undefined ? {} : { status }) };
}

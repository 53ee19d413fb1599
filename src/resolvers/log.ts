/**
 * The log: which operation, which code, how it is known. Never a name, a text, a payload or an answer of Jira.
 */
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

/**
 * The answer of every resolver: a value, or an error with a closed code. JSON-safe.
 */

/** Every way an operation can fail. The page has a sentence for each (static/app/src/shared/strings). */
export const ERROR_CODES = [
  'unknown-operation',
  'invalid-input',
  'not-signed-in',
  'licence-inactive',
  'not-set-up',
  'not-found',
  'no-permission',
  'could-not-verify',
  'conflict',
  'rate-limited',
  'jira-refused',
  'jira-unavailable',
  'unexpected-answer',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface AppError {
  readonly code: ErrorCode;
  /** With `rate-limited`: how long Jira asked us to wait. */
  readonly retryAfterSeconds?: number;
  /** With `jira-refused`: Jira's own message, for the person who asked. Never logged. */
  readonly message?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: ErrorCode, details: Omit<AppError, 'code'> = {}): Result<never> {
  return { ok: false, error: { code, ...details } };
}

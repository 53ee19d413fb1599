/**
 * What a page says when something failed, whichever side it failed on. Pure.
 */
import type { AppError, ErrorCode } from '../../../../src/contract/result';
import { JiraError } from '../../../../src/jira/errors';
import type { JiraErrorKind } from '../../../../src/jira/errors';

const CODE_OF_KIND: Readonly<Record<JiraErrorKind, ErrorCode>> = {
  refused: 'jira-refused',
  unauthenticated: 'not-signed-in',
  forbidden: 'no-permission',
  notFound: 'not-found',
  conflict: 'conflict',
  tooLarge: 'jira-refused',
  rateLimited: 'rate-limited',
  unavailable: 'jira-unavailable',
  unexpectedAnswer: 'unexpected-answer',
};

/** Thrown where a page turns a function's failed Result into an exception. */
export class OperationError extends Error {
  constructor(readonly error: AppError) {
    super(error.code);
    this.name = 'OperationError';
  }
}

/** The closed code for anything a read threw; what nobody foresaw is `internal`. */
export function appErrorOf(error: unknown): AppError {
  if (error instanceof OperationError) return error.error;
  if (!(error instanceof JiraError)) return { code: 'internal' };
  const code = CODE_OF_KIND[error.kind];
  const { retryAfterSeconds, messages } = error.details;
  if (code === 'rate-limited') return { code, retryAfterSeconds: retryAfterSeconds ?? DEFAULT_WAIT_SECONDS };
  const message = code === 'jira-refused' ? messages?.[0] : undefined;
  return message === undefined ? { code } : { code, message };
}

/** When Jira limits us without saying for how long. */
const DEFAULT_WAIT_SECONDS = 30;

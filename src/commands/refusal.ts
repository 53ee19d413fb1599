/**
 * How a command says no, and how what Jira said becomes one of our codes.
 */
import type { AppError, ErrorCode } from '../contract/result';
import { JiraError, type JiraErrorKind } from '../jira/errors';

/** The command did nothing, for a reason of its own. */
export class Refusal extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = 'Refusal';
  }
}

const CODE: Readonly<Record<JiraErrorKind, ErrorCode>> = {
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

/** `undefined` for an error that nobody foresaw: it is logged as such and its words stay inside. */
export function appErrorOf(error: unknown): AppError | undefined {
  if (error instanceof Refusal) return { code: error.code };
  if (!(error instanceof JiraError)) return undefined;
  const code = CODE[error.kind];
  const { retryAfterSeconds, messages } = error.details;
  if (code === 'rate-limited') return retryAfterSeconds === undefined ? { code } : { code, retryAfterSeconds };
  if (code !== 'jira-refused' || messages === undefined) return { code };
  return { code, message: messages.join(' ') };
}

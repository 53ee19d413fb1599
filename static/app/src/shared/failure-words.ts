/**
 * What is said when a change failed. Pure.
 */
import type { AppError, ErrorCode } from '../../../../src/contract/result';
import { common } from './strings/en-common';

/** The answer was lost or not understood: the change may have been made all the same. */
const UNCERTAIN: ReadonlySet<ErrorCode> = new Set(['jira-unavailable', 'unexpected-answer', 'internal']);

export function isUncertain({ code }: AppError): boolean {
  return UNCERTAIN.has(code);
}

export interface FailureWords {
  readonly heading: string;
  readonly body: string;
}

/** Heading and sentence. Nobody is told that nothing was changed where that is not known. */
export function failureWords(error: AppError, uncertain: string = common.uncertain.unknown): FailureWords {
  const { heading, body } = common.errors[error.code];
  return { heading, body: isUncertain(error) ? uncertain : body };
}

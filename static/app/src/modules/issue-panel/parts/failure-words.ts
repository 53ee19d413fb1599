/**
 * What is said when a change failed. Pure.
 */
import type { AppError, ErrorCode } from '../../../../../../src/contract/result';
import { common } from '../../../shared/strings/en-common';
import { panel } from '../../../shared/strings/en-panel';

/** The answer was lost or not understood: the change may have been made all the same. */
const UNCERTAIN: ReadonlySet<ErrorCode> = new Set(['jira-unavailable', 'unexpected-answer', 'internal']);

export function isUncertain({ code }: AppError): boolean {
  return UNCERTAIN.has(code);
}

/** Heading and sentence. Nobody is told that nothing was changed where that is not known. */
export function failureWords(
  error: AppError,
  uncertain: string = panel.uncertain.unknown,
): { readonly heading: string; readonly body: string } {
  const { heading, body } = common.errors[error.code];
  return { heading, body: isUncertain(error) ? uncertain : body };
}

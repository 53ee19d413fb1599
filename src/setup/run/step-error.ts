/**
 * A step that failed, for the admin: our code and, where there are, Jira's own words.
 */
import { appErrorOf } from '../../commands/refusal';
import type { AppError } from '../../contract/result';
import { JiraError } from '../../jira/errors';
import { StepRefusal } from '../step-context';

/** Part of a step failed and has said how. */
export class StepFailed extends Error {
  constructor(readonly error: AppError) {
    super(error.code);
    this.name = 'StepFailed';
  }
}

export function stepErrorOf(error: unknown): AppError {
  if (error instanceof StepFailed) return error.error;
  if (error instanceof StepRefusal) return { code: error.code };
  const known = appErrorOf(error) ?? { code: 'internal' };
  if (!(error instanceof JiraError)) return known;
  const message = error.details.messages?.join(' ');
  return message === undefined ? known : { ...known, message };
}

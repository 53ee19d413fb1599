/**
 * The log of a run: time, operation, code. No texts of issues and no people, so that it can be handed on. Pure.
 */
import type { RunStep, SetupRun } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { isScreenScheme } from './happens';
import { partOf } from './run-lines';

export interface LogLine {
  readonly step: string;
  /** ISO. */
  readonly at: string;
  readonly what: string;
  readonly code: string;
  readonly failed: boolean;
}

const words = setUp.runCard;

/** What ended, in the order in which it did. */
export function logOf(run: SetupRun): readonly LogLine[] {
  return run.steps
    .flatMap((step) => (step.endedAt === undefined ? [] : [{ ...lineOf(step), at: step.endedAt }]))
    .sort((a, b) => a.at.localeCompare(b.at));
}

function lineOf(step: RunStep): Omit<LogLine, 'at'> {
  const failed = step.state === 'failed';
  return {
    step: step.step,
    what: operationOf(step),
    code: failed ? (step.error?.code ?? 'internal') : words.results[step.result ?? 'done'],
    failed,
  };
}

/** "field Likelihood"; a project by its id, because its name is none of the log's business. */
function operationOf({ step, kind, name, projectId }: RunStep): string {
  if (projectId === undefined) return `${words.kinds[isScreenScheme(step) ? 'screenScheme' : kind]} ${name}`;
  return `${words.kinds.project} ${projectId} ${partOf(step) ?? ''}`.trim();
}

/** For the clipboard: full times, so that two logs can be compared. */
export function logText(run: SetupRun): string {
  const head = `${run.kind} ${run.id} ${run.state} ${run.startedAt}`;
  const lines = logOf(run).map(({ step, at, code }) => `${at} ${step} ${code}`);
  return [head, ...lines].join('\n');
}

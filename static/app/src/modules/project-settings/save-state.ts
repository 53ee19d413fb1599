/**
 * How far saving is, and what became of it. Pure.
 */
import type { AppError } from '../../../../../src/contract/result';
import type { GateFollowUp } from '../../../../../src/contract/settings';
import type { SettingsMistake } from '../../../../../src/domain/settings-mistakes';
import type { WorkflowOutcome } from './gate-choice';

/** What became of the gate when the settings were saved or the gate was changed by itself. */
export interface GateResult {
  readonly aim: 'attach' | 'detach';
  /** Workflow by workflow; missing where it could not be read. */
  readonly workflows: readonly WorkflowOutcome[] | undefined;
  readonly error?: AppError;
}

/** What the bar at the end of the form tells. */
export type SaveState =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly at: 'settings' | 'attach' | 'detach' | 'theirs' }
  /** The settings were not saved. */
  | { readonly state: 'failed'; readonly error: AppError }
  /** The guard found mistakes that this page did not know of. */
  | { readonly state: 'refused'; readonly mistakes: readonly SettingsMistake[] }
  | {
      readonly state: 'done';
      readonly settings: boolean;
      readonly followUp?: GateFollowUp;
      readonly gate?: GateResult;
    };

/** Something failed, or Jira does not do in every workflow what was asked for. */
export function isIncomplete({ workflows = [], error }: GateResult): boolean {
  return error !== undefined || workflows.some(({ missing, left }) => missing.length + left.length > 0);
}

/** Whoever goes on editing must still see this. */
export function hasProblem({ gate, followUp }: Extract<SaveState, { state: 'done' }>): boolean {
  return (gate !== undefined && isIncomplete(gate)) || (followUp !== undefined && followUp.failed.length > 0);
}

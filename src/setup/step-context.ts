/**
 * What a step works with, how it records what it made, and what can come of it.
 */
import type { ErrorCode } from '../contract/result';
import type { KeptBecause, StepResult } from '../contract/set-up';
import type { JiraRequest } from '../jira/request';
import { readSetupRecord, writeSetupRecord, type SetupRecord } from '../storage/setup-record';

/** A step cannot be done as things are; nothing was changed. */
export class StepRefusal extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = 'StepRefusal';
  }
}

/**
 * - `done`: it is as it should be, by this job or an earlier one;
 * - `notYet`: it has begun and goes on in a later job: Jira is still at it, or much is left to do.
 */
export type StepOutcome =
  | { readonly state: 'done'; readonly result: Exclude<StepResult, 'kept'> }
  | {
      readonly state: 'done';
      readonly result: 'kept';
      readonly kept: KeptBecause;
      /** With `usedByIssues`: how many, as far as Jira counts them. */
      readonly issues?: number;
    }
  | { readonly state: 'notYet' };

export function done(result: Exclude<StepResult, 'kept'>): StepOutcome {
  return { state: 'done', result };
}

export interface StepContext {
  /** As the app: a job has no user. The run is authorised by the admin who started or resumed it. */
  readonly jira: JiraRequest;
  readonly record: () => SetupRecord;
  /** Changes the record and stores it before going on, so that nothing made is ever forgotten. */
  readonly save: (change: (record: SetupRecord) => SetupRecord) => Promise<void>;
}

export async function stepContext(jira: JiraRequest): Promise<StepContext> {
  let current = await readSetupRecord();
  return {
    jira,
    record: () => current,
    save: async (change) => {
      const changed = change(current);
      await writeSetupRecord(changed);
      current = changed;
    },
  };
}

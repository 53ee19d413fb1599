/**
 * What a step works with, and how it records what it made.
 */
import type { ErrorCode } from '../contract/result';
import type { JiraRequest } from '../jira/request';
import { readSetupRecord, writeSetupRecord, type SetupRecord } from '../storage/setup-record';

/** A step cannot be done as things are; nothing was changed. */
export class StepRefusal extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = 'StepRefusal';
  }
}

export interface StepContext {
  /** As the admin who runs set-up. */
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
      current = change(current);
      await writeSetupRecord(current);
    },
  };
}

/** Stores that this step is about to make something, having seen that it is not there. */
export async function begin(context: StepContext, step: string): Promise<void> {
  if (context.record().begun.includes(step)) return;
  await context.save((record) => ({ ...record, begun: [...record.begun, step] }));
}

export async function finish(context: StepContext, step: string): Promise<void> {
  if (context.record().finished.includes(step)) return;
  await context.save((record) => ({ ...record, finished: [...record.finished, step] }));
}

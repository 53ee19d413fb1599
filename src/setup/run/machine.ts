/**
 * What a run of set-up needs from outside: Jira as the app, the queue, the clock, the log.
 */
import type { ErrorCode } from '../../contract/result';
import type { JiraRequest } from '../../jira/request';
import type { GateContext } from '../gate/standing-gate';

/** One job of the queue: goes on with the run. */
export interface SetUpJob {
  readonly runId: string;
  /** The turn this job was sent for; a job that comes twice or late is known by it. */
  readonly turn: number;
}

export interface Machine {
  /** Sends a job. @param delaySeconds up to 900. */
  readonly push: (job: SetUpJob, delaySeconds: number) => Promise<void>;
  readonly now: () => Date;
  /** Notes that a step failed, by its name and code only. */
  readonly report: (step: string, code: ErrorCode, error: unknown) => Promise<void>;
}

/** A machine inside a job. */
export interface Worker extends Machine {
  readonly jira: JiraRequest;
  readonly gate: GateContext;
}

/**
 * The queue of set-up: sending a job, and doing one. A job has no user; it acts as the app on the word of the admin who
 * started or resumed the run, for an hour.
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
import { InvocationError, InvocationErrorCode, Queue, type AsyncEvent } from '@forge/events';
import * as v from 'valibot';
import { jiraAsApp } from '../resolvers/jira-request';
import { logFailure } from '../resolvers/log';
import { thisApp } from '../resolvers/this-app';
import { JiraError } from '../jira/errors';
import type { Machine } from '../setup/run/machine';
import { workOn } from '../setup/run/work';

declare const crypto: { randomUUID(): string };

const QUEUE = 'set-up';
/** One job at a time on the whole site. */
const CONCURRENCY = { key: 'set-up', limit: 1 } as const;
/** Forge's own limit for a retry. */
const RETRY_SECONDS_MOST = 900;

export const machine: Machine = {
  push: async (job, delaySeconds) => {
    await new Queue({ key: QUEUE }).push({ body: { ...job }, delayInSeconds: delaySeconds, concurrency: CONCURRENCY });
  },
  now: () => new Date(),
  report: (step, code, error) => {
    const status = error instanceof JiraError ? error.details.status : undefined;
    const name = error instanceof JiraError ? error.operation : error instanceof Error ? error.name : typeof error;
    logFailure({ operation: 'setUpJob', code, call: step, error: name, ...(status === undefined ? {} : { status }) });
  },
};

const jobSchema = v.object({
  runId: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  turn: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The consumer. What it throws makes Forge deliver the job again. */
export async function setUpJob({ body, retryContext }: AsyncEvent): Promise<InvocationError | undefined> {
  const job = v.parse(jobSchema, body);
  const app = thisApp();
  const gate = { jira: jiraAsApp, workflows: jiraAsApp, jiraAdmin: true, app, newId: () => crypto.randomUUID() };
  const again = await workOn({ ...machine, jira: jiraAsApp, gate }, job, retryContext !== undefined);
  if (again === undefined) return undefined;
  return new InvocationError({
    retryAfter: Math.min(Math.max(again, 1), RETRY_SECONDS_MOST),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}

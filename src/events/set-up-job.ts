/**
 * The queue of set-up: sending a job, and doing one. A job has no user; it acts as the app on the word of the admin who
 * started or resumed the run, for an hour.
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
import { Queue, type AsyncEvent, type InvocationError } from '@forge/events';
import * as v from 'valibot';
import { jiraAsApp } from '../resolvers/jira-request';
import { noteFailure } from '../resolvers/log';
import { thisApp } from '../resolvers/this-app';
import { JiraError } from '../jira/errors';
import type { Machine } from '../setup/run/machine';
import { workOn } from '../setup/run/work';
import { consume } from './consume';

declare const crypto: { randomUUID(): string };

const QUEUE = 'set-up';
/** One job at a time on the whole site. */
const CONCURRENCY = { key: 'set-up', limit: 1 } as const;

export const machine: Machine = {
  push: async (job, delaySeconds) => {
    await new Queue({ key: QUEUE }).push({ body: { ...job }, delayInSeconds: delaySeconds, concurrency: CONCURRENCY });
  },
  now: () => new Date(),
  report: async (step, code, error) => {
    const status = error instanceof JiraError ? error.details.status : undefined;
    const name = error instanceof JiraError ? error.operation : error instanceof Error ? error.name : typeof error;
    const seen = status === undefined ? {} : { status };
    await noteFailure({ operation: 'setUpJob', code, call: step, error: name, ...seen }, code);
  },
};

const jobSchema = v.object({
  runId: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  turn: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The consumer. What it throws makes Forge deliver the job again. */
export async function setUpJob(event: AsyncEvent, context?: unknown): Promise<InvocationError | undefined> {
  const app = thisApp();
  const gate = { jira: jiraAsApp, workflows: jiraAsApp, jiraAdmin: true, app, newId: () => crypto.randomUUID() };
  const worker = { ...machine, jira: jiraAsApp, gate };
  return consume('setUpJob', jobSchema, event, context, (job, isRetry) => workOn(worker, job, isRetry));
}

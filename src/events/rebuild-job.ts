/**
 * The queue in which a project's history is reconstructed: sending a job, and doing one. A job has no user; it acts as the
 * app, and writes nothing to Jira.
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
import { Queue, type AsyncEvent, type InvocationError } from '@forge/events';
import * as v from 'valibot';
import type { RebuildMachine } from '../commands/rebuild-trend';
import { workOnRebuild } from '../commands/rebuild-work';
import { NUMERIC_ID } from '../domain/identifiers';
import { jiraAsApp } from '../resolvers/jira-request';
import { consume } from './consume';
import { logJiraError } from './scene';

declare const crypto: { randomUUID(): string };

const QUEUE = 'rebuilds';
/** One job at a time on the whole site: all share Jira's quota. */
const CONCURRENCY = { key: 'rebuilds', limit: 1 } as const;

export const rebuildMachine: RebuildMachine = {
  push: async (job, delaySeconds) => {
    await new Queue({ key: QUEUE }).push({ body: { ...job }, delayInSeconds: delaySeconds, concurrency: CONCURRENCY });
  },
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
};

const jobSchema = v.object({
  projectId: v.pipe(v.string(), v.regex(NUMERIC_ID)),
  runId: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  turn: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The consumer. What it throws makes Forge deliver the job again. */
export async function rebuildJob(event: AsyncEvent, context?: unknown): Promise<InvocationError | undefined> {
  const report = (error: Parameters<typeof logJiraError>[1]) => logJiraError('rebuildJob', error);
  const worker = { ...rebuildMachine, jira: jiraAsApp, report };
  return consume('rebuildJob', jobSchema, event, context, (job, isRetry) => workOnRebuild(worker, job, isRetry));
}

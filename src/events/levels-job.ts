/**
 * The queue in which the levels of a project's risks follow its bands: sending a job, and doing one. A job has no user; it
 * acts as the app, and writes only what follows from what people scored and an admin of the project saved.
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
import { Queue, type AsyncEvent, type InvocationError } from '@forge/events';
import * as v from 'valibot';
import { workOnLevels } from '../commands/levels-run';
import type { LevelsMachine } from '../commands/recalculate-levels';
import { NUMERIC_ID } from '../domain/identifiers';
import { jiraAsApp } from '../resolvers/jira-request';
import { consume } from './consume';
import { logJiraError } from './scene';

declare const crypto: { randomUUID(): string };

const QUEUE = 'levels';
/** One job at a time on the whole site: all share Jira's quota. */
const CONCURRENCY = { key: 'levels', limit: 1 } as const;

export const levelsMachine: LevelsMachine = {
  push: async (job, delaySeconds) => {
    await new Queue({ key: QUEUE }).push({ body: { ...job }, delayInSeconds: delaySeconds, concurrency: CONCURRENCY });
  },
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
};

const jobSchema = v.object({
  projectId: v.pipe(v.string(), v.regex(NUMERIC_ID)),
  turn: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

/** The consumer. What it throws makes Forge deliver the job again. */
export async function levelsJob(event: AsyncEvent, context?: unknown): Promise<InvocationError | undefined> {
  const report = (error: Parameters<typeof logJiraError>[1]) => logJiraError('levelsJob', error);
  const worker = { ...levelsMachine, jira: jiraAsApp, report };
  return consume('levelsJob', jobSchema, event, context, (job, isRetry) => workOnLevels(worker, job, isRetry));
}

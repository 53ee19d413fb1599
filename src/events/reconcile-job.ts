/**
 * The hourly schedule that begins a reconcile, and the queue of its jobs. Neither has a user; both act as the app.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
import { Queue, type AsyncEvent, type InvocationError } from '@forge/events';
import * as v from 'valibot';
import { consume } from './consume';
import { levelsMachine } from './levels-job';
import { isUnlicensed } from './licence';
import { noted } from './noted';
import { reconcileOn, startReconcile, type ReconcileMachine } from './reconcile';

declare const crypto: { randomUUID(): string };

const QUEUE = 'reconcile';
/** One job at a time on the whole site. */
const CONCURRENCY = { key: 'reconcile', limit: 1 } as const;

const machine: ReconcileMachine = {
  push: async (job, delaySeconds) => {
    await new Queue({ key: QUEUE }).push({ body: { ...job }, delayInSeconds: delaySeconds, concurrency: CONCURRENCY });
  },
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  levels: levelsMachine,
};

/** The schedule. It may come twice, and what it throws is not repeated: the next hour does the same. */
export async function reconcile(_request: unknown, context: unknown): Promise<void> {
  if (!isUnlicensed(context)) await noted('reconcile', () => startReconcile(machine));
}

const jobSchema = v.object({
  runId: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  turn: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The consumer. What it throws makes Forge deliver the job again. */
export async function reconcileJob(event: AsyncEvent, context?: unknown): Promise<InvocationError | undefined> {
  return consume('reconcileJob', jobSchema, event, context, (job, isRetry) => reconcileOn(machine, job, isRetry));
}

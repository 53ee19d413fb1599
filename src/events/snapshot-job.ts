/**
 * The hourly schedule that has each day counted once, and the queue of its jobs. Neither has a user; both act as the app,
 * and keep counts only. Who sees them is asked when they are read (commands/read-trends.ts).
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
import { Queue, type AsyncEvent, type InvocationError } from '@forge/events';
import * as v from 'valibot';
import { consume } from './consume';
import { isUnlicensed } from './licence';
import { noted } from './noted';
import { snapshotOn, startSnapshot, type SnapshotMachine } from './snapshot';

const QUEUE = 'snapshots';
/** One job at a time on the whole site. */
const CONCURRENCY = { key: 'snapshots', limit: 1 } as const;

const machine: SnapshotMachine = {
  push: async (job, delaySeconds) => {
    await new Queue({ key: QUEUE }).push({ body: { ...job }, delayInSeconds: delaySeconds, concurrency: CONCURRENCY });
  },
  now: () => new Date(),
};

/** The schedule. It may come twice, and what it throws is not repeated: the next hour does the same. */
export async function snapshot(_request: unknown, context: unknown): Promise<void> {
  if (!isUnlicensed(context)) await noted('snapshot', () => startSnapshot(machine));
}

const jobSchema = v.object({
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  turn: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The consumer. What it throws makes Forge deliver the job again. */
export async function snapshotJob(event: AsyncEvent, context?: unknown): Promise<InvocationError | undefined> {
  return consume('snapshotJob', jobSchema, event, context, (job, isRetry) => snapshotOn(machine, job, isRetry));
}

/**
 * The daily schedule, and the queue of the digest. Neither has a user; both act as the app.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 */
import { Queue, type AsyncEvent, type InvocationError } from '@forge/events';
import * as v from 'valibot';
import { digestOn, startDigest, type DigestMachine } from './digest';
import { consume } from './consume';
import { isUnlicensed } from './licence';
import { noted } from './noted';

const QUEUE = 'digest';
/** One job at a time on the whole site. */
const CONCURRENCY = { key: 'digest', limit: 1 } as const;

const machine: DigestMachine = {
  push: async (job, delaySeconds) => {
    await new Queue({ key: QUEUE }).push({ body: { ...job }, delayInSeconds: delaySeconds, concurrency: CONCURRENCY });
  },
  now: () => new Date(),
};

/** The schedule. It may come twice, and what it throws is not repeated: the next day does the same. */
export async function daily(_request: unknown, context: unknown): Promise<void> {
  if (!isUnlicensed(context)) await noted('digest', () => startDigest(machine));
}

const jobSchema = v.object({
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  turn: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The consumer. What it throws makes Forge deliver the job again. */
export async function digestJob(event: AsyncEvent, context?: unknown): Promise<InvocationError | undefined> {
  return consume('digestJob', jobSchema, event, context, (job, isRetry) => digestOn(machine, job, isRetry));
}

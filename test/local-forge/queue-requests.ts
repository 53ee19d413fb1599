/**
 * What @forge/events sends (out/queries.js), and an event while it waits. JSON-safe.
 */
import * as v from 'valibot';
import { QUEUE } from './limits';

const concurrency = v.object({ key: v.string(), limit: v.pipe(v.number(), v.minValue(1)) });

export const pushRequest = v.object({
  queueName: v.string(),
  jobId: v.string(),
  payload: v.pipe(
    v.array(
      v.object({
        body: v.record(v.string(), v.unknown()),
        delayInSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(QUEUE.delaySeconds))),
        concurrency: v.optional(concurrency),
      }),
    ),
    v.minLength(1),
    v.maxLength(QUEUE.eventsPerPush),
  ),
});
export const jobRequest = v.object({ queueName: v.string(), jobId: v.string() });

export const pendingSchema = v.object({
  queueName: v.string(),
  jobId: v.string(),
  eventId: v.string(),
  body: v.record(v.string(), v.unknown()),
  delayInSeconds: v.optional(v.number()),
  concurrency: v.optional(concurrency),
  /** How many pushes led here, each made by the consumer of the one before. */
  chain: v.number(),
  /** Milliseconds of the clock. */
  enqueuedAt: v.number(),
  dueAt: v.number(),
  retryCount: v.number(),
  retryReason: v.optional(v.string()),
  retryData: v.optional(v.unknown()),
});
export type PendingEvent = v.InferOutput<typeof pendingSchema>;
export type Concurrency = v.InferOutput<typeof concurrency>;

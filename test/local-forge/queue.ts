/**
 * Async events: `new Queue({ key }).push(…)` of @forge/events, and the consumers the manifest declares.
 *
 * Delivery is at least once within 24 hours: what throws, times out or asks for it comes again, and a test can have any
 * event delivered twice. Nothing is delivered by itself; whoever holds the local Forge calls `deliver` or starts its timer.
 */
import * as v from 'valibot';
import type { Clock } from './clock';
import type { FunctionRunner } from './functions';
import { BACKGROUND_SECONDS, QUEUE } from './limits';
import type { ConsumerModule, Manifest } from './manifest';
import { jobRequest, pendingSchema, pushRequest, type PendingEvent } from './queue-requests';
import { secondArgument } from './resolvers';
import { requestedRetry } from './retry';
import type { Invocation } from './runtime';
import type { Site } from './site';
import { Slots } from './slots';

export type { PendingEvent } from './queue-requests';

interface JobStats {
  success: number;
  inProgress: number;
  failed: number;
  /** What has not started, retries included, never does. */
  cancelled: boolean;
}

export interface DeliverOptions {
  /** Also what is not due yet. */
  readonly early?: boolean;
  /** How often each event is delivered; 2 shows what at-least-once means. */
  readonly times?: number;
  /** Changes the order; Forge promises none. */
  readonly order?: (events: readonly PendingEvent[]) => readonly PendingEvent[];
  /** Only what waits in this queue. */
  readonly queueName?: string;
  /** Runs all of them at the same time, as Forge may; `concurrency` of an event is respected. Else one after the other. */
  readonly together?: boolean;
}

export class Queues {
  readonly #pending = new Map<Site, PendingEvent[]>();
  readonly #jobs = new Map<Site, Map<string, JobStats>>();
  readonly #pushedAt = new Map<Site, number[]>();
  readonly #slots = new Slots();
  #eventCount = 0;

  constructor(
    private readonly manifest: Manifest,
    private readonly clock: Clock,
    private readonly functions: () => FunctionRunner,
  ) {}

  /** Answers publish, stats and cancel of @forge/events (out/queries.js). */
  answer(invocation: Invocation, path: string, body: RequestInit['body'] | undefined): Response {
    const request: unknown = JSON.parse(typeof body === 'string' ? body : 'null');
    const verb = path.split('/')[3];
    if (verb === 'publish') return this.#publish(invocation, request, Buffer.byteLength(body as string));
    const { jobId } = v.parse(jobRequest, request);
    const stats = this.#jobs.get(invocation.site)?.get(jobId);
    if (stats === undefined) return Response.json({ message: `There is no job ${jobId}.` }, { status: 404 });
    const { success, inProgress, failed } = stats;
    if (verb === 'stats') return Response.json({ success, inProgress, failed });
    if (verb !== 'cancel')
      return Response.json({ message: `The local Forge does not serve ${path}.` }, { status: 501 });
    this.#pending.set(
      invocation.site,
      this.pending(invocation.site).filter((event) => event.jobId !== jobId),
    );
    stats.inProgress = 0;
    stats.cancelled = true;
    return new Response(null, { status: 204 });
  }

  /** What waits, of one site. */
  pending(site: Site): readonly PendingEvent[] {
    return this.#pending.get(site) ?? [];
  }

  /**
   * Delivers what is due, once. Events that consumers push meanwhile wait for the next call, and so does an event whose
   * concurrency key has no free slot.
   * @returns how many consumer runs that made.
   */
  async deliver(site: Site, options: DeliverOptions = {}): Promise<number> {
    const now = this.clock.now().getTime();
    const due = this.pending(site).filter(
      ({ dueAt, queueName }) =>
        (options.early === true || dueAt <= now) && (options.queueName ?? queueName) === queueName,
    );
    const ordered = options.order?.(due) ?? due;
    const times = options.times ?? 1;
    if (options.together === true) {
      const runs = await Promise.all(ordered.map((event) => this.#deliverTimes(site, event, times)));
      return runs.reduce((sum, count) => sum + count, 0);
    }
    let runs = 0;
    for (const event of ordered) runs += await this.#deliverTimes(site, event, times);
    return runs;
  }

  /**
   * Delivers until nothing waits, without waiting for delays and back-off.
   * @throws Error when something still waits after `rounds`: a consumer that always fails, or a chain without end.
   */
  async drain(site: Site, rounds = 50): Promise<number> {
    let runs = 0;
    for (let round = 0; round < rounds; round += 1) {
      const delivered = await this.deliver(site, { early: true });
      runs += delivered;
      if (delivered === 0) return runs;
    }
    throw new Error(`${this.pending(site).length} events still wait after ${rounds} rounds of delivery.`);
  }

  /** Forgets everything of a site: the app was uninstalled there. */
  clear(site: Site): void {
    this.#pending.delete(site);
    this.#jobs.delete(site);
    this.#pushedAt.delete(site);
  }

  snapshot(site: Site): unknown {
    return this.pending(site);
  }

  restore(site: Site, snapshot: unknown): void {
    const pending = v.parse(v.array(pendingSchema), snapshot);
    this.clear(site);
    this.#pending.set(site, pending);
    for (const { jobId } of this.pending(site)) this.#stats(site, jobId).inProgress += 1;
  }

  #publish({ site, chain }: Invocation, request: unknown, bytes: number): Response {
    const { queueName, jobId, payload } = v.parse(pushRequest, request);
    const consumer = this.manifest.consumers.find(({ queue }) => queue === queueName);
    if (consumer === undefined) {
      return Response.json(
        { message: `The manifest declares no consumer of the queue ${queueName}.` },
        { status: 400 },
      );
    }
    if (bytes > QUEUE.pushBytes)
      return Response.json({ errorMessage: 'The maximum payload size is 200KB.' }, { status: 413 });
    if (this.#isLong(consumer) && payload.some(({ body }) => jsonBytes(body) > QUEUE.longConsumerEventBytes)) {
      return Response.json({ errorMessage: 'An event of a consumer above 55 s has at most 100KB.' }, { status: 413 });
    }
    if (chain >= QUEUE.chainLength) return new Response(null, { status: 405 });
    const now = this.clock.now().getTime();
    const recent = (this.#pushedAt.get(site) ?? []).filter((at) => at > now - 60_000);
    if (recent.length + payload.length > QUEUE.eventsPerMinute) return new Response(null, { status: 429 });
    this.#pushedAt.set(site, [...recent, ...payload.map(() => now)]);
    const events = payload.map((event): PendingEvent => {
      this.#eventCount += 1;
      const eventId = `event-${this.#eventCount}`;
      const dueAt = now + (event.delayInSeconds ?? 0) * 1000;
      return { queueName, jobId, eventId, ...event, chain: chain + 1, enqueuedAt: now, dueAt, retryCount: 0 };
    });
    this.#pending.set(site, [...this.pending(site), ...events]);
    this.#stats(site, jobId).inProgress += events.length;
    return Response.json({}, { status: 201 });
  }

  async #deliverTimes(site: Site, event: PendingEvent, times: number): Promise<number> {
    const free = this.#slots.take(site, event.concurrency);
    if (free === undefined) return 0;
    try {
      // Taken out here, not before: a consumer that ran first may have cancelled this one's job.
      if (!this.#take(site, event)) return 0;
      for (let time = 0; time < times; time += 1) await this.#deliverOne(site, event, time === 0);
      return times;
    } finally {
      free();
    }
  }

  async #deliverOne(site: Site, event: PendingEvent, counts: boolean): Promise<void> {
    const consumer = this.manifest.consumers.find(({ queue }) => queue === event.queueName);
    if (consumer === undefined) return;
    const stats = this.#stats(site, event.jobId);
    if (counts) stats.inProgress -= 1;
    const outcome = await this.#run(site, consumer, event);
    // A run that outlived its installation leaves nothing behind.
    if (!counts || this.#jobs.get(site)?.get(event.jobId) !== stats) return;
    if (outcome === 'done') {
      stats.success += 1;
      return;
    }
    if (stats.cancelled) return;
    if (this.clock.now().getTime() + outcome.afterMs > event.enqueuedAt + QUEUE.retentionMs) {
      stats.failed += 1;
      return;
    }
    stats.inProgress += 1;
    const { afterMs, reason, data } = outcome;
    const again: PendingEvent = {
      ...event,
      dueAt: this.clock.now().getTime() + afterMs,
      retryCount: event.retryCount + 1,
      retryReason: reason,
      ...(data === undefined ? {} : { retryData: data }),
    };
    this.#pending.set(site, [...this.pending(site), again]);
  }

  async #run(
    site: Site,
    consumer: ConsumerModule,
    event: PendingEvent,
  ): Promise<'done' | { afterMs: number; reason: string; data?: unknown }> {
    const backoff = Math.min(QUEUE.longestBackoffMs, 1000 * 2 ** event.retryCount);
    try {
      const answer = await this.functions().run({
        site,
        functionKey: consumer.function,
        moduleKey: consumer.key,
        kind: 'consumer',
        operation: consumer.key,
        chain: event.chain,
        args: [this.#asyncEvent(event), secondArgument(site, undefined)],
      });
      const retry = requestedRetry(answer, QUEUE.delaySeconds, QUEUE.retryDataBytes);
      return retry === undefined
        ? 'done'
        : { afterMs: retry.afterSeconds * 1000, reason: retry.reason, data: retry.data };
    } catch {
      // The ledger has the failure; for the queue every failure of the app means: again, later.
      return { afterMs: backoff, reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' };
    }
  }

  /** AsyncEvent of @forge/events. */
  #asyncEvent(event: PendingEvent): Record<string, unknown> {
    const { queueName, jobId, eventId, body, delayInSeconds, concurrency, retryCount } = event;
    const base = { queueName, jobId, eventId, body, delayInSeconds, concurrency };
    if (retryCount === 0) return base;
    const startTime = new Date(event.enqueuedAt).toISOString();
    const remainingTimeMs = event.enqueuedAt + QUEUE.retentionMs - this.clock.now().getTime();
    return {
      ...base,
      retryContext: {
        retryCount,
        retryReason: event.retryReason,
        retryData: event.retryData,
        retentionWindow: { startTime, remainingTimeMs },
      },
    };
  }

  #take(site: Site, event: PendingEvent): boolean {
    const pending = this.pending(site);
    const rest = pending.filter((other) => other !== event);
    this.#pending.set(site, rest);
    return rest.length < pending.length;
  }

  #stats(site: Site, jobId: string): JobStats {
    const jobs = this.#jobs.get(site) ?? new Map<string, JobStats>();
    this.#jobs.set(site, jobs);
    const stats = jobs.get(jobId) ?? { success: 0, inProgress: 0, failed: 0, cancelled: false };
    jobs.set(jobId, stats);
    return stats;
  }

  #isLong(consumer: ConsumerModule): boolean {
    const module = this.manifest.functions.find(({ key }) => key === consumer.function);
    return (module?.timeoutSeconds ?? BACKGROUND_SECONDS) > BACKGROUND_SECONDS;
  }
}

function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/**
 * Product events of Jira and the app's own life cycle, to the triggers of the manifest.
 *
 * Forge promises neither order nor once nor soon; `deliver` can show each. Custom fields are not in the events, events
 * above 200 kB do not come at all, and an app may ask for four retries.
 */
import * as v from 'valibot';
import type { Clock } from './clock';
import { NotServedError } from './errors';
import { asJson, type FunctionRunner } from './functions';
import { PRODUCT_EVENTS, QUEUE } from './limits';
import { appIdOf, type Manifest, type TriggerModule } from './manifest';
import { secondArgument } from './resolvers';
import { requestedRetry, type RequestedRetry } from './retry';
import type { JiraProductEvent, Site } from './site';

const INSTALLED = 'avi:forge:installed:app';
/** Only the app whose expression failed is told. */
const FAILED_EXPRESSION = 'avi:jira:failed:expression';

const pendingSchema = v.object({
  triggerKey: v.string(),
  event: v.record(v.string(), v.unknown()),
  /** Milliseconds of the clock. */
  dueAt: v.number(),
  retries: v.number(),
});
export type PendingProductEvent = Readonly<v.InferOutput<typeof pendingSchema>>;

export interface DeliverEventsOptions {
  /** Also what is not due yet. */
  readonly early?: boolean;
  readonly times?: number;
  readonly order?: (events: readonly PendingProductEvent[]) => readonly PendingProductEvent[];
}

export class ProductEvents {
  /** How late events come, in milliseconds of the clock; Forge: up to three minutes. */
  delayMs = 0;
  /** Types of events that were too large and therefore dropped. */
  readonly dropped: string[] = [];
  readonly #pending = new Map<Site, PendingProductEvent[]>();
  readonly #unsubscribe = new Map<Site, () => void>();

  constructor(
    private readonly manifest: Manifest,
    private readonly clock: Clock,
    private readonly functions: () => FunctionRunner,
  ) {
    for (const { events } of manifest.triggers) {
      const unknown = events.find((event) => event !== INSTALLED && !event.startsWith('avi:jira:'));
      if (unknown !== undefined) throw new NotServedError(`the event ${unknown}`);
    }
  }

  /** Follows the site's Jira and tells the app that it was installed. */
  start(site: Site): void {
    this.#follow(site);
    this.offer(site, { eventType: INSTALLED, id: site.installationId, context: site.installContext });
  }

  snapshot(site: Site): unknown {
    return [...this.pending(site)];
  }

  /** Follows the site's Jira again, with these events still to come. */
  restore(site: Site, snapshot: unknown): void {
    const pending = v.parse(v.array(pendingSchema), snapshot);
    this.end(site);
    this.#follow(site);
    this.#pending.set(site, pending);
  }

  #follow(site: Site): void {
    const jiraEvents = this.manifest.triggers.some(({ events }) =>
      events.some((event) => event.startsWith('avi:jira:')),
    );
    if (jiraEvents && site.jira.events === undefined)
      throw new NotServedError('product events of a Jira that tells none');
    if (site.jira.events !== undefined)
      this.#unsubscribe.set(
        site,
        site.jira.events.onEvent((event) => this.offer(site, event)),
      );
  }

  /** Takes an event in for every trigger that wants it. */
  offer(site: Site, event: JiraProductEvent): void {
    if (event.eventType === FAILED_EXPRESSION && !this.#isOwn(event)) return;
    const carried = withoutCustomFields(event);
    if (Buffer.byteLength(JSON.stringify(carried)) > PRODUCT_EVENTS.eventBytes) {
      this.dropped.push(event.eventType);
      return;
    }
    const wanted = this.manifest.triggers.filter(
      ({ events, filter }) =>
        events.includes(event.eventType) && !(filter?.ignoreSelf === true && event.selfGenerated === true),
    );
    const dueAt = this.clock.now().getTime() + this.delayMs;
    // In place: an import brings thousands.
    const pending = this.#pending.get(site) ?? [];
    pending.push(...wanted.map(({ key }) => ({ triggerKey: key, event: carried, dueAt, retries: 0 })));
    this.#pending.set(site, pending);
  }

  #isOwn({ extensionId }: JiraProductEvent): boolean {
    return typeof extensionId === 'string' && extensionId.includes(`/${appIdOf(this.manifest)}/`);
  }

  pending(site: Site): readonly PendingProductEvent[] {
    return this.#pending.get(site) ?? [];
  }

  /** Delivers what is due, once. @returns how many function runs that made. */
  async deliver(site: Site, options: DeliverEventsOptions = {}): Promise<number> {
    const now = this.clock.now().getTime();
    const due = this.pending(site).filter(({ dueAt }) => options.early === true || dueAt <= now);
    this.#pending.set(
      site,
      this.pending(site).filter((event) => !due.includes(event)),
    );
    let runs = 0;
    for (const pending of options.order?.(due) ?? due) {
      for (let time = 0; time < (options.times ?? 1); time += 1) {
        await this.#deliverOne(site, pending);
        runs += 1;
      }
    }
    return runs;
  }

  /** What has not been delivered never is. */
  end(site: Site): void {
    this.#unsubscribe.get(site)?.();
    this.#unsubscribe.delete(site);
    this.#pending.delete(site);
  }

  close(): void {
    for (const unsubscribe of this.#unsubscribe.values()) unsubscribe();
  }

  async #deliverOne(site: Site, pending: PendingProductEvent): Promise<void> {
    const module = this.manifest.triggers.find(({ key }) => key === pending.triggerKey);
    if (module === undefined) return;
    const retry = await this.#run(site, module, pending.event);
    if (retry === undefined || pending.retries >= PRODUCT_EVENTS.retries) return;
    const event = {
      ...pending.event,
      retryContext: { retryCount: pending.retries + 1, retryReason: retry.reason, retryData: retry.data },
    };
    const dueAt = this.clock.now().getTime() + retry.afterSeconds * 1000;
    this.#pending.set(site, [...this.pending(site), { ...pending, event, dueAt, retries: pending.retries + 1 }]);
  }

  async #run(site: Site, module: TriggerModule, event: unknown): Promise<RequestedRetry | undefined> {
    try {
      const answer = await this.functions().run({
        site,
        functionKey: module.function,
        moduleKey: module.key,
        kind: 'trigger',
        operation: module.key,
        args: [event, secondArgument(site, undefined)],
      });
      return requestedRetry(answer, PRODUCT_EVENTS.retryAfterSeconds, QUEUE.retryDataBytes);
    } catch {
      // Forge does not repeat an event because the app threw; the ledger has the failure.
      return undefined;
    }
  }
}

/** Events carry an issue's system fields only. */
function withoutCustomFields(event: JiraProductEvent): Readonly<Record<string, unknown>> {
  return stripCustomFields(asJson(event)) as Readonly<Record<string, unknown>>;
}

function stripCustomFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripCustomFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('customfield_'))
      .map(([name, inner]) => [name, stripCustomFields(inner)]),
  );
}

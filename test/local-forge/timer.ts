/**
 * Delivers by itself what is due, as Forge does: product events, queue events, schedules.
 */
import type { ProductEvents } from './product-events';
import type { Queues } from './queue';
import type { Schedules } from './schedules';
import type { Site } from './site';

export interface DeliverDueOptions {
  /** How often each event and job is delivered; 2 shows what at-least-once means. */
  readonly times?: number;
}

export interface TimerOptions {
  /** Asked before each round: how often each event and job is delivered. */
  readonly times?: () => number;
  /** Told after a round that ran something, how many function runs that was. */
  readonly onRuns?: (runs: number) => void;
}

interface Background {
  readonly queue: Queues;
  readonly schedules: Schedules;
  readonly events: ProductEvents;
}

export class Timer {
  #interval: NodeJS.Timeout | undefined;
  /** Rounds in progress, one a kind of work: a consumer may run for minutes, and events do not wait for it. */
  readonly #rounds = new Set<keyof Background>();
  #still = 0;

  constructor(
    private readonly sites: readonly Site[],
    private readonly background: Background,
  ) {}

  /** Everything that is due, once, one after the other. */
  async runDue(options: DeliverDueOptions = {}): Promise<number> {
    let runs = 0;
    for (const site of this.sites) {
      for (const kind of ['events', 'queue', 'schedules'] as const) runs += await this.#deliver(kind, site, options);
    }
    return runs;
  }

  start(everyMs: number, options: TimerOptions = {}): void {
    this.#interval ??= setInterval(() => {
      if (this.#still > 0) return;
      for (const kind of ['events', 'queue', 'schedules'] as const) this.#round(kind, options);
    }, everyMs).unref();
  }

  async whileStill<T>(work: () => Promise<T>): Promise<T> {
    this.#still += 1;
    try {
      return await work();
    } finally {
      this.#still -= 1;
    }
  }

  close(): void {
    clearInterval(this.#interval);
    this.#interval = undefined;
  }

  /** A slow round is not overtaken by the next one of its kind. */
  #round(kind: keyof Background, { times, onRuns }: TimerOptions): void {
    if (this.#rounds.has(kind)) return;
    this.#rounds.add(kind);
    const round = async () => {
      let runs = 0;
      for (const site of this.sites) runs += await this.#deliver(kind, site, { times: times?.() ?? 1 });
      if (runs > 0) onRuns?.(runs);
    };
    void round().finally(() => this.#rounds.delete(kind));
  }

  async #deliver(kind: keyof Background, site: Site, options: DeliverDueOptions): Promise<number> {
    switch (kind) {
      case 'events':
        return this.background.events.deliver(site, options);
      case 'queue':
        return this.background.queue.deliver(site, options);
      case 'schedules':
        return this.background.schedules.runDue(site);
    }
  }
}

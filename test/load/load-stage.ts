/**
 * Where a load plays: one site, set up by the app's own set-up, on a clock that is counted in turns of the event loop, so
 * that an hour passes in seconds; every request to Jira takes as long as over a network, and Jira's limits hold.
 */
import path from 'node:path';
import { LOWER_BOUND_MS } from '../bench/latency';
import { setUpSite, type TestSite } from '../fixtures/site';
import { createLocalForge } from '../local-forge/index';
import type { LocalJira } from '../local-jira/index';
import { takeOverTime, type SoakTime } from '../soak/soak-time';
import { randomOf, type Random } from '../soak/random';
import { Meter } from './meter';

const BEGIN = '2026-11-20T09:00:00.000Z';
const HOUR = 3_600_000;
const TURN = 10;
/** Minutes; after an hour the next one would begin. */
const RECONCILE_MOST = 60;

export interface LoadStage {
  readonly time: SoakTime;
  readonly site: TestSite;
  readonly meter: Meter;
  readonly random: Random;
  /** Jira for people in its own pages: not counted. */
  readonly people: LocalJira;
  close(): void;
}

/** @param seed of everything random. */
export async function openLoadStage(seed = 1): Promise<LoadStage> {
  const time = takeOverTime(BEGIN);
  const random = randomOf(seed, 'load');
  time.drawFrom(randomOf(seed, 'ids'));
  // What set-up asks is not counted.
  const counting: { meter?: Meter } = {};
  const loadHandlers = async () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const handlers = require('../../src/index') as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
    const timed = Object.entries(handlers).map(([name, handler]) => {
      return [
        name,
        (...args: readonly unknown[]) => counting.meter?.timed(name, () => handler(...args)) ?? handler(...args),
      ] as const;
    });
    return Object.fromEntries(timed);
  };
  const forge = createLocalForge({ appRoot: path.resolve(__dirname, '../..'), clock: time.clock, loadHandlers });
  const site = await setUpSite({ clock: time.clock, forge, latencyMs: LOWER_BOUND_MS, enforceRateLimits: true });
  const meter = new Meter(site.jira);
  counting.meter = meter;
  // What people did until here is not the load's.
  await forge.events.deliver(site.site, { early: true, order: () => [] });
  return {
    time,
    site,
    meter,
    random,
    people: meter.uncounted,
    close: () => {
      meter.end();
      forge.close();
      time.restore();
    },
  };
}

/** Simulated. */
export function pass(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A new hour of Jira's quota, in which nothing was asked yet. */
export function beginHour({ time, meter, site }: LoadStage): void {
  const now = time.clock.now().getTime();
  time.jump(HOUR - (now % HOUR));
  meter.reset();
  site.jira.costs.reset();
  site.forge.invocations.reset();
}

/** Events as they come, each in an invocation of its own; until none is to come and none is at work. */
export async function eventsArrive(
  { site: { forge, site } }: LoadStage,
  until: () => boolean = () => true,
): Promise<void> {
  const atWork = new Set<Promise<unknown>>();
  while (!until() || forge.events.pending(site).length > 0 || atWork.size > 0) {
    if (forge.events.pending(site).length > 0) {
      const delivered: Promise<unknown> = forge.events.deliver(site).finally(() => atWork.delete(delivered));
      atWork.add(delivered);
    }
    await pass(2 * TURN);
  }
}

/** The schedule's hourly run, with all its jobs. @returns minutes until the last one had ended. */
export async function reconcile({ site: { forge, site }, time }: LoadStage): Promise<number> {
  const began = time.clock.now().getTime();
  await forge.schedules.run(site, 'hourly-reconcile');
  const minutes = () => (time.clock.now().getTime() - began) / 60_000;
  while (forge.queue.pending(site).length > 0) {
    if (minutes() > RECONCILE_MOST) throw new Error('the reconcile does not come to its end');
    await forge.queue.deliver(site);
    await pass(100);
  }
  return minutes();
}

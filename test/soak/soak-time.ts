/**
 * Time in a soak: one turn of the event loop is ten milliseconds, so that every pause, back-off and time limit takes as many
 * turns in each run, and nothing depends on how busy the machine is. Time also jumps when told to.
 *
 * Takes the place of `setTimeout`, `Date` and `crypto.randomUUID` of this process until restored.
 */
import type { Clock } from '../local-jira/clock';
import type { Random } from './random';

const TURN_MS = 10;
/** Pauses before a repetition; longer ones are limits. */
const PAUSE = { least: 100, most: 3000 } as const;

interface Timer {
  readonly at: number;
  readonly number: number;
  readonly run: () => void;
}

export interface SoakTime {
  /** What Jira and Forge go by. */
  readonly clock: Clock;
  jump(milliseconds: number): void;
  /** How far the clock of functions and pages is ahead of Jira's, in milliseconds; may be negative. */
  skew(milliseconds: number): void;
  goTo(instant: number): void;
  /** UUIDs come from this from now on. */
  drawFrom(random: Random): void;
  /** Pauses that somebody made before trying again. */
  readonly pauses: number;
  /** Real milliseconds since the start. */
  elapsed(): number;
  restore(): void;
}

export function takeOverTime(start: string): SoakTime {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, Date: globalThis.Date };
  const turn = globalThis.setImmediate;
  const uuidBefore = Object.getOwnPropertyDescriptor(globalThis.crypto, 'randomUUID');
  const began = performance.now();
  let now = real.Date.parse(start);
  let ahead = 0;
  let timers: Timer[] = [];
  let count = 0;
  let turning = false;
  let pauses = 0;
  let random: Random | undefined;

  const wake = () => {
    now += TURN_MS;
    const due = timers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at || a.number - b.number);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
    turning = timers.length > 0;
    if (turning) turn(wake);
  };
  const later = (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
    if (milliseconds >= PAUSE.least && milliseconds <= PAUSE.most) pauses += 1;
    count += 1;
    timers.push({ at: now + Math.max(TURN_MS, milliseconds), number: count, run: () => run(...args) });
    if (!turning) turn(wake);
    turning = true;
    return count;
  };
  class SoakDate extends real.Date {
    constructor(...given: [] | [string | number | Date]) {
      if (given.length === 0) super(now + ahead);
      else super(given[0]);
    }
    static override now(): number {
      return now + ahead;
    }
  }
  globalThis.setTimeout = Object.assign(later, {
    __promisify__: real.setTimeout.__promisify__,
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = (number: unknown) => {
    timers = timers.filter((timer) => timer.number !== number);
  };
  globalThis.Date = SoakDate as DateConstructor;
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => random?.uuid() ?? '' });

  // Limits count from when they were set: a jump takes them along.
  const jump = (milliseconds: number) => {
    now += milliseconds;
    timers = timers.map((timer) => ({ ...timer, at: timer.at + milliseconds }));
  };
  return {
    clock: {
      now: () => new real.Date(now),
      set: (to) => jump(to.getTime() - now),
      advance: jump,
    },
    jump,
    skew: (milliseconds) => void (ahead = milliseconds),
    goTo: (instant) => {
      timers = [];
      jump(instant - now);
    },
    drawFrom: (from) => void (random = from),
    get pauses() {
      return pauses;
    },
    elapsed: () => performance.now() - began,
    restore: () => {
      Object.assign(globalThis, real);
      if (uuidBefore === undefined) Reflect.deleteProperty(globalThis.crypto, 'randomUUID');
      else Object.defineProperty(globalThis.crypto, 'randomUUID', uuidBefore);
    },
  };
}

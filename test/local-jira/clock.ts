/** Time in the local Jira. Nothing else asks the machine for the time. */
export interface Clock {
  now(): Date;
  set(to: Date): void;
  advance(ms: number): void;
}

/** Stands still until it is set or advanced. */
export function fixedClock(iso: string): Clock {
  let at = instant(new Date(iso));
  return {
    now: () => new Date(at),
    set: (to) => {
      at = instant(to);
    },
    advance: (ms) => {
      at += ms;
    },
  };
}

/**
 * Runs with the machine's clock; `set` and `advance` shift it, and it keeps running from there.
 * @param machine taken now: whoever makes `Date` follow this clock later does not turn it round in circles.
 */
export function realClock(machine: () => number = Date.now): Clock {
  let offset = 0;
  return {
    now: () => new Date(machine() + offset),
    set: (to) => {
      offset = instant(to) - machine();
    },
    advance: (ms) => {
      offset += ms;
    },
  };
}

/** Runs like the machine's clock, but starts at the given instant. */
export function offsetClock(iso: string): Clock {
  const clock = realClock();
  clock.set(new Date(iso));
  return clock;
}

function instant(date: Date): number {
  const at = date.getTime();
  if (Number.isNaN(at)) throw new RangeError('a clock needs a valid date');
  return at;
}

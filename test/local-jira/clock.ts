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

/** Runs with the machine's clock; `set` and `advance` shift it, and it keeps running from there. */
export function realClock(): Clock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    set: (to) => {
      offset = instant(to) - Date.now();
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

import type { Clock } from '../local-jira';

/**
 * On a real site, a function's clock and Jira's agree. Here functions run in this process, and the site may live in
 * another year than the machine: from now on `Date` tells the site's time, until the answer is called.
 * Made of the clock alone, which therefore must not ask the global `Date`.
 */
export function followClock(clock: Clock): () => void {
  const Before = Date;
  class SiteDate extends Before {
    constructor(...given: [] | [string | number | Date]) {
      if (given.length === 0) super(clock.now().getTime());
      else super(...(given as [string]));
    }
    static override now(): number {
      return clock.now().getTime();
    }
    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof Before;
    }
  }
  globalThis.Date = SiteDate as DateConstructor;
  return () => {
    globalThis.Date = Before;
  };
}

import type { Clock } from '../../local-jira/index';

/** Twenty seconds a second, so that a task of Jira ends while the app waits for it. */
export function quickClock(iso = '2026-11-20T13:30:00.000Z'): Clock {
  const start = Date.now();
  let offset = 0;
  return {
    now: () => new Date(new Date(iso).getTime() + (Date.now() - start) * 20 + offset),
    set: (to) => {
      offset += to.getTime() - new Date(iso).getTime() - (Date.now() - start) * 20 - offset;
    },
    advance: (ms) => {
      offset += ms;
    },
  };
}

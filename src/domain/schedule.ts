/**
 * What the app does by the clock, and when that is late.
 */

/** Repairs what events missed; tells owners what waits for them; counts each project for its history. */
export const SCHEDULES = ['reconcile', 'digest', 'snapshot'] as const;
export type Schedule = (typeof SCHEDULES)[number];

export type Timing = 'never' | 'onTime' | 'late';

const HOUR = 3_600_000;

/** Twice an hour's interval; a day's interval and two hours: Forge promises no minute. */
export const LATE_AFTER_HOURS: Readonly<Record<Schedule, number>> = { reconcile: 2, digest: 26, snapshot: 26 };

/** @param lastAt when it last began; milliseconds since 1970, as is `now`. */
export function timingOf(schedule: Schedule, lastAt: number | undefined, now: number): Timing {
  if (lastAt === undefined) return 'never';
  return now - lastAt > LATE_AFTER_HOURS[schedule] * HOUR ? 'late' : 'onTime';
}

/** Longer than any pause that Jira asks for (15 minutes) and than any job lives. */
const STUCK_AFTER = 30 * 60_000;

/** Whether work that says it is under way lost its job. @param heardAt milliseconds since 1970, as is `now`. */
export function isStuck(heardAt: number, now: number): boolean {
  return now - heardAt > STUCK_AFTER;
}

/**
 * When things happened in the demo world. Pure; the same number always gives the same instant.
 */
import { TIME_ZONE } from './people';

/** The demo's Now: Friday 20 November 2026, 14:30 in Berlin. */
export const NOW = '2026-11-20T13:30:00.000Z';
/** The day on which Shift-Up was set up. */
export const SET_UP_DAY = '2026-03-03';
/** The history begins with the release that came this day; on the two days the schedule did not run. */
export const HISTORY = { since: '2026-11-03', until: '2026-11-20', missed: ['2026-11-11', '2026-11-12'] } as const;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Days on which issues with these numbers were made; the numbers between are spread evenly. Rising. */
const MADE: readonly (readonly [number: number, day: string])[] = [
  [1, '2025-02-03'],
  [296, '2026-05-28'],
  [309, '2026-06-10'],
  [318, '2026-06-23'],
  [320, '2026-06-26'],
  [323, '2026-06-29'],
  [326, '2026-07-04'],
  [331, '2026-07-12'],
  [336, '2026-07-24'],
  [339, '2026-07-31'],
  [343, '2026-08-06'],
  [344, '2026-08-09'],
  [345, '2026-08-11'],
  [346, '2026-08-12'],
  [347, '2026-08-13'],
  [348, '2026-08-14'],
  [349, '2026-08-15'],
  [350, '2026-08-16'],
  [354, '2026-08-18'],
  [355, '2026-08-30'],
  [356, '2026-08-31'],
  [357, '2026-09-01'],
  [359, '2026-09-03'],
  [360, '2026-09-04'],
  [361, '2026-09-05'],
  [362, '2026-09-07'],
  [364, '2026-09-08'],
  [366, '2026-09-16'],
  [367, '2026-09-18'],
  [368, '2026-09-21'],
  [369, '2026-09-24'],
  [370, '2026-09-26'],
  [371, '2026-09-28'],
  [373, '2026-10-03'],
  [376, '2026-10-13'],
  [385, '2026-10-14'],
  [387, '2026-10-16'],
  [398, '2026-10-28'],
  [401, '2026-10-29'],
  [405, '2026-11-02'],
  [409, '2026-11-03'],
  [412, '2026-11-11'],
  [417, '2026-11-12'],
  [421, '2026-11-16'],
  [425, '2026-11-17'],
  [436, '2026-11-19'],
];

/** The instant at which SHOP-<number> was made, in office hours; later numbers never come earlier. */
export function madeAt(number: number): number {
  const next = MADE.findIndex(([anchor]) => anchor >= number);
  const to = MADE[next];
  if (to === undefined) throw new RangeError(`no day is known for issue number ${number}`);
  const from = MADE[next - 1] ?? to;
  const share = to[0] === from[0] ? 0 : (number - from[0]) / (to[0] - from[0]);
  const days = (noon(to[1]) - noon(from[1])) / DAY;
  const passed = Math.round(share * days * 1000) / 1000;
  const day = isoDay(noon(from[1]) + Math.floor(passed) * DAY);
  const minutes = Math.floor((passed % 1) * 9 * 60);
  return at(day, 8 * 60 + minutes);
}

/** A minute of an ISO day, as the clocks in the office show it. */
export function at(day: string, minuteOfDay: number): number {
  const utc = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * MINUTE;
  return utc - offsetAt(utc) * MINUTE;
}

/** Some minute of the working day, spread by the number. */
export function during(day: string, number: number): number {
  return at(day, 9 * 60 + 30 + ((number * 37) % 420));
}

export function later(instant: number, minutes: number): number {
  return instant + minutes * MINUTE;
}

/** An instant a whole number of days after another. */
export function daysLater(instant: number, days: number): number {
  return instant + days * DAY;
}

function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

const OFFSET = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' });

/** Minutes by which the office's clocks are ahead of UTC. Good except within the hour of a change. */
function offsetAt(utc: number): number {
  const name = OFFSET.formatToParts(utc).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT\+(\d\d):(\d\d)/.exec(name);
  if (match === null) throw new Error(`the time zone ${TIME_ZONE} gives the offset ${name}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

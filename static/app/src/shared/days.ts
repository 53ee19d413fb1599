/**
 * Days as people read them. A day is an ISO string (2026-12-09) without time or zone. Pure but for `isoToday`.
 */
import { differenceInCalendarDays, parseISO } from 'date-fns';

/** The day it is for the viewer: in the time zone they set in Jira, or the browser's where that one is unknown. */
export function isoToday(timezone: string, now: Date = new Date()): string {
  return dayFormat(timezone).format(now);
}

/** Which day an instant is for the viewer: for many instants, because making a format costs more than using one. */
export function dayReader(timezone: string): (instant: Date) => string {
  const format = dayFormat(timezone);
  return (instant) => format.format(instant);
}

function dayFormat(timezone: string): Intl.DateTimeFormat {
  // sv-SE writes 2026-12-09.
  try {
    return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: timezone });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });
  }
}

/** “9 Dec”, with the year where it is not this one: “9 Dec 2027”. */
export function shortDay(day: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return (sameYear ? thisYear : otherYear).format(parseISO(`${day}T00:00:00Z`)).replace('Sept', 'Sep');
}

/** Whole days from today; negative when the day is past. */
export function daysUntil(day: string, today: string): number {
  return differenceInCalendarDays(parseISO(day), parseISO(today));
}

/** “14:30” in the viewer's time zone. */
export function clockTime(instant: Date, timezone: string): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: timezone }).format(instant);
  } catch {
    return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(instant);
  }
}

/** “14:30”, with the day where that is not today: “19 Nov, 14:30”. */
export function momentOf(instant: Date, timezone: string, now: Date): string {
  const [day, today] = [isoToday(timezone, instant), isoToday(timezone, now)];
  const time = clockTime(instant, timezone);
  return day === today ? time : `${shortDay(day, today)}, ${time}`;
}

/** “20 Nov 2026, 14:30”: for what is read elsewhere and later. */
export function fullMoment(instant: Date, timezone: string): string {
  const day = otherYear.format(parseISO(`${isoToday(timezone, instant)}T00:00:00Z`)).replace('Sept', 'Sep');
  return `${day}, ${clockTime(instant, timezone)}`;
}

const thisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const otherYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

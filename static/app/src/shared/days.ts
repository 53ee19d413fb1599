/**
 * Days as people read them. A day is an ISO string (2026-12-09) without time or zone. Pure but for `isoToday`.
 */
import { differenceInCalendarDays, parseISO } from 'date-fns';

/** The day it is for the viewer: in the time zone they set in Jira, or the browser's where that one is unknown. */
export function isoToday(timezone: string, now: Date = new Date()): string {
  return dayFormat(timezone).format(now);
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

const thisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const otherYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

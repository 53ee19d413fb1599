/**
 * Calendar days as ISO text (2026-11-20), without a time zone. Pure.
 */

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists: 2026-02-30 does not. */
export function isIsoDay(value: unknown): value is string {
  return typeof value === 'string' && ISO_DAY.test(value) && daysAfterChecked(value, 0) === value;
}

/**
 * The day so many whole days later (earlier, when negative).
 * @throws RangeError for what is no day, or when the year would leave 0001 to 9999.
 */
export function daysAfter(day: string, days: number): string {
  const result = isIsoDay(day) && Number.isInteger(days) ? daysAfterChecked(day, days) : undefined;
  if (result === undefined) throw new RangeError('not a day');
  return result;
}

/** Counted in UTC, where every day has 24 hours. */
function daysAfterChecked(day: string, days: number): string | undefined {
  const start = new Date(`${day}T00:00:00Z`).getTime();
  const end = new Date(start + days * 86_400_000);
  if (Number.isNaN(end.getTime())) return undefined;
  const text = end.toISOString().slice(0, 10);
  return ISO_DAY.test(text) ? text : undefined;
}

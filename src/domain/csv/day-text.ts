/** Days as registers write them. Pure; days are ISO days, nothing is guessed about the order of day and month. */
import { isIsoDay } from '../day';

/** What "3/4/2026" means: a file says one of both throughout. */
export type DayOrder = 'dayFirst' | 'monthFirst';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** German months that begin otherwise. */
const OTHER_MONTHS: Readonly<Record<string, number>> = { mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12 };

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const DOTS = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/;
const SLASHES = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:\s.*)?$/;
/** "20 Nov 2026", "20/Nov/26 9:00 AM" (Jira), "20. November 2026" */
const NAMED = /^(\d{1,2})[.\s/-]+(\p{L}{3,9})\.?[,\s/-]+(\d{4}|\d{2})(?:\s.*)?$/u;
/** "November 20, 2026" */
const NAMED_FIRST = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

/** `unclear` where day and month could be either and no order is given; `undefined` for what is no day. */
export type DayReading = { readonly day: string } | 'unclear' | undefined;

export function dayOfText(text: string, order: DayOrder | undefined): DayReading {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed) ?? YEAR_FIRST.exec(trimmed);
  if (iso) return dayFrom(iso[1], iso[2], iso[3]);
  const dots = DOTS.exec(trimmed);
  if (dots) return dayFrom(dots[3], dots[2], dots[1]);
  const named = NAMED.exec(trimmed);
  if (named) return dayFrom(named[3], monthOf(named[2]), named[1]);
  const namedFirst = NAMED_FIRST.exec(trimmed);
  if (namedFirst) return dayFrom(namedFirst[3], monthOf(namedFirst[1]), namedFirst[2]);
  const slashes = SLASHES.exec(trimmed);
  return slashes ? bySlashes(slashes, order) : undefined;
}

function bySlashes([, first, second, year]: RegExpExecArray, order: DayOrder | undefined): DayReading {
  const dayFirst = dayFrom(year, second, first);
  const monthFirst = dayFrom(year, first, second);
  if (order !== undefined) return order === 'dayFirst' ? dayFirst : monthFirst;
  if (dayFirst === undefined || monthFirst === undefined || dayFirst.day === monthFirst.day)
    return dayFirst ?? monthFirst;
  return 'unclear';
}

/**
 * The order that these cells themselves tell: one of them can be read in one way only, and none only in the other.
 * `unclear` where a cell can be read both ways and nothing tells.
 */
export function dayOrderIn(cells: readonly string[]): DayOrder | 'unclear' | undefined {
  const days = cells.flatMap((cell) => SLASHES.exec(cell.trim()) ?? []).length === 0 ? [] : cells;
  const both = days.filter((cell) => dayOfText(cell, undefined) === 'unclear');
  if (both.length === 0) return undefined;
  const only = (order: DayOrder, other: DayOrder) =>
    days.some((cell) => dayOfText(cell, order) !== undefined && dayOfText(cell, other) === undefined);
  const dayFirst = only('dayFirst', 'monthFirst');
  const monthFirst = only('monthFirst', 'dayFirst');
  if (dayFirst === monthFirst) return 'unclear';
  return dayFirst ? 'dayFirst' : 'monthFirst';
}

function monthOf(name: string | undefined): string | undefined {
  const start = (name ?? '').toLowerCase().slice(0, 3);
  const month = OTHER_MONTHS[start] ?? MONTHS.indexOf(start) + 1;
  return month === 0 ? undefined : String(month);
}

function dayFrom(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): { readonly day: string } | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const whole = year.length === 2 ? `20${year}` : year;
  const text = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDay(text) ? { day: text } : undefined;
}

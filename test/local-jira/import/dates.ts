const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// Jira's default "complete date/time format" is `dd/MMM/yy h:mm a`; sites may set 24 hours or four-digit years.
const JIRA_DATE =
  /^(\d{1,2})[/ -]([A-Za-z]{3,9})[/ -](\d{4}|\d{2})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2}))?(?: *([AaPp][Mm]))?)?$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a date as Jira's CSV export writes it (`24/May/22 6:37 AM`, `24/May/22`) or as ISO 8601.
 * A time without zone is read as UTC, because the file does not say whose clock it shows.
 * Answers undefined when it is neither, or when the day does not exist (`31/Feb/22`).
 */
export function readDate(text: string): Date | undefined {
  const value = text.trim();
  const jira = JIRA_DATE.exec(value);
  if (jira) return jiraDate(jira);
  const iso = ISO_DATE.exec(value);
  return iso ? isoDate(iso) : undefined;
}

/** The day of a date as Jira keeps day fields: `2022-05-24`. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function jiraDate(match: RegExpExecArray): Date | undefined {
  const [, day = '', month = '', year = '', hour = '0', minute = '0', second = '0', half] = match;
  const monthIndex = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  if (monthIndex < 0) return undefined;
  const hours = half === undefined ? Number(hour) : hoursOfHalfDay(Number(hour), half.toLowerCase());
  if (hours === undefined) return undefined;
  return utc(fullYear(year), monthIndex, Number(day), hours, Number(minute), Number(second), 0);
}

function isoDate(match: RegExpExecArray): Date | undefined {
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z'] = match;
  const milliseconds = Number(`${fraction}00`.slice(0, 3));
  const local = utc(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    milliseconds,
  );
  if (!local || zone === 'Z') return local;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  const offset = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4));
  return new Date(local.getTime() - sign * offset * 60_000);
}

function hoursOfHalfDay(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** Two digits are read as java.text does in exports: this century up to 2069, the last one from 1970. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) < 70 ? 2000 + Number(year) : 1900 + Number(year);
}

function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
): Date | undefined {
  const date = new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
  date.setUTCFullYear(year, month, day);
  const same =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return same ? date : undefined;
}

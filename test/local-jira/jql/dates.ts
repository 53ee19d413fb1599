/** Instants and days of JQL, in the viewer's time zone. */

interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localTime(at: number, timeZone: string): LocalTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return {
    year: parts['year']!,
    month: parts['month']!,
    day: parts['day']!,
    hour: parts['hour']!,
    minute: parts['minute']!,
  };
}

/** The instant at which clocks in the zone show this time; fields may overflow (day 32). */
function instantOf(local: LocalTime, timeZone: string): number {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  let at = asUtc;
  // Twice, for the days on which the offset changes.
  for (let round = 0; round < 2; round += 1) {
    const shown = localTime(at, timeZone);
    at += asUtc - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  }
  return at;
}

/** The day (2026-11-20) that it is in the zone. */
export function dayAt(at: number, timeZone: string): string {
  const { year, month, day } = localTime(at, timeZone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const MS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 } as const;

/** `-5d`, `4w 2d`: from now. A number alone counts minutes. */
function relative(text: string, now: number): number | undefined {
  if (!/^[+-]?\s*(\d+\s*[wdhm]?\s*)+$/.test(text)) return undefined;
  const sign = text.trim().startsWith('-') ? -1 : 1;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)\s*([wdhm]?)/g)) {
    total += Number(amount) * MS[(unit === '' ? 'm' : unit) as keyof typeof MS];
  }
  return now + sign * total;
}

/** A date literal as JQL takes it, or `undefined` when it is none. */
export function parseDate(text: string, now: number, timeZone: string): number | undefined {
  const full = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/.exec(text.trim());
  if (full === null) return relative(text.trim(), now);
  const [, year, month, day, hour, minute] = full.map(Number);
  if (month! < 1 || month! > 12 || day! < 1 || day! > 31) return undefined;
  const local = { year: year!, month: month!, day: day!, hour: hour || 0, minute: minute || 0 };
  return instantOf(local, timeZone);
}

type Unit = 'y' | 'M' | 'w' | 'd' | 'h' | 'm';
const PERIODS: Readonly<Record<string, Unit>> = { day: 'd', week: 'w', month: 'M', year: 'y' };

/** now(), startOfDay("-1w"), endOfMonth() …; `undefined` when the function or its argument is none of these. */
export function dateFunction(name: string, args: readonly string[], now: number, timeZone: string): number | undefined {
  const lower = name.toLowerCase();
  if (lower === 'now') return args.length === 0 ? now : undefined;
  const [, edge, periodName] = /^(start|end)of(day|week|month|year)$/.exec(lower) ?? [];
  if (edge === undefined || periodName === undefined || args.length > 1) return undefined;
  const shift = args[0] === undefined || args[0] === '' ? undefined : /^([+-]?\d+)([yMwdhm]?)$/.exec(args[0]);
  if (shift === null) return undefined;
  const period = PERIODS[periodName]!;
  // As in Jira, the shift is made first and the edge is taken of where it leads.
  const local = shifted(localTime(now, timeZone), Number(shift?.[1] ?? 0), (shift?.[2] || period) as Unit);
  const start = startOf(local, period);
  if (edge === 'start') return instantOf(start, timeZone);
  return instantOf(shifted(start, 1, period), timeZone) - 1;
}

function shifted(local: LocalTime, by: number, unit: Unit): LocalTime {
  switch (unit) {
    case 'y':
      return { ...local, year: local.year + by };
    case 'M':
      return { ...local, month: local.month + by };
    case 'w':
      return { ...local, day: local.day + by * 7 };
    case 'd':
      return { ...local, day: local.day + by };
    case 'h':
      return { ...local, hour: local.hour + by };
    case 'm':
      return { ...local, minute: local.minute + by };
  }
}

/** Weeks start on Monday, as in a European Jira. */
function startOf(local: LocalTime, period: Unit): LocalTime {
  const midnight = { ...local, hour: 0, minute: 0 };
  // Normalises overflowing days and months first.
  const date = new Date(Date.UTC(midnight.year, midnight.month - 1, midnight.day));
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const weekday = (date.getUTCDay() + 6) % 7;
  switch (period) {
    case 'y':
      return { ...midnight, year, month: 1, day: 1 };
    case 'M':
      return { ...midnight, year, month, day: 1 };
    case 'w':
      return { ...midnight, year, month, day: day - weekday };
    default:
      return { ...midnight, year, month, day };
  }
}

import { dateFunction, dayAt, parseDate } from './dates';

const BERLIN = 'Europe/Berlin';
const NOW = Date.parse('2026-11-20T14:30:00Z');
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

it('reads days and times in the viewer’s time zone', () => {
  expect(iso(parseDate('2026-11-20', NOW, BERLIN))).toBe('2026-11-19T23:00:00.000Z');
  expect(iso(parseDate('2026/07/01 08:15', NOW, BERLIN))).toBe('2026-07-01T06:15:00.000Z');
  expect(iso(parseDate('-1w 2d', NOW, BERLIN))).toBe('2026-11-11T14:30:00.000Z');
  expect(parseDate('20.11.2026', NOW, BERLIN)).toBeUndefined();
  expect(dayAt(Date.parse('2026-11-19T23:30:00Z'), BERLIN)).toBe('2026-11-20');
});

it('moves first and then takes the edge, also over the change of the clocks', () => {
  expect(iso(dateFunction('startOfDay', [], NOW, BERLIN))).toBe('2026-11-19T23:00:00.000Z');
  expect(iso(dateFunction('endOfDay', ['+14d'], NOW, BERLIN))).toBe('2026-12-04T22:59:59.999Z');
  expect(iso(dateFunction('startOfWeek', [], NOW, BERLIN))).toBe('2026-11-15T23:00:00.000Z');
  expect(iso(dateFunction('startOfMonth', ['-1'], NOW, BERLIN))).toBe('2026-09-30T22:00:00.000Z');
  expect(iso(dateFunction('endOfYear', [], NOW, BERLIN))).toBe('2026-12-31T22:59:59.999Z');
  expect(iso(dateFunction('now', [], NOW, BERLIN))).toBe('2026-11-20T14:30:00.000Z');
  expect(dateFunction('startOfDay', ['soon'], NOW, BERLIN)).toBeUndefined();
  expect(dateFunction('startOfDecade', [], NOW, BERLIN)).toBeUndefined();
});

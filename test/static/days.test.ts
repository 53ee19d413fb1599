import { clockTime, daysUntil, isoToday, shortDay } from '../../static/app/src/shared/days';

test('today is the day in the zone the viewer set in Jira', () => {
  const late = new Date('2026-11-20T23:30:00Z');
  expect(isoToday('UTC', late)).toBe('2026-11-20');
  expect(isoToday('Europe/Berlin', late)).toBe('2026-11-21');
  expect(isoToday('America/Los_Angeles', late)).toBe('2026-11-20');
});

test('an unknown zone falls back to the browser’s', () => {
  expect(isoToday('Middle/Earth', new Date('2026-11-20T12:00:00Z'))).toMatch(/^2026-11-\d\d$/);
  expect(clockTime(new Date('2026-11-20T12:00:00Z'), 'Middle/Earth')).toMatch(/^\d\d:\d\d$/);
});

test('a date has its year only where it is another', () => {
  expect(shortDay('2026-12-09', '2026-11-20')).toBe('9 Dec');
  expect(shortDay('2027-01-20', '2026-11-20')).toBe('20 Jan 2027');
  expect(shortDay('2026-09-01', '2026-11-20')).toBe('1 Sep');
});

test('days are counted by the calendar, also over a change of clocks', () => {
  expect(daysUntil('2026-11-26', '2026-11-20')).toBe(6);
  expect(daysUntil('2026-11-20', '2026-11-20')).toBe(0);
  expect(daysUntil('2026-11-10', '2026-11-20')).toBe(-10);
  expect(daysUntil('2026-10-26', '2026-10-24')).toBe(2);
});

test('the time of a count is the viewer’s', () => {
  expect(clockTime(new Date('2026-11-20T13:30:00Z'), 'Europe/Berlin')).toBe('14:30');
});

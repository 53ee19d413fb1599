import { fixedClock, offsetClock, realClock } from './clock';

it('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock('2026-11-20T14:30:00Z');
  clock.advance(1_500);
  expect(clock.now().toISOString()).toBe('2026-11-20T14:30:01.500Z');
  clock.set(new Date('2027-01-01T00:00:00Z'));
  expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
});

it('a real clock and an offset clock run on from where they are set', () => {
  const clock = offsetClock('2026-11-20T14:30:00Z');
  expect(clock.now().getTime()).toBeLessThan(Date.parse('2026-11-20T14:31:00Z'));
  clock.advance(3_600_000);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-20T15:30:00Z'));
  expect(Math.abs(realClock().now().getTime() - Date.now())).toBeLessThan(1_000);
});

it('a clock refuses what is no date', () => {
  expect(() => fixedClock('soon')).toThrow(RangeError);
});

import { fixedClock, realClock } from '../local-jira';
import { followClock } from './site-date';

const NOW = '2026-11-20T13:30:00.000Z';

test('Date tells the site’s time, and the machine’s again afterwards', () => {
  const before = Date.now();
  const made = new Date(5);
  const clock = fixedClock(NOW);
  const back = followClock(clock);
  try {
    expect(new Date().toISOString()).toBe(NOW);
    expect(Date.now()).toBe(Date.parse(NOW));
    expect(new Date('2020-01-01T00:00:00.000Z').getTime()).toBe(Date.parse('2020-01-01T00:00:00.000Z'));
    expect([made instanceof Date, new Date() instanceof Date, ({} as object) instanceof Date]).toEqual([
      true,
      true,
      false,
    ]);
    clock.advance(60_000);
    expect(new Date().toISOString()).toBe('2026-11-20T13:31:00.000Z');
  } finally {
    back();
  }
  expect(Math.abs(Date.now() - before)).toBeLessThan(10_000);
});

test('a clock that runs with the machine’s keeps running', () => {
  const clock = realClock();
  const back = followClock(clock);
  try {
    clock.set(new Date(NOW));
    expect(Date.now() - Date.parse(NOW)).toBeLessThan(10_000);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(NOW));
    clock.advance(3_600_000);
    expect(new Date().getTime() - Date.parse(NOW)).toBeGreaterThanOrEqual(3_600_000);
  } finally {
    back();
  }
});

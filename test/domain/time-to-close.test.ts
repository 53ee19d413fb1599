import fc from 'fast-check';
import { LEVELS, type Level } from '../../src/domain/level';
import {
  closeVerdict,
  daysBetween,
  timesToClose,
  type ClosedRisk,
  type LevelStanding,
} from '../../src/domain/time-to-close';

const START = Date.UTC(2026, 0, 1, 9);
const took = (level: Level, days: number): ClosedRisk => ({
  level,
  created: new Date(START).toISOString(),
  closed: new Date(START + days * 86_400_000).toISOString(),
});

describe('time to close', () => {
  test('the quarter of the demo: medians of 21, 38, 64 and 80 days, a percentile from five', () => {
    const closed = [
      ...[14, 21, 33].map((days) => took('Critical', days)),
      ...[71, 12, 19, 26, 33, 38, 44, 52, 71].map((days) => took('High', days)),
      ...[20, 35, 49, 64, 88, 118, 118].map((days) => took('Medium', days)),
      ...[40, 70, 90, 130].map((days) => took('Low', days)),
    ];
    expect(timesToClose(closed)).toEqual({
      Critical: { count: 3, median: 21, percentile90: undefined },
      High: { count: 9, median: 38, percentile90: 71 },
      Medium: { count: 7, median: 64, percentile90: 118 },
      Low: { count: 4, median: 80, percentile90: undefined },
    });
  });

  test('nothing closed has neither', () => {
    expect(timesToClose([]).High).toEqual({ count: 0, median: undefined, percentile90: undefined });
  });

  test('counts days of the calendar, not spans of 24 hours, and never less than none', () => {
    expect(daysBetween('2026-11-01T23:50:00.000Z', '2026-11-02T00:10:00.000Z')).toBe(1);
    expect(daysBetween('2026-11-01T00:10:00.000Z', '2026-11-01T23:50:00.000Z')).toBe(0);
    expect(daysBetween('2026-11-02T00:10:00.000Z', '2026-11-01T23:50:00.000Z')).toBe(0);
    expect(daysBetween('2026-11-01T10:00:00.000Z', '2026-11-20')).toBe(19);
  });

  test('in any sample: half are at most the median, nine in ten at most the percentile, and both were seen or between', () => {
    const days = fc.array(fc.nat({ max: 700 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.constantFrom(...LEVELS), (sample, level) => {
        const { count, median, percentile90 } = timesToClose(sample.map((each) => took(level, each)))[level];
        expect(count).toBe(sample.length);
        const share = (limit: number) => sample.filter((each) => each <= limit).length / sample.length;
        expect(share(median!)).toBeGreaterThanOrEqual(0.5);
        expect(sample.filter((each) => each >= median!).length / sample.length).toBeGreaterThanOrEqual(0.5);
        if (sample.length < 5) expect(percentile90).toBeUndefined();
        else {
          expect(sample).toContain(percentile90);
          expect(share(percentile90!)).toBeGreaterThanOrEqual(0.9);
          expect(percentile90!).toBeGreaterThanOrEqual(median!);
        }
      }),
    );
  });

  test('the order of the sample does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...LEVELS), fc.nat({ max: 300 }))), (sample) => {
        const closed = sample.map(([level, days]) => took(level, days));
        expect(timesToClose([...closed].reverse())).toEqual(timesToClose(closed));
      }),
    );
  });
});

describe('the light over time to close', () => {
  const standing = (of: Partial<LevelStanding> = {}): LevelStanding => ({
    closed: 0,
    open: 0,
    median: undefined,
    oldest: undefined,
    target: 30,
    ...of,
  });
  const levels = (of: Partial<Record<Level, LevelStanding>>) => ({
    Low: standing(),
    Medium: standing(),
    High: standing(),
    Critical: standing(),
    ...of,
  });

  test.each([
    ['nothing closed, nothing open', {}, 'noData', undefined],
    [
      'nothing closed for a year while one is open: closing nothing does not look good',
      { Critical: standing({ open: 1, oldest: 365 }) },
      'actNow',
      { level: 'Critical', by: 'oldest' },
    ],
    ['exactly on the target', { Critical: standing({ open: 1, oldest: 30 }) }, 'onTrack', undefined],
    [
      'another level late',
      { Medium: standing({ open: 5, oldest: 131, target: 90 }), Low: standing({ open: 1, oldest: 200 }) },
      'watch',
      { level: 'Medium', by: 'oldest' },
    ],
    [
      'a slow median of Critical while the open ones are young',
      { Critical: standing({ closed: 6, median: 31, open: 1, oldest: 2 }) },
      'watch',
      { level: 'Critical', by: 'median' },
    ],
    ['quick, and nothing open', { High: standing({ closed: 3, median: 4 }) }, 'onTrack', undefined],
  ] as const)('%s', (_name, of, light, because) => {
    expect(closeVerdict(levels(of))).toEqual({ light, because });
  });

  test('an older open risk never makes the light better', () => {
    const order = ['noData', 'onTrack', 'watch', 'actNow'];
    const any = fc.record({
      closed: fc.nat({ max: 9 }),
      open: fc.constant(1),
      median: fc.option(fc.nat({ max: 99 }), { nil: undefined }),
      oldest: fc.nat({ max: 400 }),
      target: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(
        fc.record({ Low: any, Medium: any, High: any, Critical: any }),
        fc.constantFrom(...LEVELS),
        fc.nat({ max: 300 }),
        (before, level, more) => {
          const after = { ...before, [level]: { ...before[level], oldest: before[level].oldest + more } };
          const rank = (of: typeof before) => order.indexOf(closeVerdict(of).light);
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        },
      ),
    );
  });
});

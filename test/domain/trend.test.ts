/** History as pure rules: one line from what was counted and what was reconstructed, and several projects together. */
import fc from 'fast-check';
import { daysAfter } from '../../src/domain/day';
import { emptyTally, rebuiltFrom, tallied, type RiskDates } from '../../src/domain/rebuilt-trend';
import {
  openRisksOn,
  openRisksTogether,
  trendOf,
  type CountedDay,
  type DayCounts,
  type RebuiltDay,
  type Trend,
} from '../../src/domain/trend';

const counts = (Critical: number, unscored = 0): DayCounts => ({
  open: { Low: 0, Medium: 1, High: 0, Critical },
  unscored,
  overdueReview: 0,
  unowned: 0,
  withoutEnabler: 0,
  enablers: { done: 0, inProgress: 0, toDo: 0 },
  stories: { all: 0, assessed: 0 },
  bypasses: 0,
});
const counted = (day: string, Critical = 0, unscored = 0): CountedDay => ({
  day,
  kind: 'counted',
  counts: counts(Critical, unscored),
});
const rebuilt = (day: string, openRisks: number): RebuiltDay => ({
  day,
  kind: 'rebuilt',
  counts: { openRisks, created: 0, closed: 0 },
});
const SPAN = { from: '2026-11-01', today: '2026-11-20' };

describe('one line', () => {
  test('in order; what was reconstructed ends where counting began, and fills no gap after it', () => {
    const { days } = trendOf(
      '1',
      '2026-11-03',
      [counted('2026-11-06'), counted('2026-11-03')],
      [rebuilt('2026-11-02', 3), rebuilt('2026-11-03', 4), rebuilt('2026-11-04', 5), rebuilt('2026-10-31', 2)],
      SPAN,
    );
    expect(days.map(({ day, kind }) => [day, kind])).toEqual([
      ['2026-11-02', 'rebuilt'],
      ['2026-11-03', 'counted'],
      ['2026-11-06', 'counted'],
    ]);
  });

  test('before the first count, what was reconstructed is all there is', () => {
    expect(trendOf('1', undefined, [], [rebuilt('2026-11-19', 3)], SPAN).days).toHaveLength(1);
  });

  test('open risks are those of every level and those without', () => {
    expect([openRisksOn(counted('2026-11-03', 2, 4)), openRisksOn(rebuilt('2026-11-03', 9))]).toEqual([7, 9]);
  });
});

describe('several projects', () => {
  const trend = (projectId: string, since: string | undefined, days: Trend['days']): Trend => ({
    projectId,
    since,
    days,
  });

  test('a day on which one of them is not known is a gap; levels only where every one was counted', () => {
    const one = trend('1', '2026-11-03', [
      counted('2026-11-03', 1),
      counted('2026-11-04', 1),
      counted('2026-11-05', 1),
    ]);
    const two = trend('2', '2026-11-05', [rebuilt('2026-11-04', 5), counted('2026-11-05', 2)]);
    expect(openRisksTogether([one, two])).toEqual({
      since: '2026-11-05',
      days: [
        { day: '2026-11-04', open: 7 },
        { day: '2026-11-05', open: 5, byLevel: { Low: 0, Medium: 2, High: 0, Critical: 3 } },
      ],
    });
  });

  test('none, and one that never was counted', () => {
    expect(openRisksTogether([])).toEqual({ since: undefined, days: [] });
    const { since } = openRisksTogether([trend('1', '2026-11-03', []), trend('2', undefined, [])]);
    expect(since).toBeUndefined();
  });
});

const START = '2026-01-01';
const DAYS = 40;
const day = fc.integer({ min: -20, max: DAYS + 20 }).map((place) => daysAfter(START, place));
const risk: fc.Arbitrary<RiskDates> = fc.oneof(
  day.map((created) => ({ created, isOpen: true, closed: undefined })),
  fc.tuple(day, day).map(([created, closed]) => ({ created, isOpen: false, closed })),
);

describe('reconstruction', () => {
  const of = (risks: readonly RiskDates[]) => rebuiltFrom(tallied(emptyTally(START, DAYS), risks));
  const byDay = (risks: readonly RiskDates[]) => {
    const { from, days } = of(risks);
    return new Map(days.map((known, place) => [daysAfter(from, place), known]));
  };

  test('on each day: created by its end, and not closed by its end, one by one', () => {
    fc.assert(
      fc.property(fc.array(risk, { maxLength: 30 }), (risks) => {
        for (const [on, known] of byDay(risks)) {
          const closedOn = ({ created, closed }: RiskDates) => closed && (closed < created ? created : closed);
          const open = risks.filter((one) => one.created <= on && (one.isOpen || (closedOn(one) ?? '') > on));
          expect([on, known?.openRisks]).toEqual([on, open.length]);
          expect(known?.created).toBe(risks.filter(({ created }) => created === on).length);
        }
      }),
    );
  });

  test('the same in any order and any portions; never below zero; the sums agree from day to day', () => {
    fc.assert(
      fc.property(fc.array(risk, { maxLength: 30 }), fc.nat(30), (risks, cut) => {
        const whole = of(risks);
        const halves = tallied(tallied(emptyTally(START, DAYS), risks.slice(cut)), risks.slice(0, cut));
        expect(rebuiltFrom(halves)).toEqual(whole);
        for (const [place, known] of whole.days.entries()) {
          const last = place === 0 ? undefined : whole.days[place - 1];
          expect(known?.openRisks).toBeGreaterThanOrEqual(0);
          if (last && known) expect(known.openRisks).toBe(last.openRisks + known.created - known.closed);
        }
      }),
    );
  });

  test('a risk closed without a date: from its first day on nothing is known', () => {
    const known = { created: '2026-01-02', isOpen: true, closed: undefined };
    const lost = { created: '2026-01-05', isOpen: false, closed: undefined };
    const days = byDay([known, lost]);
    expect(days.get('2026-01-04')).toEqual({ openRisks: 1, created: 0, closed: 0 });
    expect([...days].filter(([, one]) => one !== undefined).map(([on]) => on)).toEqual([
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ]);
  });

  test('it begins with the first risk; without any there is nothing', () => {
    expect(of([]).days).toEqual([]);
    expect(of([{ created: '2026-01-10', isOpen: true, closed: undefined }]).from).toBe('2026-01-10');
    expect(of([{ created: '2025-12-10', isOpen: true, closed: undefined }]).from).toBe(START);
  });
});

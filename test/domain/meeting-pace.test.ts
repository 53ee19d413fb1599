import fc from 'fast-check';
import { DECISIONS_FOR_A_PACE, LONGEST_DECISION_MS, paceOf, type Decision } from '../../src/domain/meeting-pace';

const START = Date.parse('2026-11-20T13:30:00.000Z');
const seconds = (count: number) => START + count * 1000;
const oneEach = (...at: readonly number[]): readonly Decision[] =>
  at.map((each) => ({ at: seconds(each), stories: 1 }));

describe('the pace of a meeting', () => {
  test('is not there before five decisions', () => {
    expect(paceOf({ startedAt: START, decisions: oneEach(30, 60, 90, 120), left: 10 })).toBeUndefined();
  });

  test('12 stories in 9 minutes leave 28 minutes for 37', () => {
    const decisions = oneEach(...Array.from({ length: 12 }, (_, index) => (index + 1) * 45));
    expect(paceOf({ startedAt: START, decisions, left: 37 })).toEqual({ decided: 12, minutes: 9, minutesLeft: 28 });
  });

  test('a break counts as five minutes, whatever its length', () => {
    const [early, hour] = [oneEach(60, 120, 180, 240), 3600];
    const later = oneEach(hour);
    const pace = paceOf({ startedAt: START, decisions: [...early, ...later], left: 5 });
    // Four minutes and the break's five, for five stories.
    expect(pace).toEqual({ decided: 5, minutes: 9, minutesLeft: 9 });
  });

  test('many at once count as decided and do not make the pace of single ones', () => {
    const decisions = [...oneEach(60, 120, 180, 240), { at: seconds(300), stories: 100 }];
    expect(paceOf({ startedAt: START, decisions, left: 10 })).toEqual({ decided: 104, minutes: 5, minutesLeft: 10 });
  });

  test('many at once alone are all there is to go by', () => {
    const decisions = [60, 120, 180, 240, 300].map((at): Decision => ({ at: seconds(at), stories: 10 }));
    expect(paceOf({ startedAt: START, decisions, left: 100 })).toEqual({ decided: 50, minutes: 5, minutesLeft: 10 });
  });

  test('nothing left takes no time, and anything left at least a minute', () => {
    const decisions = oneEach(1, 2, 3, 4, 5);
    expect(paceOf({ startedAt: START, decisions, left: 0 })?.minutesLeft).toBe(0);
    expect(paceOf({ startedAt: START, decisions, left: 1 })?.minutesLeft).toBe(1);
  });

  const anyDecision = fc.record({
    at: fc.integer({ min: 0, max: 20_000 }).map(seconds),
    stories: fc.integer({ min: 1, max: 50 }),
  });

  test('does not depend on the order, and grows with what is left', () => {
    fc.assert(
      fc.property(
        fc.array(anyDecision, { minLength: DECISIONS_FOR_A_PACE, maxLength: 40 }),
        fc.nat(5000),
        (decisions, left) => {
          const pace = paceOf({ startedAt: START, decisions, left })!;
          expect(paceOf({ startedAt: START, decisions: [...decisions].reverse(), left })?.decided).toBe(pace.decided);
          expect(paceOf({ startedAt: START, decisions, left: left + 1 })!.minutesLeft).toBeGreaterThanOrEqual(
            pace.minutesLeft,
          );
          const longest = Math.max(1, Math.round((decisions.length * LONGEST_DECISION_MS) / 60_000));
          expect(pace.minutes).toBeGreaterThanOrEqual(1);
          expect(pace.minutes).toBeLessThanOrEqual(longest);
        },
      ),
    );
  });
});

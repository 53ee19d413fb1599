import fc from 'fast-check';
import { daysAfter, isIsoDay } from '../../src/domain/day';

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  test('cross months, years, leap days and clock changes', () => {
    expect(daysAfter('2026-11-20', 14)).toBe('2026-12-04');
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysAfter('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysAfter('2026-11-20', -20)).toBe('2026-10-31');
  });

  test('going there and back again ends where it began, and later days sort later', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (start, days) => {
        const end = daysAfter(start, days);
        expect(isIsoDay(end)).toBe(true);
        expect(daysAfter(end, -days)).toBe(start);
        expect(Math.sign(days)).toBe(end === start ? 0 : end > start ? 1 : -1);
      }),
    );
  });

  test('nothing but a day that exists is a day', () => {
    for (const wrong of [
      '2026-02-30',
      '2026-13-01',
      '2026-1-1',
      '20-11-2026',
      '2026-11-20T00:00',
      '',
      null,
      20261120,
    ]) {
      expect(isIsoDay(wrong)).toBe(false);
    }
    expect(() => daysAfter('2026-02-30', 1)).toThrow(RangeError);
    expect(() => daysAfter('2026-02-28', 0.5)).toThrow(RangeError);
    expect(() => daysAfter('9999-12-31', 1)).toThrow(RangeError);
  });
});

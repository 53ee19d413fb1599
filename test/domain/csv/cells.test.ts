/** Figures, words and days of foreign registers. */
import fc from 'fast-check';
import { dayOfText, dayOrderIn } from '../../../src/domain/csv/day-text';
import { commonRating, ratingOfText, ratingWordsIn } from '../../../src/domain/csv/rating-words';
import { treatmentOf } from '../../../src/domain/csv/treatment-words';
import { daysAfter } from '../../../src/domain/day';

describe('likelihood and impact', () => {
  const none = new Map<string, never>();
  test.each([
    ['4', 4],
    [' 5 ', 5],
    ['3.0', 3],
    ['2,0', 2],
    ['4/5', 4],
    ['4 of 5', 4],
    ['4 - Likely', 4],
    ['4 (Likely)', 4],
    ['1: Rare', 1],
    ['3. Possible', 3],
  ])('%s is %d', (text, rating) => expect(ratingOfText(text, none)).toBe(rating));

  test.each(['0', '6', '3.5', '45', '4-5', 'High', '', '4/10', '-3', '1e1'])('%s is no figure', (text) => {
    expect(ratingOfText(text, none)).toBeUndefined();
  });

  test('a word is what somebody says it is', () => {
    const words = new Map([['high', 5] as const]);
    expect([ratingOfText('HIGH', words), ratingOfText('Low', words)]).toEqual([5, undefined]);
  });

  test('words of a file, each once, without figures', () => {
    expect(ratingWordsIn(['High', '4', 'low ', 'HIGH', '', '4 - Likely', 'Severe'])).toEqual(['High', 'low', 'Severe']);
  });

  test('the usual scales rise', () => {
    const scales = [
      ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'],
      ['Very low', 'Low', 'Medium', 'High', 'Very high'],
      ['Negligible', 'Minor', 'Moderate', 'Major', 'Catastrophic'],
      ['Sehr gering', 'Gering', 'Mittel', 'Hoch', 'Sehr hoch'],
    ];
    for (const scale of scales) expect(scale.map(commonRating)).toEqual([1, 2, 3, 4, 5]);
    expect(commonRating('Purple')).toBeUndefined();
  });
});

test.each([
  ['Mitigate', 'Mitigate'],
  ['reduction', 'Mitigate'],
  ['ACCEPTED', 'Accept'],
  ['Share', 'Transfer'],
  ['Vermeiden', 'Avoid'],
  ['Second factor', undefined],
])('treatment %s is %s', (text, treatment) => expect(treatmentOf(text)).toBe(treatment));

describe('days', () => {
  const day = (text: string, order?: 'dayFirst' | 'monthFirst') => {
    const read = dayOfText(text, order);
    return typeof read === 'object' ? read.day : read;
  };

  test.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-20T09:30:00.000+0000', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['20.11.2026', '2026-11-20'],
    ['1.2.26', '2026-02-01'],
    ['20 Nov 2026', '2026-11-20'],
    ['20/Nov/26 9:00 AM', '2026-11-20'],
    ['20. Dezember 2026', '2026-12-20'],
    ['3. März 2027', '2027-03-03'],
    ['November 20, 2026', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['11/20/2026', '2026-11-20'],
    ['05/05/2026', '2026-05-05'],
  ])('%s is %s', (text, expected) => expect(day(text)).toBe(expected));

  test.each(['soon', '2026-02-30', '31.04.2026', '2026', '45000', '', '20 Foo 2026', '13/13/2026'])(
    '%s is none',
    (text) => {
      expect(day(text)).toBeUndefined();
    },
  );

  test('nobody guesses which is the day', () => {
    expect(day('03/04/2026')).toBe('unclear');
    expect(day('03/04/2026', 'dayFirst')).toBe('2026-04-03');
    expect(day('03/04/2026', 'monthFirst')).toBe('2026-03-04');
    expect(day('20/04/2026', 'monthFirst')).toBeUndefined();
  });

  test('one cell that can be read in one way tells for the others; two that disagree tell nothing', () => {
    expect(dayOrderIn(['03/04/2026', '20/04/2026'])).toBe('dayFirst');
    expect(dayOrderIn(['03/04/2026', '04/20/2026'])).toBe('monthFirst');
    expect(dayOrderIn(['03/04/2026', '20/04/2026', '04/20/2026'])).toBe('unclear');
    expect(dayOrderIn(['03/04/2026', 'soon'])).toBe('unclear');
    expect(dayOrderIn(['20/04/2026', '2026-11-20', '05/05/2026'])).toBeUndefined();
  });

  test('every day that we write is read as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 20_000 }), (days) => {
        const iso = daysAfter('2026-11-20', days);
        expect(day(iso)).toBe(iso);
      }),
    );
  });
});

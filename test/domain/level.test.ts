import fc from 'fast-check';
import {
  compareLevels,
  DEFAULT_BANDS,
  isLevel,
  isRating,
  LEVELS,
  levelOf,
  SCALE,
  scoreValue,
} from '../../src/domain/level';

const rating = fc.constantFrom(...SCALE);
const level = fc.constantFrom(...LEVELS);

describe('level of a risk', () => {
  test('the bands are 1–4, 5–9, 10–16, 17–25', () => {
    const byProduct = new Map(
      SCALE.flatMap((likelihood) =>
        SCALE.map((impact) => [likelihood * impact, levelOf({ likelihood, impact })] as const),
      ),
    );
    const productsOf = (wanted: string) =>
      [...byProduct].filter(([, found]) => found === wanted).map(([product]) => product);
    expect(Math.max(...productsOf('Low'))).toBe(4);
    expect([Math.min(...productsOf('Medium')), Math.max(...productsOf('Medium'))]).toEqual([5, 9]);
    expect([Math.min(...productsOf('High')), Math.max(...productsOf('High'))]).toEqual([10, 16]);
    expect([Math.min(...productsOf('Critical')), Math.max(...productsOf('Critical'))]).toEqual([20, 25]);
  });

  test('never falls when likelihood or impact rises', () => {
    fc.assert(
      fc.property(rating, rating, rating, (likelihood, impact, higher) => {
        const before = levelOf({ likelihood, impact });
        const after = levelOf({ likelihood: likelihood > higher ? likelihood : higher, impact });
        expect(LEVELS.indexOf(after)).toBeGreaterThanOrEqual(LEVELS.indexOf(before));
      }),
    );
  });

  test('does not depend on which of the two is which', () => {
    fc.assert(
      fc.property(rating, rating, (a, b) => {
        expect(levelOf({ likelihood: a, impact: b })).toBe(levelOf({ likelihood: b, impact: a }));
        expect(scoreValue({ likelihood: a, impact: b })).toBe(a * b);
      }),
    );
  });

  test('other bands give other levels', () => {
    expect(levelOf({ likelihood: 2, impact: 2 }, { ...DEFAULT_BANDS, Critical: 4 })).toBe('Critical');
  });

  test('sorting is a total order with the most severe first and the unscored last', () => {
    const any = fc.option(level, { nil: undefined });
    fc.assert(
      fc.property(fc.array(any), (levels) => {
        const sorted = [...levels].sort(compareLevels);
        const ranks = sorted.map((one) => (one === undefined ? -1 : LEVELS.indexOf(one)));
        expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
      }),
    );
  });

  test('nothing but a rating is a rating, nothing but a level a level', () => {
    for (const wrong of [0, 6, 2.5, NaN, '3', null, undefined, {}]) expect(isRating(wrong)).toBe(false);
    for (const wrong of ['critical', 'Critical ', '', null, 4]) expect(isLevel(wrong)).toBe(false);
    expect(SCALE.every(isRating) && LEVELS.every(isLevel)).toBe(true);
  });
});

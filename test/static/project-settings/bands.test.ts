import fc from 'fast-check';
import { levelOf, SCALE } from '../../../src/domain/level';
import { bandsOf, rangesOf, upToOf } from '../../../static/app/src/modules/project-settings/bands';

/** Three borders, each above the one before. */
const borders = fc
  .uniqueArray(fc.integer({ min: 1, max: 24 }), { minLength: 3, maxLength: 3 })
  .map((numbers) => numbers.sort((a, b) => a - b) as [number, number, number])
  .map(([Low, Medium, High]) => ({ Low: String(Low), Medium: String(Medium), High: String(High) }));

test('the ranges on screen leave no score out and none twice', () => {
  fc.assert(
    fc.property(borders, (upTo) => {
      const scores = rangesOf(upTo).flatMap(({ from = 0, to = 0 }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      expect(scores).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    }),
  );
});

test('a score lies in the range of the level that the saved bands give it', () => {
  fc.assert(
    fc.property(borders, fc.constantFrom(...SCALE), fc.constantFrom(...SCALE), (upTo, likelihood, impact) => {
      const level = levelOf({ likelihood, impact }, bandsOf(upTo));
      const range = rangesOf(upTo).find((each) => each.level === level);
      expect(range?.from).toBeLessThanOrEqual(likelihood * impact);
      expect(range?.to).toBeGreaterThanOrEqual(likelihood * impact);
    }),
  );
});

test('bands that are opened and not touched are saved as they were', () => {
  fc.assert(
    fc.property(borders, (upTo) => {
      expect(upToOf(bandsOf(upTo))).toEqual(upTo);
    }),
  );
});

test('one border changes where its level ends and where the next one begins, and nothing else', () => {
  const before = rangesOf({ Low: '4', Medium: '9', High: '16' });
  const after = rangesOf({ Low: '4', Medium: '12', High: '16' });
  expect(before.map(({ from, to }) => [from, to])).toEqual([
    [1, 4],
    [5, 9],
    [10, 16],
    [17, 25],
  ]);
  expect(after.map(({ from, to }) => [from, to])).toEqual([
    [1, 4],
    [5, 12],
    [13, 16],
    [17, 25],
  ]);
});

test('while a border is no number, nobody claims to know where the next level begins', () => {
  const ranges = rangesOf({ Low: '4', Medium: 'nine', High: '16' });
  expect(ranges.map(({ from, to }) => [from, to])).toEqual([
    [1, 4],
    [5, undefined],
    [undefined, 16],
    [17, 25],
  ]);
});

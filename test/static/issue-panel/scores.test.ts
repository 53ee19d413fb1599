import { SCALE, type Score } from '../../../src/domain/level';
import { cellName, moved, scoresInWords } from '../../../static/app/src/shared/risk-matrix/scores';

const score = (likelihood: Score['likelihood'], impact: Score['impact']): Score => ({ likelihood, impact });

test('a cell says likelihood, impact, score and level', () => {
  expect(cellName(score(3, 5))).toBe('Likelihood 3 Possible, impact 5 Severe: 15 High');
});

test('two scores are one sentence; an axis that did not move is said once', () => {
  expect(scoresInWords(score(5, 5), score(3, 5))).toBe('Likelihood 5 almost certain → 3 possible. Impact 5 severe.');
  expect(scoresInWords(score(2, 4), undefined)).toBe('Likelihood 2 unlikely. Impact 4 major.');
  expect(scoresInWords(undefined, score(1, 2))).toBe('Likelihood 1 rare. Impact 2 limited.');
  expect(scoresInWords(undefined, undefined)).toBe('');
});

test('arrow keys move one cell and stop at the edges; up is likelier, right is worse', () => {
  expect(moved(score(3, 3), 'ArrowUp')).toEqual(score(4, 3));
  expect(moved(score(3, 3), 'ArrowDown')).toEqual(score(2, 3));
  expect(moved(score(3, 3), 'ArrowRight')).toEqual(score(3, 4));
  expect(moved(score(3, 3), 'ArrowLeft')).toEqual(score(3, 2));
  expect(moved(score(3, 3), 'Home')).toEqual(score(3, 1));
  expect(moved(score(3, 3), 'End')).toEqual(score(3, 5));
  expect(moved(score(3, 3), 'Tab')).toBeUndefined();
  for (const likelihood of SCALE) {
    expect(moved(score(likelihood, 5), 'ArrowRight')).toEqual(score(likelihood, 5));
    expect(moved(score(likelihood, 1), 'ArrowLeft')).toEqual(score(likelihood, 1));
  }
  expect(moved(score(5, 2), 'ArrowUp')).toEqual(score(5, 2));
  expect(moved(score(1, 2), 'ArrowDown')).toEqual(score(1, 2));
});

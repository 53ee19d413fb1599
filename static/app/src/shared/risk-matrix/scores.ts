/**
 * Likelihood and impact in words, and moving about their matrix. Pure.
 */
import { DEFAULT_BANDS, levelOf, scoreValue, SCALE } from '../../../../../src/domain/level';
import type { Level, LevelBands, Rating, Score } from '../../../../../src/domain/level';
import { matrix as words } from '../strings/en-matrix';
import { fill } from '../strings/fill';

/** “Likelihood 3 Possible, impact 5 Severe: 15 High”. */
export function cellName(score: Score, bands: LevelBands = DEFAULT_BANDS): string {
  return fill(words.cell, {
    likelihood: score.likelihood,
    likelihoodWord: words.likelihoods[score.likelihood],
    impact: score.impact,
    impactWord: words.impacts[score.impact],
    score: scoreValue(score),
    level: levelOf(score, bands),
  });
}

export function sameScore(a: Score | undefined, b: Score | undefined): boolean {
  return a !== undefined && b !== undefined && a.likelihood === b.likelihood && a.impact === b.impact;
}

/** “Likelihood 5 almost certain → 3 possible. Impact 5 severe.” Empty when nothing is scored. */
export function scoresInWords(inherent: Score | undefined, residual: Score | undefined): string {
  const from = inherent ?? residual;
  if (from === undefined) return '';
  const to = residual ?? from;
  return `${axis(words.likelihood, from.likelihood, to.likelihood, words.likelihoods)}. ${axis(words.impact, from.impact, to.impact, words.impacts)}.`;
}

function axis(name: string, from: Rating, to: Rating, names: Readonly<Record<Rating, string>>): string {
  const fromWord = names[from].toLowerCase();
  if (from === to) return fill(words.axis.same, { axis: name, value: from, word: fromWord });
  return fill(words.axis.moved, { axis: name, from, fromWord, to, toWord: names[to].toLowerCase() });
}

/** The cell an arrow key leads to, or Home and End within the row; `undefined` for any other key. Stops at the edges. */
export function moved({ likelihood, impact }: Score, key: string): Score | undefined {
  switch (key) {
    case 'ArrowUp':
      return { likelihood: step(likelihood, 1), impact };
    case 'ArrowDown':
      return { likelihood: step(likelihood, -1), impact };
    case 'ArrowRight':
      return { likelihood, impact: step(impact, 1) };
    case 'ArrowLeft':
      return { likelihood, impact: step(impact, -1) };
    case 'Home':
      return { likelihood, impact: 1 };
    case 'End':
      return { likelihood, impact: 5 };
    default:
      return undefined;
  }
}

function step(rating: Rating, by: 1 | -1): Rating {
  return SCALE.find((value) => value === rating + by) ?? rating;
}

/** The level as the field says it, or as the score gives it where the field is empty. */
export function shownLevel(stored: Level | undefined, score: Score | undefined, bands: LevelBands): Level | undefined {
  return stored ?? (score === undefined ? undefined : levelOf(score, bands));
}

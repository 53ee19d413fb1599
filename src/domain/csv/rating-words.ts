/** Likelihood and impact as registers write them: figures, or words of a scale. Pure. */
import { isRating, type Rating } from '../level';
import { wordOf } from './cell-text';

/** What each word of the file stands for; keys as `wordOf` writes them. */
export type RatingWords = ReadonlyMap<string, Rating>;

const COMMON: ReadonlyMap<string, Rating> = new Map(
  (
    [
      [1, 'very low;rare;remote;negligible;insignificant;trivial;highly unlikely;very unlikely;none;sehr niedrig;sehr gering;selten;unbedeutend'], // prettier-ignore
      [2, 'low;unlikely;minor;improbable;niedrig;gering;unwahrscheinlich'],
      [3, 'medium;moderate;possible;mittel;mittelmassig;moglich'],
      [4, 'high;likely;major;probable;significant;serious;hoch;wahrscheinlich;erheblich'],
      [5, 'very high;almost certain;certain;frequent;critical;severe;catastrophic;extreme;very likely;sehr hoch;sehr wahrscheinlich;fast sicher;kritisch;katastrophal'], // prettier-ignore
    ] as const
  ).flatMap(([rating, words]) => words.split(';').map((word) => [word, rating] as const)),
);

/** "4", "4.0", "4/5", "4 of 5", "4 - Likely", "4 (Likely)", "4: Likely". */
const FIGURE = /^([1-5])(?:[.,]0+)?(?:\s*(?:\/|of|von)\s*5)?(?:\s*[-–—:.(]\s*\D.*)?$/iu;

/** `undefined` for what is neither a figure of 1 to 5 nor one of the words. */
export function ratingOfText(text: string, words: RatingWords): Rating | undefined {
  const figure = Number(FIGURE.exec(text.trim())?.[1]);
  return isRating(figure) ? figure : words.get(wordOf(text));
}

/** The words of these cells, in the order of their first appearance; figures are none. */
export function ratingWordsIn(cells: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const cell of cells) {
    const word = wordOf(cell);
    if (word !== '' && !FIGURE.test(cell.trim()) && !found.has(word)) found.set(word, cell.trim());
  }
  return [...found.values()];
}

/** What the commonest scales mean by a word. */
export function commonRating(text: string): Rating | undefined {
  return COMMON.get(wordOf(text));
}

/**
 * Words people type, and where they occur. Pure.
 */

/** A piece of a text: whether it starts with one of the words searched for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Cuts a text where one of the words occurs at the start of a word, whatever the case. */
export function highlighted(text: string, query: string): readonly Piece[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [{ text, hit: false }];
  const pieces: Piece[] = [];
  let plain = '';
  for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
    const word = wanted.find((candidate) => part.toLowerCase().startsWith(candidate));
    if (word === undefined) {
      plain += part;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, hit: false });
    pieces.push({ text: part.slice(0, word.length), hit: true });
    plain = part.slice(word.length);
  }
  if (plain !== '') pieces.push({ text: plain, hit: false });
  return pieces;
}

/** Lower-case words, the longest first. */
export function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** Words shorter than this say little about what a risk is about. */
const TELLING = 4;
/** So many first letters decide whether two words are about the same: card, cards; number, numbers. */
const STEM = 4;
/** Shared telling words from which two summaries look like one risk. */
const ALIKE = 2;
/** Most that are offered: more would be a second search. */
const MOST = 3;

/** The risks whose summary shares telling words with what is being written, the most alike first. */
export function lookingAlike<Risk extends { readonly summary: string }>(
  summary: string,
  risks: readonly Risk[],
): readonly Risk[] {
  const written = stemsOf(summary);
  const needed = Math.min(ALIKE, written.size);
  if (needed === 0) return [];
  return risks
    .map((risk) => ({ risk, shared: [...stemsOf(risk.summary)].filter((stem) => written.has(stem)).length }))
    .filter(({ shared }) => shared >= needed)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({ risk }) => risk);
}

/** The word to search for when looking for similar risks: the longest, if it tells anything. */
export function tellingWord(summary: string): string | undefined {
  const [longest] = wordsOf(summary);
  return longest !== undefined && longest.length > TELLING ? longest : undefined;
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length >= TELLING && !COMMON.has(word))
      .map((word) => word.slice(0, STEM)),
  );
}

/** Long words that stand in risks of every kind. */
const COMMON: ReadonlySet<string> = new Set([
  ...['after', 'from', 'into', 'with', 'without', 'that', 'this', 'when', 'their', 'through', 'could', 'allows'],
  ...['nach', 'oder', 'einer', 'eine', 'ohne', 'durch', 'wird', 'nicht'],
]);

/**
 * The little language of the evidence table, and how it is matched. Linear in the text: from each word only a bounded
 * number of further words is looked at. Pure.
 *
 * - `word`: this word, also with an English plural ending;
 * - `word*`: any word that begins so; `*word*`: any long word that holds it (German writes compounds in one);
 * - `(a|b*|c)`: one of these;
 * - `~3`: up to three words of any kind.
 */
import type { Word } from './words';

/** `beginning`: the first three letters, cut off once for each word. */
type Test = (word: string, beginning: string) => boolean;

interface Part {
  readonly test: Test;
  /** Up to so many words may stand before it. */
  readonly gap: number;
}

export interface Pattern<T> {
  readonly of: T;
  readonly parts: readonly Part[];
}

/** A compound is looked into only from this length on: shorter words are no compounds. */
const COMPOUND_LENGTH = 9;
/** No language has longer ones; what is longer is no word. */
const LONGEST_COMPOUND = 60;
const LONGEST_GAP = 9;

/** Patterns by what their first word can be, so that most words of a text cost one look-up. */
export interface PatternIndex<T> {
  readonly byWord: ReadonlyMap<string, readonly Pattern<T>[]>;
  /** By the first three letters. */
  readonly byBeginning: ReadonlyMap<string, readonly Pattern<T>[]>;
  readonly within: readonly Pattern<T>[];
}

export interface Match<T> {
  readonly of: T;
  /** Indices into the words; `to` is the last one. */
  readonly from: number;
  readonly to: number;
}

/** @throws RangeError for text that is not of the language: a mistake in the table. */
export function indexOf<T>(rows: Iterable<{ readonly pattern: string; readonly of: T }>): PatternIndex<T> {
  const byWord = new Map<string, Pattern<T>[]>();
  const byBeginning = new Map<string, Pattern<T>[]>();
  const within: Pattern<T>[] = [];
  for (const { pattern, of } of rows) {
    const [first, ...rest] = pattern.split(' ');
    if (first === undefined || first === '' || first.startsWith('~')) throw new RangeError(`no pattern: ${pattern}`);
    const parts = partsOf(rest, pattern);
    for (const choice of choicesOf(first)) {
      const compiled = { of, parts: [{ test: testOf([choice]), gap: 0 }, ...parts] };
      if (choice.startsWith('*')) within.push(compiled);
      else if (choice.endsWith('*')) add(byBeginning, choice.slice(0, 3), compiled);
      else for (const form of formsOf(choice)) add(byWord, form, compiled);
    }
  }
  return { byWord, byBeginning, within };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function partsOf(texts: readonly string[], pattern: string): readonly Part[] {
  const parts: Part[] = [];
  let gap = 0;
  for (const text of texts) {
    if (text.startsWith('~')) {
      gap = Number(text.slice(1));
      if (!(gap >= 1 && gap <= LONGEST_GAP)) throw new RangeError(`no gap: ${pattern}`);
      continue;
    }
    parts.push({ gap, test: testOf(choicesOf(text)) });
    gap = 0;
  }
  if (gap !== 0) throw new RangeError(`a gap at the end: ${pattern}`);
  return parts;
}

function choicesOf(text: string): readonly string[] {
  if (text.startsWith('(') !== text.endsWith(')')) throw new RangeError(`a choice is written without spaces: ${text}`);
  return text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).split('|') : [text];
}

/** One look-up for whole words and one for beginnings, however many choices there are. */
function testOf(choices: readonly string[]): Test {
  const whole = new Set<string>();
  const beginnings = new Map<string, string[]>();
  const held: string[] = [];
  for (const choice of choices) {
    const stem = choice.replaceAll('*', '');
    if (stem.length < (choice.endsWith('*') ? 3 : 1)) throw new RangeError(`too short: ${choice}`);
    if (choice.startsWith('*')) held.push(stem);
    else if (choice.endsWith('*')) add(beginnings, stem.slice(0, 3), stem);
    else for (const form of formsOf(stem)) whole.add(form);
  }
  return (word, beginning) =>
    whole.has(word) ||
    (beginnings.get(beginning)?.some((stem) => word.startsWith(stem)) ?? false) ||
    (isCompound(word) && held.some((stem) => word.includes(stem)));
}

function isCompound(word: string): boolean {
  return word.length >= COMPOUND_LENGTH && word.length <= LONGEST_COMPOUND;
}

/** The word itself and its English plurals. */
function formsOf(word: string): readonly string[] {
  if (word.length < 3 || !/[a-z]$/.test(word)) return [word];
  const plural = /[^aeiou]y$/.test(word)
    ? `${word.slice(0, -1)}ies`
    : /(s|x|ch|sh)$/.test(word)
      ? `${word}es`
      : `${word}s`;
  return [word, plural];
}

/** Every place where a pattern matches, within one sentence, in the order of the text. */
export function matchesIn<T>(index: PatternIndex<T>, words: readonly Word[]): readonly Match<T>[] {
  const found: Match<T>[] = [];
  const beginnings = words.map(({ text }) => text.slice(0, 3));
  const given = words.length > LONG_TEXT ? new GivenUp(words) : undefined;
  words.forEach(({ text }, from) => {
    const candidates = [
      index.byWord.get(text),
      index.byBeginning.get(beginnings[from] ?? ''),
      isCompound(text) ? index.within : undefined,
    ];
    for (const patterns of candidates) {
      for (const pattern of patterns ?? []) {
        if (given?.isUp(pattern)) continue;
        const to = endOf(pattern.parts, words, beginnings, from);
        if (to !== undefined) found.push({ of: pattern.of, from, to });
        else given?.failed(pattern);
      }
    }
  });
  return found;
}

/** From so many words on it pays to notice patterns that begin again and again and never end. */
const LONG_TEXT = 1000;
const FAILURES_MOST = 128;

/**
 * Patterns that began often in vain, because a word they need is nowhere in the text: they are not tried again. Makes a
 * text that says one word ten thousand times no dearer than any other.
 */
class GivenUp {
  readonly #failures = new Map<Pattern<unknown>, number>();
  #vocabulary: readonly string[] | undefined;

  constructor(private readonly words: readonly Word[]) {}

  isUp(pattern: Pattern<unknown>): boolean {
    return this.#failures.get(pattern) === Infinity;
  }

  failed(pattern: Pattern<unknown>): void {
    const failures = (this.#failures.get(pattern) ?? 0) + 1;
    this.#failures.set(pattern, failures === FAILURES_MOST && !this.#canMatch(pattern) ? Infinity : failures);
  }

  #canMatch({ parts }: Pattern<unknown>): boolean {
    const vocabulary = (this.#vocabulary ??= [...new Set(this.words.map(({ text }) => text))]);
    return parts.every(({ test }) => vocabulary.some((word) => test(word, word.slice(0, 3))));
  }
}

/** Index of the last word when the parts match from here on: each part takes the nearest word that passes. */
function endOf(
  parts: readonly Part[],
  words: readonly Word[],
  beginnings: readonly string[],
  from: number,
): number | undefined {
  const sentence = words[from]?.sentence;
  let at = from - 1;
  for (const { test, gap } of parts) {
    let next = at + 1;
    for (; next <= at + 1 + gap; next += 1) {
      const word = words[next];
      if (word === undefined || word.sentence !== sentence) return undefined;
      if (test(word.text, beginnings[next] ?? '')) break;
    }
    if (next > at + 1 + gap) return undefined;
    at = next;
  }
  return at;
}

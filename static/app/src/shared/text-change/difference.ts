/**
 * The difference of two texts as it is shown: the places that read differently, with a few words around each. Pure.
 */
import { textWords, wordChanges } from './word-changes';
import type { TextWord, WordRun } from './word-changes';

/** A piece of a text as it stands there. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** One place. A side is empty where nothing was taken away, or nothing was added. */
export interface Place {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

export interface Difference {
  readonly places: readonly Place[];
  /** There is more than is shown: nobody reads a whole new text in a narrow column. */
  readonly cut: boolean;
}

/** Words shown around a change, as far as its line goes. */
const AROUND = 5;
/** Of one text. */
const PLACES_AT_MOST = 30;
/** Of one side of one place, in UTF-16 units. */
const LENGTH_AT_MOST = 1_500;

/** No places where the words are the same, whatever else differs. */
export function differenceOf(before: string, after: string): Difference {
  const [beforeWords, afterWords] = [textWords(before), textWords(after)];
  const groups = grouped(wordChanges(beforeWords, afterWords));
  const places = groups.slice(0, PLACES_AT_MOST).map((changes): Place => {
    const old = changes.map(({ beforeFrom, beforeTo }) => ({ from: beforeFrom, to: beforeTo }));
    const young = changes.map(({ afterFrom, afterTo }) => ({ from: afterFrom, to: afterTo }));
    return { before: sideOf(before, beforeWords, old), after: sideOf(after, afterWords, young) };
  });
  const shown = places.map((place) => ({ before: shortened(place.before), after: shortened(place.after) }));
  const cut =
    groups.length > places.length ||
    shown.some(({ before: left, after: right }, index) => {
      return left !== places[index]?.before || right !== places[index].after;
    });
  return { places: shown, cut };
}

/** The changed runs; those so near to each other that the words between them would be shown twice are one place. */
function grouped(runs: readonly WordRun[]): readonly (readonly WordRun[])[] {
  const groups: WordRun[][] = [];
  let near = false;
  for (const run of runs) {
    const open = groups.at(-1);
    if (!run.changed) near = run.afterTo - run.afterFrom <= 2 * AROUND;
    else if (open !== undefined && near) open.push(run);
    else groups.push([run]);
  }
  return groups;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function sideOf(text: string, words: readonly TextWord[], changes: readonly Range[]): readonly Piece[] {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined || changes.every(({ from, to }) => from === to)) return [];
  const start = startOfPlace(text, words, first.from);
  const end = endOfPlace(text, words, last.to);
  const pieces: Piece[] = [];
  let at = start.at;
  const add = (until: number, changed: boolean) => {
    if (until > at) pieces.push({ text: text.slice(at, until), changed });
    at = Math.max(at, until);
  };
  if (start.midLine) pieces.push({ text: '… ', changed: false });
  for (const { from, to } of changes) {
    const [word, behind] = [words[from], words[to - 1]];
    if (from === to || word === undefined || behind === undefined) continue;
    add(word.start, false);
    add(behind.end, true);
  }
  add(end.at, false);
  if (end.midLine) pieces.push({ text: ' …', changed: false });
  return pieces;
}

/** Up to `AROUND` words before a word, and no further than its line goes. */
function startOfPlace(text: string, words: readonly TextWord[], from: number) {
  let first = from;
  // Nothing may stand there: the change is at the very end of the text.
  const edge = words[from]?.start ?? text.length;
  while (
    first > 0 &&
    from - first < AROUND &&
    sameLine(text, words[first - 1]?.end ?? 0, words[first]?.start ?? edge)
  ) {
    first -= 1;
  }
  const start = words[first]?.start ?? edge;
  const previous = words[first - 1];
  const midLine = previous !== undefined && sameLine(text, previous.end, start);
  // What opens a line is kept, such as a quotation mark, but no sign of a list.
  const opening = midLine ? '' : (/[^\n]*$/.exec(text.slice(previous?.end ?? 0, start))?.[0] ?? '');
  return { at: start - opening.replace(/^[\s*#•>|+-]+/u, '').length, midLine };
}

function endOfPlace(text: string, words: readonly TextWord[], to: number) {
  let behind = to;
  while (
    behind < words.length &&
    behind - to < AROUND &&
    sameLine(text, words[behind - 1]?.end ?? 0, words[behind]?.start ?? 0)
  ) {
    behind += 1;
  }
  const end = words[behind - 1]?.end ?? 0;
  const next = words[behind];
  const midLine = next !== undefined && sameLine(text, end, next.start);
  const closing = midLine ? '' : (/^[^\n]*/.exec(text.slice(end, next?.start))?.[0] ?? '');
  return { at: end + closing.trimEnd().length, midLine };
}

function sameLine(text: string, from: number, to: number): boolean {
  return !text.slice(from, to).includes('\n');
}

/** The same pieces where they are short enough. */
function shortened(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.reduce((length, { text }) => length + text.length, 0) <= LENGTH_AT_MOST) return pieces;
  const kept: Piece[] = [];
  let left = LENGTH_AT_MOST;
  for (const piece of pieces) {
    if (left > 0) kept.push({ ...piece, text: wholeCharacters(piece.text, left) });
    left -= piece.text.length;
  }
  return [...kept, { text: ' …', changed: false }];
}

/** A character of two units is never torn apart. */
function wholeCharacters(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

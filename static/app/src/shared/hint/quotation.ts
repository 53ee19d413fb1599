/**
 * The few words around the evidence that show it in its sentence. Pure.
 */
import type { Hint, HintPlace } from '../../../../../src/domain/hints/hint';
import type { StoryText } from '../../../../../src/reads/story-view';
import { piecesOf } from './marked-pieces';
import type { Piece, Span } from './marked-pieces';

/** How many places are shown, and how many characters there may be on each side of one. */
const PLACES = 4;
const AROUND = 48;
/** Two stretches nearer than this are shown as one. */
const NEAR = 24;

/** A stretch of the story: `before` and `after` say whether its sentence goes on there. */
export interface Quoted {
  readonly pieces: readonly Piece[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** The strongest places of the strongest evidence, as they follow in the story; the summary first. */
export function quotationOf(hint: Hint, text: StoryText): readonly Quoted[] {
  const places = hint.evidence.flatMap(({ places: [first] }) => (first === undefined ? [] : [first])).slice(0, PLACES);
  return (['summary', 'description'] as const).flatMap((part) => stretchesOf(text[part], placesIn(part, places)));
}

function placesIn(part: HintPlace['part'], places: readonly HintPlace[]): readonly Span[] {
  return places.filter((place) => place.part === part).sort((a, b) => a.start - b.start);
}

function stretchesOf(text: string, marks: readonly Span[]): readonly Quoted[] {
  const stretches: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const sentence = sentenceAround(text, mark);
    const start = beginningOfWord(text, Math.max(sentence.start, mark.start - AROUND), mark.start);
    const end = endOfWord(text, Math.min(sentence.end, mark.end + AROUND), mark.end);
    const last = stretches.at(-1);
    if (last !== undefined && start - last.end < NEAR && !/[\n\r]/.test(text.slice(last.end, start))) {
      last.end = Math.max(last.end, end);
    } else {
      stretches.push({ start, end });
    }
  }
  return stretches.map((stretch) => ({
    pieces: piecesOf(text, marks, stretch),
    cutBefore: stretch.start > sentenceAround(text, { start: stretch.start, end: stretch.start }).start,
    cutAfter: stretch.end < sentenceAround(text, { start: stretch.end, end: stretch.end }).end,
  }));
}

const END = /[.!?;](?=\s|$)|[\n\r]/g;
/** What stands before the first word of a line: bullets, signs of a heading, blanks. */
const LEAD = /^[\s\-*+•–#>|]{1,20}/;
/** A sentence is looked for no further than this. */
const FAR = 400;

function sentenceAround(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - FAR);
  const before = text.slice(from, start);
  const stops = [...before.matchAll(END)];
  const begin = from + (stops.length === 0 ? 0 : (stops.at(-1)?.index ?? 0) + 1);
  const lead = Math.min(LEAD.exec(text.slice(begin, start))?.[0].length ?? 0, start - begin);
  const rest = text.slice(end, end + FAR);
  const stop = rest.search(/[.!?;](?=\s|$)|[\n\r]/);
  return { start: begin + lead, end: stop === -1 ? end + rest.length : end + stop };
}

/** The first beginning of a word from `from` on, so that no word is cut; `limit` is a beginning already. */
function beginningOfWord(text: string, from: number, limit: number): number {
  if (from === 0 || /\s/.test(text[from - 1] ?? ' ')) return from;
  const blank = text.slice(from, limit).search(/\s/);
  return blank === -1 ? limit : from + blank + 1;
}

function endOfWord(text: string, to: number, limit: number): number {
  if (/^(?:\s|$|[.!?;](?:\s|$))/.test(text.slice(to, to + 2))) return to;
  const cut = text.slice(limit, to);
  const blank = cut.search(/\s\S*$/);
  return blank === -1 ? limit : limit + blank;
}

/**
 * A text cut where marks begin and end. Pure.
 */

/** In UTF-16 units of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * The text between `from` and `to` in pieces; joined they are that text again. Marks may overlap, stand in any order, and
 * reach beyond; marks that touch, or are parted by one blank or hyphen only, become one.
 */
export function piecesOf(text: string, marks: readonly Span[], within: Span = { start: 0, end: text.length }): Piece[] {
  const pieces: Piece[] = [];
  let at = within.start;
  const add = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const { start, end } of joined(text, marks)) {
    if (end <= at || start >= within.end) continue;
    add(Math.min(start, within.end), false);
    add(Math.min(end, within.end), true);
  }
  add(within.end, false);
  return pieces;
}

function joined(text: string, marks: readonly Span[]): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last !== undefined && (start <= last.end || /^[ \-‑]$/.test(text.slice(last.end, start)))) {
      last.end = Math.max(last.end, end);
    } else {
      spans.push({ start, end });
    }
  }
  return spans;
}

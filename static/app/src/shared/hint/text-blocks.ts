/**
 * A story's plain text as the blocks a person sees: paragraphs, lists, code. Each line knows where it stands in the text,
 * so that marks can be put on it. Pure.
 */
import type { Span } from './marked-pieces';

export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'list' | 'code';
  readonly lines: readonly Span[];
}

const BULLET = /^[ \t]*(?:[-*+•–]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const HEADING = /^[ \t]*(?:#{1,6}|h[1-6]\.)[ \t]+(?=\S)/;
const FENCE = /^[ \t]*(?:```|~~~|\{code|\{noformat)/;

/** Empty lines are left out; the signs that make a list, a heading or code are not part of a line. */
export function textBlocks(text: string): readonly TextBlock[] {
  const blocks: { kind: TextBlock['kind']; lines: Span[] }[] = [];
  let open: TextBlock['kind'] | undefined;
  let isCode = false;
  const add = (kind: TextBlock['kind'], line: Span) => {
    const last = blocks.at(-1);
    if (last !== undefined && open === kind && kind !== 'heading') last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
    open = kind;
  };
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const bullet = BULLET.exec(line)?.[0].length;
    const heading = HEADING.exec(line)?.[0].length;
    if (FENCE.test(line)) {
      isCode = !isCode;
      open = undefined;
    } else if (isCode) {
      add('code', { start, end });
    } else if (line.trim() === '') {
      open = undefined;
    } else if (heading !== undefined) {
      add('heading', { start: start + heading, end });
    } else if (bullet !== undefined) {
      add('list', { start: start + bullet, end });
    } else {
      add('paragraph', { start, end });
    }
    start = end + 1;
  }
  return blocks;
}

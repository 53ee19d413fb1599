/**
 * Text as the hints read it: words with their place in the original, cut into sentences, without code and addresses.
 * One pass over the text, whatever it holds. Pure.
 */

/** One word of a text. */
export interface Word {
  /** Lower case, with compatibility forms (ﬁ, full-width letters) made plain. */
  readonly text: string;
  /** Where it stands in the original text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Words of one sentence (or one line of a list) have the same number. */
  readonly sentence: number;
  /** Paragraphs are parted by an empty line. */
  readonly paragraph: number;
  /** What stands under one heading, with the heading; 0 before the first. */
  readonly section: number;
}

/**
 * As much as Jira's text fields hold as they are delivered (32,767 characters), and many times what a story says; what is
 * longer is read up to here. In UTF-16 units.
 */
export const READ_AT_MOST = 32_767;

/** A word, the mark of a heading, the end of a sentence, or the beginning of something that is no prose. */
const PIECE =
  /(?<code>```|~~~|\{code[^}\n]{0,40}\}|\{noformat\}|<!--)|(?<inline>`)|(?<address>\]\([^()\s]{1,2000}\)|\b(?:https?|ftp):\/\/\S{1,2000}|<\/?[a-z][^<>\n]{0,300}>)|(?<heading>(?<![^\n])[ \t]{0,3}(?:#{1,6}|h[1-6]\.)[ \t])|(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)|(?<stop>[.!?;•|]|\](?![([])|\n[ \t]{0,20}\n|\n|\r)/giu;

/** How something that is no prose ends, by how it begins. */
const ENDS: Readonly<Record<string, string>> = {
  '```': '```',
  '~~~': '~~~',
  '{noformat}': '{noformat}',
  '<!--': '-->',
};
const END_OF_CODE = '{code}';

/** The words of a text. Code, comments, tags and addresses are left out: they are not what a person says. */
export function wordsOf(text: string): readonly Word[] {
  const read = text.length > READ_AT_MOST ? text.slice(0, READ_AT_MOST) : text;
  const words: Word[] = [];
  let sentence = 0;
  let paragraph = 0;
  let section = 0;
  const pieces = new RegExp(PIECE);
  for (let match = pieces.exec(read); match !== null; match = pieces.exec(read)) {
    const { code, inline, heading, word, stop } = match.groups ?? {};
    if (code !== undefined) {
      const mark = ENDS[code] ?? END_OF_CODE;
      const end = read.indexOf(mark, pieces.lastIndex);
      // A block that nobody closed goes on to the end of the text.
      pieces.lastIndex = end === -1 ? read.length : end + mark.length;
      sentence += 1;
    } else if (inline !== undefined) {
      pieces.lastIndex = endOfInlineCode(read, pieces.lastIndex);
    } else if (heading !== undefined) {
      section += 1;
    } else if (word !== undefined) {
      words.push({
        text: plain(word),
        start: match.index,
        end: match.index + word.length,
        sentence,
        paragraph,
        section,
      });
    } else if (stop !== undefined && !isWithinNumber(read, match.index)) {
      sentence += 1;
      if (stop.length > 1) paragraph += 1;
    }
  }
  return words;
}

/** Inline code ends on its own line; a single backquote is an apostrophe that somebody typed. */
function endOfInlineCode(text: string, from: number): number {
  const line = text.indexOf('\n', from);
  const end = text.indexOf('`', from);
  return end === -1 || (line !== -1 && line < end) ? from : end + 1;
}

/** "2.5", "e.g.": a stop with a letter or digit right behind it ends no sentence. */
function isWithinNumber(text: string, index: number): boolean {
  const next = text[index + 1];
  return text[index] === '.' && next !== undefined && /[\p{L}\p{N}]/u.test(next) && /[\d\p{Ll}]/u.test(next);
}

function plain(word: string): string {
  const lower = word.toLowerCase();
  // Most words are plain already, and normalising costs more than everything else here.
  if (/^[a-zäöüß0-9]+$/.test(lower)) return lower;
  const normal = lower.normalize('NFKC').toLowerCase();
  // "⑴" is "(1)" and some letters are a blank and a mark: a word stays one word, without signs.
  return normal.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') || lower;
}

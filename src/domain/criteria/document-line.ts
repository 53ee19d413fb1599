/**
 * One line of a description, as people write it: in Jira's editor, or with the signs of Markdown or of Jira's old wiki
 * markup. Pure; each pattern looks at a line once.
 */
export type DocumentLine =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  /** A line that names what follows: bold as a whole, or a few words and a colon. */
  | { readonly kind: 'label'; readonly text: string }
  /** "Security criteria: tokens expire": a name and the first of what follows. */
  | { readonly kind: 'labelled'; readonly text: string; readonly rest: string }
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'sentence'; readonly text: string }
  /** The line between which code stands. */
  | { readonly kind: 'fence' }
  /** Nothing, or somebody else's words. */
  | { readonly kind: 'nothing' };

/** More words before a colon are a sentence ("These must all hold before we ship to anybody:"). */
const LABEL_WORDS_MOST = 6;
const LINE_MOST = 2_000;

/** @param bold every word of the line is bold. */
export function lineOf(written: string, bold: boolean): DocumentLine {
  const line = written.slice(0, LINE_MOST).trim();
  if (line === '' || line.startsWith('>') || line.startsWith('bq. ')) return { kind: 'nothing' };
  if (/^(?:```|~~~|\{code|\{noformat|\{quote)/.test(line)) return { kind: 'fence' };
  const heading = /^(?:(#{1,6})|h([1-6])\.)\s+(.*)$/u.exec(line);
  if (heading !== null) {
    const [, signs, level, text = ''] = heading;
    return { kind: 'heading', level: signs?.length ?? Number(level), text: text.replace(/#+$/, '').trim() };
  }
  const item = /^(?:[-*+•–◦]|\d{1,3}[.)])\s+(.*)$/u.exec(line);
  if (item !== null) return { kind: 'item', text: withoutBox(item[1] ?? '') };
  const strong = /^(?:\*{1,2}|__)([^*_]+)(?:\*{1,2}|__)(:?)$/u.exec(line);
  if (bold || strong !== null) return { kind: 'label', text: (strong?.[1] ?? line).replace(/:$/, '').trim() };
  return named(line);
}

function named(line: string): DocumentLine {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).replace(/[*_]/g, '').trim();
  if (colon === -1 || name.split(/\s+/u).length > LABEL_WORDS_MOST) return { kind: 'sentence', text: line };
  const rest = line
    .slice(colon + 1)
    .replace(/^[*_]+/, '')
    .trim();
  return rest === '' ? { kind: 'label', text: name } : { kind: 'labelled', text: name, rest };
}

function withoutBox(item: string): string {
  return item.replace(/^\[[ xX]?\]\s*/, '').trim();
}

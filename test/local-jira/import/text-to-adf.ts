/** The part of Atlassian's document format that an import writes. */
export type AdfNode =
  | { type: 'paragraph'; content: AdfInline[] }
  | { type: 'heading'; attrs: { level: number }; content: AdfInline[] }
  | { type: 'codeBlock'; attrs: { language?: string }; content: { type: 'text'; text: string }[] }
  | { type: 'bulletList'; content: AdfListItem[] }
  | { type: 'orderedList'; attrs: { order: number }; content: AdfListItem[] };
export type AdfInline = { type: 'text'; text: string } | { type: 'hardBreak' };
export interface AdfListItem {
  type: 'listItem';
  content: { type: 'paragraph'; content: AdfInline[] }[];
}
export interface AdfDocument {
  type: 'doc';
  version: 1;
  content: AdfNode[];
}

interface Block {
  node: AdfNode;
  /** The first line that is not part of the block. */
  next: number;
}

const HEADING_WIKI = /^h([1-6])\. +(\S.*)$/;
const HEADING_MARKDOWN = /^(#{1,6}) +(\S.*)$/;
const FENCE = /^\s{0,3}(```|~~~)\s*([\w+#.-]*)\s*$/;
const WIKI_CODE = /^\{(code|noformat)(?::([\w+#.-]*)[^}]*)?\}\s*$/;
const BULLET = /^\s{0,3}[*+-] +(\S.*)$/;
const NUMBERED = /^\s{0,3}(\d{1,9})[.)] +(\S.*)$/;
const NUMBERED_WIKI = /^# +(\S.*)$/;

/**
 * Turns the text of a Jira export (wiki or Markdown) into a document: paragraphs, headings, code blocks and flat lists.
 * Anything else, and every inline mark, link and HTML tag, stays as the characters it is: text is data, never markup
 * that somebody runs. Linear in the length of the text.
 */
export function textToAdf(text: string): AdfDocument {
  const lines = text.split(/\r\n|\n|\r/);
  const content: AdfNode[] = [];
  const missingEnds = new Set<string>();
  let index = 0;
  while (index < lines.length) {
    if (isBlank(lines[index])) {
      index += 1;
      continue;
    }
    const block =
      codeBlock(lines, index, missingEnds) ?? list(lines, index) ?? heading(lines, index) ?? paragraph(lines, index);
    content.push(block.node);
    index = block.next;
  }
  return { type: 'doc', version: 1, content };
}

/** `missingEnds` remembers the ends that no later line has, so that many unclosed starts stay linear. */
function codeBlock(lines: readonly string[], start: number, missingEnds: Set<string>): Block | undefined {
  const line = lines[start] ?? '';
  const fence = FENCE.exec(line);
  const wiki = fence ? null : WIKI_CODE.exec(line);
  if (!fence && !wiki) return undefined;
  const closing = fence?.[1] ?? `{${wiki?.[1] ?? ''}}`;
  if (missingEnds.has(closing)) return undefined;
  let end = start + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== closing) end += 1;
  if (end >= lines.length) {
    // Without its end it is no code block: the rest of the text would be swallowed.
    missingEnds.add(closing);
    return undefined;
  }
  const code = lines.slice(start + 1, end).join('\n');
  const language = fence?.[2] ?? wiki?.[2] ?? '';
  return {
    node: {
      type: 'codeBlock',
      attrs: language === '' ? {} : { language },
      content: code === '' ? [] : [{ type: 'text', text: code }],
    },
    next: end + 1,
  };
}

function heading(lines: readonly string[], start: number): Block | undefined {
  const line = lines[start] ?? '';
  const wiki = HEADING_WIKI.exec(line);
  const markdown = HEADING_MARKDOWN.exec(line);
  const level = wiki ? Number(wiki[1]) : (markdown?.[1]?.length ?? 0);
  const text = wiki?.[2] ?? markdown?.[2];
  if (text === undefined) return undefined;
  return { node: { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] }, next: start + 1 };
}

function list(lines: readonly string[], start: number): Block | undefined {
  const line = lines[start] ?? '';
  if (BULLET.test(line)) {
    const items = itemsOf(lines, start, (candidate) => BULLET.exec(candidate)?.[1]);
    return { node: { type: 'bulletList', content: items }, next: start + items.length };
  }
  const numbered = NUMBERED.exec(line);
  if (numbered) {
    const items = itemsOf(lines, start, (candidate) => NUMBERED.exec(candidate)?.[2]);
    const order = Number(numbered[1]);
    return { node: { type: 'orderedList', attrs: { order }, content: items }, next: start + items.length };
  }
  // `# text` is a numbered item in wiki text and a heading in Markdown; headings do not follow each other directly.
  if (NUMBERED_WIKI.test(line) && NUMBERED_WIKI.test(lines[start + 1] ?? '')) {
    const items = itemsOf(lines, start, (candidate) => NUMBERED_WIKI.exec(candidate)?.[1]);
    return { node: { type: 'orderedList', attrs: { order: 1 }, content: items }, next: start + items.length };
  }
  return undefined;
}

function itemsOf(lines: readonly string[], start: number, textOf: (line: string) => string | undefined): AdfListItem[] {
  const items: AdfListItem[] = [];
  for (let index = start; index < lines.length; index += 1) {
    const text = textOf(lines[index] ?? '');
    if (text === undefined) break;
    items.push({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
  }
  return items;
}

/** The first line always belongs to the paragraph: no other block wanted it. */
function paragraph(lines: readonly string[], start: number): Block {
  const content: AdfInline[] = [];
  let index = start;
  do {
    if (content.length > 0) content.push({ type: 'hardBreak' });
    content.push({ type: 'text', text: lines[index] ?? '' });
    index += 1;
  } while (index < lines.length && !isBlank(lines[index]) && !startsBlock(lines, index));
  return { node: { type: 'paragraph', content }, next: index };
}

function startsBlock(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  return (
    FENCE.test(line) ||
    WIKI_CODE.test(line) ||
    HEADING_WIKI.test(line) ||
    HEADING_MARKDOWN.test(line) ||
    BULLET.test(line) ||
    NUMBERED.test(line)
  );
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

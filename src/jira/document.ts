/**
 * Atlassian Document Format, as far as Shift-Up needs it: to plain text and from plain text.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */

/** How much of a document is looked at. Larger ones are cut, never refused: the text is evidence, not data. */
export const DOCUMENT_LIMITS = { nodes: 20_000, depth: 60, characters: 100_000 } as const;

export interface AdfDocument {
  readonly version: 1;
  readonly type: 'doc';
  readonly content: readonly AdfParagraph[];
}

export interface AdfParagraph {
  readonly type: 'paragraph';
  readonly content: readonly AdfInline[];
}

export type AdfInline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'hardBreak' }
  /** Tells the person of this account id; Jira writes the name. */
  | { readonly type: 'mention'; readonly attrs: { readonly id: string } };

/** Nodes that stand apart from what is before and behind them. */
const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'blockquote',
  'rule',
  'mediaSingle',
  'panel',
  'expand',
  'nestedExpand',
  'caption',
  'table',
]);
const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList', 'decisionList']);
const ITEMS: ReadonlySet<string> = new Set(['listItem', 'taskItem', 'decisionItem']);
const CELLS: ReadonlySet<string> = new Set(['tableCell', 'tableHeader']);

/**
 * The text of a document with the little structure that Markdown writes: an empty line between blocks, `- ` before the
 * items of a list (one a line, two blanks deeper for each list within a list), `## ` before a heading, code between lines
 * of three backquotes and code within a line between single ones, the cells of a row parted by ` | `. Unknown nodes are
 * walked through; what is no document (null, a number) is the empty text, and a string is itself. Never throws, and
 * stops at `DOCUMENT_LIMITS`.
 */
export function plainTextOf(document: unknown): string {
  if (typeof document === 'string') return document.slice(0, DOCUMENT_LIMITS.characters);
  const text = new TextOfDocument();
  text.write(document, { depth: 0, lists: 0, isCell: false });
  return text.toString();
}

interface Surroundings {
  readonly depth: number;
  /** How many lists it stands in. */
  readonly lists: number;
  /** In a table everything of one row is one line. */
  readonly isCell: boolean;
}

/** Gathers the text; what stands between two pieces is written only once the second one is there. */
class TextOfDocument {
  readonly #parts: string[] = [];
  #characters = 0;
  #nodes = 0;
  #between = '';
  #before = '';

  write(node: unknown, around: Surroundings): void {
    this.#nodes += 1;
    if (this.#isFull() || around.depth > DOCUMENT_LIMITS.depth || !isRecord(node)) return;
    const type = typeof node.type === 'string' ? node.type : '';
    if (type === 'hardBreak') this.#part(around.isCell ? ' ' : '\n');
    else if (type === 'heading') this.#block(node, around, `${'#'.repeat(levelOf(node))} `);
    else if (type === 'codeBlock') this.#code(node, around);
    else if (LISTS.has(type)) this.#list(node, around);
    else if (ITEMS.has(type)) this.#item(node, around);
    else if (type === 'tableRow') this.#row(node, around);
    else if (BLOCKS.has(type)) this.#block(node, around, '');
    else {
      this.#add(ownTextOf(node));
      this.#content(node, around);
    }
  }

  toString(): string {
    return this.#parts.join('').slice(0, DOCUMENT_LIMITS.characters).trim();
  }

  #isFull(): boolean {
    return this.#nodes > DOCUMENT_LIMITS.nodes || this.#characters > DOCUMENT_LIMITS.characters;
  }

  #content(node: Readonly<Record<string, unknown>>, around: Surroundings): void {
    if (!Array.isArray(node.content)) return;
    for (const child of node.content) {
      if (this.#isFull()) return;
      this.write(child, { ...around, depth: around.depth + 1 });
    }
  }

  #block(node: Readonly<Record<string, unknown>>, around: Surroundings, before: string): void {
    const parting = around.isCell ? ' ' : around.lists > 0 ? '\n' : '\n\n';
    this.#part(parting);
    if (before !== '' && !around.isCell) this.#before = before;
    this.#content(node, around);
    if (before !== '') this.#before = '';
    this.#part(parting);
  }

  #list(node: Readonly<Record<string, unknown>>, around: Surroundings): void {
    const parting = around.isCell ? ' ' : around.lists > 0 ? '\n' : '\n\n';
    this.#part(parting);
    this.#content(node, { ...around, lists: around.lists + 1 });
    this.#part(parting);
  }

  #item(node: Readonly<Record<string, unknown>>, around: Surroundings): void {
    this.#part(around.isCell ? ' ' : '\n');
    if (!around.isCell) this.#before = `${'  '.repeat(Math.max(0, around.lists - 1))}- `;
    this.#content(node, around);
    this.#before = '';
    this.#part(around.isCell ? ' ' : '\n');
  }

  #row(node: Readonly<Record<string, unknown>>, around: Surroundings): void {
    this.#part('\n');
    const cells = Array.isArray(node.content) ? node.content : [];
    cells.forEach((cell: unknown, index) => {
      if (index > 0 && isRecord(cell) && typeof cell.type === 'string' && CELLS.has(cell.type)) this.#between = ' | ';
      this.write(cell, { ...around, depth: around.depth + 1, isCell: true });
    });
    this.#between = '';
    this.#part('\n');
  }

  #code(node: Readonly<Record<string, unknown>>, around: Surroundings): void {
    if (around.isCell) {
      this.#block(node, around, '');
      return;
    }
    this.#part(around.lists > 0 ? '\n' : '\n\n');
    this.#before = '```\n';
    this.#content(node, around);
    if (this.#before === '') this.#add('\n```');
    this.#before = '';
    this.#part(around.lists > 0 ? '\n' : '\n\n');
  }

  /** The widest parting that was asked for stands; at the very beginning none does. */
  #part(parting: string): void {
    if (this.#between !== ' | ' && parting.length > this.#between.length) this.#between = parting;
  }

  #add(text: string): void {
    if (text === '') return;
    const written = `${this.#parts.length === 0 ? '' : this.#between}${this.#before}${text}`;
    this.#between = '';
    this.#before = '';
    this.#parts.push(written);
    this.#characters += written.length;
  }
}

function levelOf({ attrs }: Readonly<Record<string, unknown>>): number {
  const level = isRecord(attrs) ? attrs.level : undefined;
  return typeof level === 'number' && level >= 1 && level <= 6 ? Math.floor(level) : 2;
}

function ownTextOf(node: Readonly<Record<string, unknown>>): string {
  if (node.type === 'text') {
    if (typeof node.text !== 'string') return '';
    const isCode = Array.isArray(node.marks) && node.marks.some((mark) => isRecord(mark) && mark.type === 'code');
    return isCode && node.text !== '' && !/[`\n\r]/.test(node.text) ? `\`${node.text}\`` : node.text;
  }
  // A mention, an emoji or a status shows the text in its attributes.
  const attributes = node.attrs;
  return isRecord(attributes) && typeof attributes.text === 'string' ? attributes.text : '';
}

/** A document of one paragraph for each stretch of lines without an empty one between them. */
export function documentOf(text: string): AdfDocument {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line !== '') paragraphs.at(-1)?.push(line);
    else if (paragraphs.at(-1)?.length !== 0) paragraphs.push([]);
  }
  if (paragraphs.length > 1 && paragraphs.at(-1)?.length === 0) paragraphs.pop();
  return { version: 1, type: 'doc', content: paragraphs.map(paragraphOf) };
}

function paragraphOf(lines: readonly string[]): AdfParagraph {
  const content = lines.flatMap((line, index): AdfInline[] => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
    { type: 'text', text: line },
  ]);
  return { type: 'paragraph', content };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

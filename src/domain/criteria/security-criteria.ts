/**
 * Security acceptance criteria in a story's description. Pure, and never throws.
 *
 * What counts: the items below a heading, a bold line, or a few words with a colon that say "Security acceptance criteria",
 * "Security criteria", "Security", "Sicherheit", "Akzeptanzkriterien Sicherheit", "Critères de sécurité" and the like
 * (criteria-title.ts): bullets, numbers, tasks, rows of a table, in the document's structure or typed as Markdown. Where
 * the title says that criteria follow, its sentences count as well; below a bare "Security" they do not, because that may
 * be anything. A section ends with the next heading of its level, one begun by a bold or colon line also with the next of
 * those. An expand with such a title, and a row of a table that begins with one, are sections too.
 *
 * What does not count: code, quotations, text that is struck out, and lines that only hold a place ("TBD", "none").
 */
import { childrenOf, hasMark, isNode, textAttribute, typeOf, type AdfNode } from '../adf-node';
import { saysSomething, securityTitle } from './criteria-title';
import { lineOf, type DocumentLine } from './document-line';

/** What a person may add at once: lines, and characters of one. */
export const CRITERIA_LIMITS = { lines: 20, line: 255 } as const;

/** How much of a document is looked at; the rest is as if it were not there. */
const LOOKED_AT = { nodes: 20_000, depth: 40, criteria: 200, characters: 1_000 } as const;

/** @param document the description as Jira gives it (ADF), or plain text or Markdown. */
export function criteriaIn(document: unknown): readonly string[] {
  const reader = new CriteriaReader();
  reader.read(blocksOf(document));
  return reader.criteria;
}

/** The blocks at the top of a document; a text is one paragraph a line. */
export function blocksOf(document: unknown): readonly AdfNode[] {
  if (typeof document !== 'string') return isNode(document) ? childrenOf(document) : [];
  return document
    .slice(0, 200_000)
    .split('\n')
    .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
}

/** The section that is open while a document is read from its beginning. */
interface Section {
  readonly by: 'heading' | 'label';
  /** Of a heading: 1 to 6; an expand's title is below every heading. Of a label: how many lists it stands in. */
  readonly level: number;
  readonly sentencesCount: boolean;
}

const QUIET: ReadonlySet<string> = new Set(['codeBlock', 'blockquote', 'mediaSingle', 'mediaGroup', 'rule']);
const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList', 'decisionList']);
const ITEMS: ReadonlySet<string> = new Set(['listItem', 'taskItem', 'decisionItem']);
const EXPANDS: ReadonlySet<string> = new Set(['expand', 'nestedExpand']);
const BELOW_HEADINGS = 7;

/** Reads block after block, and gathers what stands in a section. */
export class CriteriaReader {
  readonly criteria: string[] = [];
  #section: Section | undefined;
  #inCode = false;
  #nodes = 0;

  /** Whether a section is open after what was read so far. */
  get isOpen(): boolean {
    return this.#section !== undefined;
  }

  read(blocks: readonly AdfNode[], lists = 0, depth = 0): void {
    for (const block of blocks) this.#block(block, lists, depth);
  }

  #block(node: AdfNode, lists: number, depth: number): void {
    this.#nodes += 1;
    if (this.#nodes > LOOKED_AT.nodes || depth > LOOKED_AT.depth) return;
    const type = typeOf(node);
    if (QUIET.has(type)) return;
    if (type === 'heading') this.#heading(headingLevel(node), inlineText(node));
    else if (type === 'paragraph') for (const line of linesIn(node)) this.#line(line, lists);
    else if (LISTS.has(type)) this.#list(node, lists, depth);
    else if (type === 'tableRow') this.#row(node, depth);
    else if (EXPANDS.has(type)) this.#expand(node, lists, depth);
    else this.#within(this.#section, () => this.read(childrenOf(node), lists, depth + 1));
  }

  /** What opens inside stays inside. */
  #within(section: Section | undefined, read: () => void): void {
    const [outside, inCode] = [this.#section, this.#inCode];
    this.#section = section;
    this.#inCode = false;
    read();
    this.#section = outside;
    this.#inCode = inCode;
  }

  #heading(level: number, text: string): void {
    const title = securityTitle(text);
    const stays = this.#section?.by === 'heading' && level > this.#section.level;
    if (title !== undefined) this.#section = { by: 'heading', level, sentencesCount: title === 'criteria' };
    else if (!stays) this.#section = undefined;
  }

  #label(text: string, level: number): void {
    const title = securityTitle(text);
    if (this.#section?.by === 'heading') {
      // A label inside a section parts it; one that asks for criteria makes its sentences count.
      if (title === 'criteria') this.#section = { ...this.#section, sentencesCount: true };
      return;
    }
    this.#section = title === undefined ? undefined : { by: 'label', level, sentencesCount: title === 'criteria' };
  }

  #line(line: DocumentLine, lists: number): void {
    if (line.kind === 'fence') this.#inCode = !this.#inCode;
    if (this.#inCode) return;
    if (line.kind === 'heading') this.#heading(line.level, line.text);
    else if (line.kind === 'label') this.#label(line.text, lists);
    else if (line.kind === 'item') this.#criterion(line.text);
    else if (line.kind === 'sentence') this.#sentence(line.text);
    else if (line.kind === 'labelled') {
      if (securityTitle(line.text) !== 'criteria') this.#sentence(`${line.text}: ${line.rest}`);
      else {
        this.#label(line.text, lists);
        this.#criterion(line.rest);
      }
    }
  }

  #sentence(text: string): void {
    if (this.#section?.sentencesCount === true) this.#criterion(text);
  }

  #criterion(text: string): void {
    if (this.#section === undefined || this.criteria.length >= LOOKED_AT.criteria) return;
    const line = withoutStruck(text).slice(0, LOOKED_AT.characters).trim();
    if (saysSomething(line)) this.criteria.push(line);
  }

  #list(node: AdfNode, lists: number, depth: number): void {
    for (const child of childrenOf(node)) {
      if (ITEMS.has(typeOf(child))) this.#item(child, lists + 1, depth + 1);
      else this.#block(child, lists + 1, depth + 1);
    }
    if (this.#section?.by === 'label' && this.#section.level > lists) this.#section = undefined;
  }

  #item(node: AdfNode, lists: number, depth: number): void {
    this.#nodes += 1;
    if (this.#nodes > LOOKED_AT.nodes || depth > LOOKED_AT.depth) return;
    if (this.#section?.by === 'label' && this.#section.level >= lists) this.#section = undefined;
    const children = childrenOf(node);
    const below = children.filter((child) => LISTS.has(typeOf(child)));
    const own = children.filter((child) => typeOf(child) === 'paragraph');
    // The items of a task list hold their words themselves.
    const text = (own.length > 0 ? own.map(inlineText) : [inlineText(node)]).join(' ').trim();
    const announces = below.length > 0 && securityTitle(text) !== undefined;
    if (announces) this.#label(text, lists);
    else this.#criterion(withoutBox(text));
    for (const list of below) this.#list(list, lists, depth + 1);
  }

  #row(node: AdfNode, depth: number): void {
    const cells = childrenOf(node);
    const texts = cells.map((cell) => childrenOf(cell).map(inlineText).join(' ').trim());
    const title = securityTitle(texts[0] ?? '');
    if (title !== undefined && cells.length > 1) {
      const section: Section = { by: 'heading', level: BELOW_HEADINGS, sentencesCount: title === 'criteria' };
      this.#within(section, () => this.read(cells.slice(1).flatMap(childrenOf), 0, depth + 2));
    } else if (this.#section === undefined) {
      for (const cell of cells) this.#within(undefined, () => this.read(childrenOf(cell), 0, depth + 2));
    } else if (cells.some((cell) => typeOf(cell) !== 'tableHeader')) {
      this.#criterion(texts.filter((text) => text !== '').join(' | '));
    }
  }

  #expand(node: AdfNode, lists: number, depth: number): void {
    const title = securityTitle(textAttribute(node, 'title'));
    const section: Section | undefined =
      title === undefined
        ? this.#section
        : { by: 'heading', level: BELOW_HEADINGS, sentencesCount: title === 'criteria' };
    this.#within(section, () => this.read(childrenOf(node), lists, depth + 1));
  }
}

function headingLevel({ attrs }: AdfNode): number {
  const level = isNode(attrs) ? attrs.level : undefined;
  return typeof level === 'number' && level >= 1 && level <= 6 ? level : 2;
}

/** The words of a paragraph, heading or task, without what is struck out; line breaks as blanks. */
function inlineText(node: AdfNode): string {
  return inlineLines(node)
    .map(({ text }) => text)
    .join(' ');
}

function linesIn(paragraph: AdfNode): readonly DocumentLine[] {
  return inlineLines(paragraph).map(({ text, bold }) => lineOf(text, bold));
}

interface InlineLine {
  readonly text: string;
  readonly bold: boolean;
}

function inlineLines(node: AdfNode): readonly InlineLine[] {
  const lines: { text: string; bold: boolean }[] = [{ text: '', bold: true }];
  for (const child of childrenOf(node).slice(0, LOOKED_AT.nodes)) {
    const line = lines.at(-1);
    if (line === undefined || hasMark(child, 'strike')) continue;
    if (typeOf(child) === 'hardBreak') lines.push({ text: '', bold: true });
    else {
      const text = typeof child.text === 'string' ? child.text : textAttribute(child, 'text');
      const [first = '', ...more] = text.split('\n');
      line.text += first;
      // A blank or a colon behind the bold words leaves the line a title.
      if (/[\p{L}\p{N}]/u.test(text) && !hasMark(child, 'strong')) line.bold = false;
      for (const each of more) lines.push({ text: each, bold: hasMark(child, 'strong') });
    }
  }
  return lines.map(({ text, bold }) => ({ text, bold: bold && text.trim() !== '' }));
}

function withoutStruck(text: string): string {
  return text.replace(/~~[^~]{1,500}~~/g, '');
}

function withoutBox(text: string): string {
  return text.replace(/^\[[ xX]?\]\s*/, '');
}

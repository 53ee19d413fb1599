/**
 * A description with security acceptance criteria added to it: to the section that is there, or to a new one at its end.
 * Nothing else in the document changes. Pure.
 */
import { childrenOf, isNode, textAttribute, typeOf, type AdfNode } from '../adf-node';
import { securityTitle } from './criteria-title';
import { CriteriaReader } from './security-criteria';

/** The part of an Atlassian document that Jira takes as a description. */
export type Document = AdfNode & { readonly type: 'doc'; readonly version: 1; readonly content: readonly AdfNode[] };

/**
 * @param document the description as Jira gave it (ADF); anything else counts as none.
 * @param lines at least one.
 * @param heading of a new section.
 */
export function documentWithCriteria(document: unknown, lines: readonly string[], heading: string): Document {
  const blocks = isNode(document) ? childrenOf(document) : [];
  const content = inSection(blocks, lines, false) ?? [...blocks, headingOf(heading), listOf(lines)];
  return { ...(isNode(document) ? document : {}), type: 'doc', version: 1, content };
}

/** Blocks that may hold a section of their own, and a list in it. */
const CONTAINERS: ReadonlySet<string> = new Set(['expand', 'nestedExpand', 'panel', 'layoutSection', 'layoutColumn']);

/** The same blocks with the lines at the end of the first section among them; `undefined` where there is none. */
function inSection(blocks: readonly AdfNode[], lines: readonly string[], isOpen: boolean): AdfNode[] | undefined {
  const section = isOpen ? { from: -1, to: blocks.length - 1 } : sectionAmong(blocks);
  if (section !== undefined) return atItsEnd(blocks, section, lines);
  for (const [index, block] of blocks.entries()) {
    if (!CONTAINERS.has(typeOf(block))) continue;
    const opens = securityTitle(textAttribute(block, 'title')) !== undefined;
    const content = inSection(childrenOf(block), lines, opens);
    if (content !== undefined) return replaced(blocks, index, { ...block, content });
  }
  return undefined;
}

/** From the block that opens it (−1: open before the first) to the last one that belongs to it. */
interface SectionAt {
  readonly from: number;
  readonly to: number;
}

function sectionAmong(blocks: readonly AdfNode[]): SectionAt | undefined {
  const reader = new CriteriaReader();
  let from: number | undefined;
  for (const [index, block] of blocks.entries()) {
    reader.read([block]);
    if (reader.isOpen && from === undefined) from = index;
    else if (!reader.isOpen && from !== undefined) return { from, to: index - 1 };
  }
  return from === undefined ? undefined : { from, to: blocks.length - 1 };
}

/** The last list of the section grows; where it has none, there is one now. */
function atItsEnd(blocks: readonly AdfNode[], { from, to }: SectionAt, lines: readonly string[]): AdfNode[] {
  for (let index = to; index > from; index -= 1) {
    const block = blocks[index];
    if (block === undefined || (typeOf(block) !== 'bulletList' && typeOf(block) !== 'orderedList')) continue;
    return replaced(blocks, index, { ...block, content: [...childrenOf(block), ...lines.map(itemOf)] });
  }
  return [...blocks.slice(0, to + 1), listOf(lines), ...blocks.slice(to + 1)];
}

function replaced(blocks: readonly AdfNode[], at: number, by: AdfNode): AdfNode[] {
  return blocks.map((block, index) => (index === at ? by : block));
}

function headingOf(text: string): AdfNode {
  return { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text }] };
}

function listOf(lines: readonly string[]): AdfNode {
  return { type: 'bulletList', content: lines.map(itemOf) };
}

function itemOf(text: string): AdfNode {
  return { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

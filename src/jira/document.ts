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

interface AdfParagraph {
  readonly type: 'paragraph';
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
}

/** Nodes that stand on a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'listItem',
  'taskItem',
  'decisionItem',
  'tableRow',
  'rule',
  'mediaSingle',
  'panel',
  'expand',
  'nestedExpand',
  'caption',
]);

interface Visit {
  readonly node: unknown;
  readonly depth: number;
  /** Set for the second visit of a block, after its content. */
  readonly closing?: true;
}

/**
 * The text of a document, one block a line. Unknown nodes are walked through; what is no document (null, a number)
 * is the empty text, and a string is itself. Never throws, and stops at `DOCUMENT_LIMITS`.
 */
export function plainTextOf(document: unknown): string {
  if (typeof document === 'string') return document.slice(0, DOCUMENT_LIMITS.characters);
  const parts: string[] = [];
  let characters = 0;
  let nodes = 0;
  const add = (text: string) => {
    parts.push(text);
    characters += text.length;
  };
  const open: Visit[] = [{ node: document, depth: 0 }];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    if (visit.closing) {
      add('\n');
      continue;
    }
    nodes += 1;
    if (nodes > DOCUMENT_LIMITS.nodes || characters > DOCUMENT_LIMITS.characters) break;
    if (!isRecord(visit.node)) continue;
    add(ownTextOf(visit.node));
    if (typeof visit.node.type === 'string' && BLOCKS.has(visit.node.type)) {
      open.push({ node: undefined, depth: visit.depth, closing: true });
    }
    const content = visit.node.content;
    if (Array.isArray(content) && visit.depth < DOCUMENT_LIMITS.depth) {
      // Backwards onto the stack, so that the first child is visited first; no more than could be looked at.
      for (let index = Math.min(content.length, DOCUMENT_LIMITS.nodes) - 1; index >= 0; index -= 1) {
        open.push({ node: content[index], depth: visit.depth + 1 });
      }
    }
  }
  return parts
    .join('')
    .slice(0, DOCUMENT_LIMITS.characters)
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function ownTextOf(node: Readonly<Record<string, unknown>>): string {
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : '';
  if (node.type === 'hardBreak') return '\n';
  // A mention, an emoji or a status shows the text in its attributes.
  const attributes = node.attrs;
  return isRecord(attributes) && typeof attributes.text === 'string' ? attributes.text : '';
}

/** A document of one paragraph per line; empty lines separate and hold nothing. */
export function documentOf(text: string): AdfDocument {
  const lines = text.split(/\r\n|\r|\n/);
  const content = lines.map((line): AdfParagraph => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { version: 1, type: 'doc', content };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

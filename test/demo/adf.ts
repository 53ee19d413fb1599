/**
 * Atlassian Document Format from a few plain blocks, for the texts of the demo world. Pure.
 */

/** A string is a paragraph; a list of strings is a bullet list; `{ heading }` a heading. */
export type Block = string | readonly string[] | { readonly heading: string };

interface AdfNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfNode[];
  readonly text?: string;
}

export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly AdfNode[];
}

export function adf(...blocks: readonly Block[]): AdfDocument {
  return { type: 'doc', version: 1, content: blocks.map(node) };
}

function node(block: Block): AdfNode {
  if (typeof block === 'string') return paragraph(block);
  if ('heading' in block) return { type: 'heading', attrs: { level: 3 }, content: [text(block.heading)] };
  return {
    type: 'bulletList',
    content: block.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
  };
}

function paragraph(words: string): AdfNode {
  return { type: 'paragraph', content: [text(words)] };
}

function text(words: string): AdfNode {
  return { type: 'text', text: words };
}

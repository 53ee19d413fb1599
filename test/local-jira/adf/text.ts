import type { AdfDocument } from '../state/issue-entities';

const cache = new WeakMap<AdfDocument, string>();

/** The words of a document, as search and history see them: blocks on lines of their own. */
export function adfText(document: AdfDocument | null): string {
  if (document === null) return '';
  let text = cache.get(document);
  if (text === undefined) cache.set(document, (text = textOf(document).trim()));
  return text;
}

/** A document of plain paragraphs, one for each line. */
export function adfFromText(text: string): AdfDocument {
  const paragraphs = text.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { type: 'doc', version: 1, content: paragraphs };
}

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'tableRow', 'blockquote', 'panel', 'rule']);

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { type, text, content, attrs } = node as {
    type?: string;
    text?: string;
    content?: readonly unknown[];
    attrs?: { text?: unknown; url?: unknown };
  };
  if (type === 'text') return text ?? '';
  if (type === 'hardBreak') return '\n';
  if (type === 'mention' || type === 'emoji' || type === 'status')
    return typeof attrs?.text === 'string' ? attrs.text : '';
  if (type === 'inlineCard') return typeof attrs?.url === 'string' ? attrs.url : '';
  const inner = (content ?? []).map(textOf).join('');
  return BLOCKS.has(type ?? '') ? `${inner}\n` : inner;
}

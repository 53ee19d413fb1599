/** The words of a document, blocks apart by an empty line: what a test compares with the text that was imported. */
export function plainText(document: unknown): string {
  return blocksOf(document).map(lineOf).join('\n\n');
}

function blocksOf(node: unknown): unknown[] {
  return isNode(node) && Array.isArray(node.content) ? node.content : [];
}

function lineOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : '';
  if (node.type === 'hardBreak') return '\n';
  const separator = node.type === 'bulletList' || node.type === 'orderedList' ? '\n' : '';
  return blocksOf(node).map(lineOf).join(separator);
}

function isNode(value: unknown): value is { type?: unknown; text?: unknown; content?: unknown } {
  return typeof value === 'object' && value !== null;
}

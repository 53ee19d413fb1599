import { readDocument } from './document';

/**
 * A document as lines one can type: `# ` begins a heading, `- ` a bullet, an empty line a new paragraph.
 * `undefined` when the document holds more than that: editing it here would lose something.
 */
export function documentToText(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  const document = readDocument(value);
  if (document === undefined) return undefined;
  const blocks: string[] = [];
  for (const block of document.content) {
    const text = blockToText(block);
    if (text === undefined) return undefined;
    blocks.push(text);
  }
  return blocks.join('\n\n');
}

type Block = NonNullable<ReturnType<typeof readDocument>>;

function blockToText(block: Block): string | undefined {
  if (block.type === 'paragraph') return lineToText(block);
  if (block.type === 'heading') {
    const line = lineToText(block);
    return line === undefined || line === '' ? undefined : `# ${line}`;
  }
  if (block.type !== 'bulletList') return undefined;
  const items = block.content.map((item) => {
    const [only, ...more] = item.content;
    return only?.type === 'paragraph' && more.length === 0 ? lineToText(only) : undefined;
  });
  return items.includes(undefined) ? undefined : items.map((item) => `- ${item ?? ''}`).join('\n');
}

function lineToText(block: Block): string | undefined {
  let line = '';
  for (const node of block.content) {
    if (node.type === 'hardBreak') line += '\n';
    else if (node.type === 'text' && node.marks.length === 0) line += node.text ?? '';
    else return undefined;
  }
  return line;
}

/** The other way; always a valid document. */
export function textToDocument(text: string): unknown {
  const content: unknown[] = [];
  for (const block of text.replaceAll('\r', '').split(/\n{2,}/)) {
    if (block.trim() === '') continue;
    content.push(...textToBlocks(block));
  }
  return { type: 'doc', version: 1, content };
}

function textToBlocks(block: string): unknown[] {
  const blocks: unknown[] = [];
  let lines: string[] = [];
  let bullets: string[] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push({ type: 'paragraph', content: withBreaks(lines) });
    if (bullets.length > 0) {
      blocks.push({
        type: 'bulletList',
        content: bullets.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
      });
    }
    lines = [];
    bullets = [];
  };
  for (const line of block.split('\n')) {
    const bullet = /^[-*] (.*)$/.exec(line)?.[1];
    const heading = /^#{1,6} (.+)$/.exec(line)?.[1];
    if (heading !== undefined) {
      flush();
      blocks.push({ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: heading }] });
    } else if (bullet !== undefined) {
      if (lines.length > 0) flush();
      bullets.push(bullet);
    } else if (line.trim() !== '') {
      if (bullets.length > 0) flush();
      lines.push(line);
    }
  }
  flush();
  return blocks;
}

function paragraph(line: string): unknown {
  return line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] };
}

function withBreaks(lines: readonly string[]): unknown[] {
  return lines.flatMap((line, at) => [...(at > 0 ? [{ type: 'hardBreak' }] : []), { type: 'text', text: line }]);
}

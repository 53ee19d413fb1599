import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import { DOCUMENT_LIMITS, documentOf, plainTextOf } from '../../src/jira/document';

const schema = JSON.parse(readFileSync(path.resolve(__dirname, '../local-jira/adf/full.json'), 'utf8')) as object;
const isAdf = new Ajv({ strict: false }).compile(schema);

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (words: string) => ({ type: 'text', text: words });
const doc = (...content: unknown[]) => ({ version: 1, type: 'doc', content });

describe('document to text', () => {
  test('blocks are parted, items of a list are not, whatever it is nested in', () => {
    const document = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Criteria')] },
      paragraph(
        text('One '),
        { type: 'text', text: 'bold', marks: [{ type: 'strong' }] },
        { type: 'hardBreak' },
        text('two'),
      ),
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph(text('a'))] },
          { type: 'listItem', content: [paragraph(text('b'))] },
        ],
      },
      paragraph({ type: 'mention', attrs: { id: 'x', text: '@Mara' } }, text(' decides')),
    );
    expect(plainTextOf(document)).toBe('## Criteria\n\nOne bold\ntwo\n\n- a\n- b\n\n@Mara decides');
  });

  const item = (...content: unknown[]) => ({ type: 'listItem', content });
  const list = (...content: unknown[]) => ({ type: 'bulletList', content });

  test('a list within a list, and a second paragraph of an item', () => {
    const document = doc(
      list(
        item(paragraph(text('a')), list(item(paragraph(text('a1'))))),
        item(paragraph(text('b')), paragraph(text('c'))),
      ),
      paragraph(text('behind')),
    );
    expect(plainTextOf(document)).toBe('- a\n  - a1\n- b\nc\n\nbehind');
  });

  test('code stands apart, so that nobody takes it for prose', () => {
    const code = { type: 'codeBlock', attrs: { language: 'sh' }, content: [text('curl -H "token"')] };
    const inline = { type: 'text', text: 'login()', marks: [{ type: 'code' }] };
    expect(plainTextOf(doc(paragraph(text('Call '), inline), code, paragraph(text('then'))))).toBe(
      'Call `login()`\n\n```\ncurl -H "token"\n```\n\nthen',
    );
    expect(plainTextOf(doc({ type: 'codeBlock' }, paragraph(text('then'))))).toBe('then');
  });

  test('a row of a table is a line', () => {
    const cell = (words: string) => ({ type: 'tableCell', content: [paragraph(text(words))] });
    const row = (...content: unknown[]) => ({ type: 'tableRow', content });
    const table = { type: 'table', content: [row(cell('Role'), cell('May see')), row(cell('Nurse'), cell('Chart'))] };
    expect(plainTextOf(doc(paragraph(text('Who')), table, paragraph(text('End'))))).toBe(
      'Who\n\nRole | May see\nNurse | Chart\n\nEnd',
    );
  });

  test('an empty heading or item gives its sign to nothing else', () => {
    const empty = { type: 'heading', attrs: { level: 1 } };
    expect(plainTextOf(doc(empty, paragraph(text('a')), list(item(paragraph())), paragraph(text('b'))))).toBe('a\n\nb');
  });

  test('unknown nodes are walked through', () => {
    expect(plainTextOf(doc({ type: 'fromTheFuture', content: [paragraph(text('still here'))] }))).toBe('still here');
  });

  test.each([
    null,
    undefined,
    7,
    true,
    [],
    {},
    { content: 'x' },
    { content: [null, 7, [], { type: 'text' }, { type: 'text', text: 7 }] },
  ])('%j holds no text and does no harm', (nonsense) => {
    expect(plainTextOf(nonsense)).toBe('');
  });

  test('a string, as the older format had it, is itself', () => {
    expect(plainTextOf('plain')).toBe('plain');
  });

  test('forty levels are read; ten thousand levels, a huge document and a circle end', () => {
    const nested = (levels: number) => {
      let node: unknown = text('deep');
      for (let level = 0; level < levels; level += 1) node = { type: 'panel', content: [node] };
      return node;
    };
    expect(plainTextOf(nested(40))).toBe('deep');
    expect(plainTextOf(nested(10_000))).toBe('');
    const huge = { type: 'doc', content: Array.from({ length: 200_000 }, () => paragraph(text('word'))) };
    expect(plainTextOf(huge).length).toBeLessThanOrEqual(DOCUMENT_LIMITS.characters);
    const circle: { type: string; content: unknown[] } = { type: 'panel', content: [] };
    circle.content.push(circle, text('round'));
    expect(typeof plainTextOf(circle)).toBe('string');
  });
});

describe('text to document', () => {
  test('is what Atlassian accepts, and comes back as the same text', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof(fc.constantFrom('\n', '\r\n', '\r', '- a'), fc.string({ unit: 'grapheme' })))
          .map((parts) => parts.join('')),
        (words) => {
          const document = documentOf(words);
          expect(isAdf(document)).toBe(true);
          expect(plainTextOf(document)).toBe(
            words
              .replace(/\r\n|\r/g, '\n')
              .replace(/\n{3,}/g, '\n\n')
              .trim(),
          );
        },
      ),
    );
    expect(isAdf(documentOf('two\n\nblocks'))).toBe(true);
  });
});

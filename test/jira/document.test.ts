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
  test('one block a line, whatever it is nested in', () => {
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
    expect(plainTextOf(document)).toBe('Criteria\nOne bold\ntwo\na\nb\n@Mara decides');
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
  test('is what Atlassian accepts, and comes back as the same lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const document = documentOf(words);
        expect(isAdf(document)).toBe(true);
        const lines = (value: string) =>
          value
            .split(/[\r\n]+/)
            .filter((line) => line !== '')
            .join('\n')
            .trim();
        expect(plainTextOf(document)).toBe(lines(words));
      }),
    );
    expect(isAdf(documentOf('two\n\nblocks'))).toBe(true);
  });
});

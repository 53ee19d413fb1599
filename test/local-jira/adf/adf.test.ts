import { paragraph } from '../testing/shop';
import { adfProblems, isAdf } from './check';
import { adfFromText, adfText } from './text';

describe('documents', () => {
  it.each([
    ['a plain string', 'text'],
    ['a document without version', { type: 'doc', content: [] }],
    ['an empty text', paragraph('')],
    ['text outside of a block', { type: 'doc', version: 1, content: [{ type: 'text', text: 'x' }] }],
    ['an unknown node', { type: 'doc', version: 1, content: [{ type: 'marquee' }] }],
  ])('refuses %s', (_what, value) => {
    expect(isAdf(value)).toBe(false);
    expect(adfProblems(value)).not.toEqual([]);
  });

  it('accepts what editors write', () => {
    const list = {
      type: 'doc',
      version: 1,
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Why' }] },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'strong' }] }] }],
            },
          ],
        },
      ],
    };
    expect(adfProblems(list)).toEqual([]);
    expect(adfProblems({ type: 'doc', version: 1, content: [] })).toEqual([]);
  });

  it('turns text into paragraphs and back', () => {
    const document = adfFromText('one\n\ntwo');
    expect(adfProblems(document)).toEqual([]);
    expect(adfText(document)).toBe('one\n\ntwo');
  });
});

import fc from 'fast-check';
import { normalisedText, textHash } from '../../src/domain/text-hash';

const story = fc.record({ summary: fc.string({ unit: 'grapheme' }), description: fc.string({ unit: 'grapheme' }) });

describe('hash of the assessed text', () => {
  test('is fourteen hexadecimal digits and always the same', () => {
    expect(textHash({ summary: 'Save card', description: 'For 12 months' })).toBe(
      textHash({ summary: 'Save card', description: 'For 12 months' }),
    );
    fc.assert(fc.property(story, (given) => expect(textHash(given)).toMatch(/^[0-9a-f]{14}$/)));
  });

  test('does not see white space, composition or invisible characters', () => {
    const plain = textHash({ summary: 'Für Käufer', description: 'one two' });
    expect(textHash({ summary: '  Fu\u0308r\u00a0Ka\u0308ufer ', description: 'one\n\n two\u200b' })).toBe(plain);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalisedText(normalisedText(text))).toBe(normalisedText(text));
        expect(normalisedText(`\n ${text}\t `)).toBe(normalisedText(text));
      }),
    );
  });

  test('sees every other change, and text that moves between summary and description', () => {
    const base = { summary: 'Save card', description: 'For 12 months' };
    const others = [
      { ...base, summary: 'save card' },
      { ...base, description: 'For 12 months!' },
      { ...base, description: '' },
      { summary: 'Save', description: 'card For 12 months' },
    ];
    expect(new Set([base, ...others].map(textHash)).size).toBe(others.length + 1);
    fc.assert(
      fc.property(story, story, (a, b) => {
        const same =
          normalisedText(a.summary) === normalisedText(b.summary) &&
          normalisedText(a.description) === normalisedText(b.description);
        expect(textHash(a) === textHash(b)).toBe(same);
      }),
    );
  });
});

import fc from 'fast-check';
import { TEXT_HASH, textHash } from '../../src/domain/text-hash';
import { wordsIn } from '../../src/domain/words-in';

const story = fc.record({ summary: fc.string({ unit: 'grapheme' }), description: fc.string({ unit: 'grapheme' }) });
const sameWords = (a: string, b: string) => JSON.stringify(wordsIn(a)) === JSON.stringify(wordsIn(b));

describe('hash of the assessed text', () => {
  test('is 28 hexadecimal digits, the same where the words are, and another for every other word', () => {
    fc.assert(
      fc.property(story, story, (a, b) => {
        expect(textHash(a)).toMatch(TEXT_HASH);
        expect(textHash(a) === textHash(b)).toBe(
          sameWords(a.summary, b.summary) && sameWords(a.description, b.description),
        );
      }),
    );
  });

  test('tells summary and description apart', () => {
    const base = { summary: 'Save card', description: 'For 12 months' };
    const others = [
      { ...base, summary: 'Save cards' },
      { ...base, description: 'For 13 months' },
      { ...base, description: '' },
      { summary: 'Save', description: 'card For 12 months' },
    ];
    expect(new Set([base, ...others].map(textHash)).size).toBe(others.length + 1);
    expect(textHash({ ...base, description: 'x' }).slice(0, 14)).toBe(textHash(base).slice(0, 14));
  });
});

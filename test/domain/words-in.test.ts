import fc from 'fast-check';
import { wordsIn } from '../../src/domain/words-in';

describe('words as they are compared', () => {
  test.each([
    ['Save card, for 12 months!', ['save', 'card', 'for', '12', 'months']],
    ['  **Save**\n\n- card ', ['save', 'card']],
    ['STRASSE Straße', ['strasse', 'strasse']],
    ['Fu\u0308r Ka\u0308ufer', ['für', 'käufer']],
    ['ver\u00adschlüsselt\u200b', ['verschlüsselt']],
    ['', []],
    ['… — !', []],
  ])('%j', (text, words) => expect(wordsIn(text)).toEqual(words));

  test('are the same again when read again, however the text is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = wordsIn(text);
        expect(wordsIn(words.join(' '))).toEqual(words);
        expect(wordsIn(`\n ${text}\t `)).toEqual(words);
        expect(wordsIn(text.normalize('NFD'))).toEqual(words);
      }),
    );
  });
});

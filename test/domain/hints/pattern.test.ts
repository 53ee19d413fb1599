/** What is given up in a long text would never have matched. */
import fc from 'fast-check';
import { indexOf, matchesIn } from '../../../src/domain/hints/pattern';
import { wordsOf } from '../../../src/domain/hints/words';

const PATTERNS = [
  'only ~2 admin*',
  'only user ~1 may',
  '(delete|remove) only',
  'not ~3 seen',
  'user',
  '*recht* ~1 nur',
];
const INDEX = indexOf(PATTERNS.map((pattern) => ({ pattern, of: pattern })));
const WORDS = ['only', 'user', 'users', 'may', 'delete', 'not', 'seen', 'Zugriffsrechte', 'nur', 'row', 'the'];
/** More than a thousand words are a long text. */
const LONG = 1100;

const places = (text: string, offset = 0) =>
  matchesIn(INDEX, wordsOf(text)).map(({ of, from, to }) => `${of}: ${from + offset} to ${to + offset}`);

test('a long text has the matches of its sentences, whatever is repeated in it', () => {
  const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), sentence, (sentences, last) => {
      const once = sentences.reduce((sum, { length }) => sum + length, 0);
      const all = [...Array.from({ length: Math.ceil(LONG / once) }, () => sentences).flat(), last];
      let offset = 0;
      const alone = all.flatMap((words) => {
        const found = places(words.join(' '), offset);
        offset += words.length;
        return found;
      });
      expect(places(all.map((words) => words.join(' ')).join('. '))).toEqual(alone);
    }),
    { numRuns: 60 },
  );
});

test('the word that was missing comes last', () => {
  const text = `${'only rows. '.repeat(LONG)}Only the admins.`;
  expect(places(text)).toEqual([`only ~2 admin*: ${2 * LONG} to ${2 * LONG + 2}`]);
});

/** Hints on any text, with any words of a project's own: they never fail, and say of a text only what is in it. */
import fc from 'fast-check';
import { AGAINST, EVIDENCE } from '../../src/domain/hints/evidence-table';
import { hintOf, type Hint } from '../../src/domain/hints/hint';
import { languageOf } from '../../src/domain/hints/language';
import { READ_AT_MOST } from '../../src/domain/hints/words';
import { expectLinear } from '../fixtures/growth';

/** Letters and digits that are several signs, or a blank and a mark, in their plain form; and pairs of surrogates. */
const DISGUISED = [
  '⑴',
  '⑴a',
  'ͺ',
  'ͺb',
  'ﷺ',
  'ﹰ',
  '½',
  '⒈x',
  '㈠',
  'ﬁ',
  'Ａ',
  '𝔭',
  '😀',
  'e\u0301',
  'q\u0300\u0301',
  '가',
  'İ',
  'ß',
  'ς',
];
const known = [...EVIDENCE, ...AGAINST]
  .flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern.split(/[ ()|*]+/)))
  .filter((word) => /^\p{L}+$/u.test(word));
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...known) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'not',
      'only',
      'out of scope',
      'no changes to',
      'As a user, I want',
      'but',
      '.',
      '\n',
      '\n\n',
      '- ',
      '```',
      '`',
      '{code}',
      '{noformat}',
      '<!--',
      '-->',
      '](http://x)',
      'https://a.example/b',
      '<b>',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...DISGUISED) },
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' '));
const ownWord = fc.oneof(fc.constantFrom(...DISGUISED), piece, fc.string({ unit: 'binary', maxLength: 60 }));

function expectInside(hint: Hint, parts: { readonly summary: string; readonly description: string }): void {
  for (const { places, words, weight } of hint.evidence) {
    expect(weight).toBeGreaterThan(0);
    const [first] = places;
    expect(first && parts[first.part].slice(first.start, first.end)).toBe(words);
    for (const { part, start, end } of places) {
      const whole = parts[part];
      expect([0 <= start, start < end, end <= whole.length]).toEqual([true, true, true]);
      // Neither end cuts a letter in two.
      for (const at of [start, end])
        expect(/[\ud800-\udbff]/.test(whole[at - 1] ?? '') && /[\udc00-\udfff]/.test(whole[at] ?? '')).toBe(false);
      // A mark belongs to the letter before it.
      expect(/^\p{M}/u.test(whole.slice(end))).toBe(false);
    }
  }
}

test('never throws, whatever the text and the own words are, and marks what stands in the text', () => {
  let hints = 0;
  fc.assert(
    fc.property(text, text, fc.array(ownWord, { maxLength: 6 }), (summary, description, words) => {
      const hint = hintOf({ summary, description }, { words });
      languageOf(description);
      if (hint === undefined) return;
      hints += 1;
      expectInside(hint, { summary, description });
    }),
    { numRuns: 2000 },
  );
  expect(hints).toBeGreaterThan(500);
});

test.each(DISGUISED.filter((word) => /[\p{L}\p{N}]/u.test(word)))(
  'the own word %j is a word, and found as one',
  (word) => {
    const own = { words: [word] };
    expect(hintOf({ summary: `Change the ${word} today` }, own)?.topics).toEqual(['own']);
    expect(hintOf({ summary: 'Change the garden today' }, own)).toBeUndefined();
  },
);

test('composed and decomposed letters get the same answer, and the same words are marked', () => {
  let hints = 0;
  fc.assert(
    fc.property(text, text, fc.array(ownWord, { maxLength: 3 }), (first, second, words) => {
      // Signs that a stroke turns into others are no text of anybody, and end what only the plain sign ends.
      const [summary, description] = [first, second].map((each) => each.replace(/[\u0338\u226e\u226f\u2260]/g, ''));
      const inForm = (form: 'NFC' | 'NFD') => {
        const parts = { summary: summary!.normalize(form), description: description!.normalize(form) };
        const hint = hintOf(parts, { words: words.map((word) => word.normalize(form)) });
        if (hint !== undefined) expectInside(hint, parts);
        return (
          hint && {
            ...hint,
            evidence: hint.evidence.map(({ places, words: said, ...one }) => ({
              ...one,
              said: said.normalize('NFC'),
              places: places.map(({ part, start, end }) => parts[part].slice(start, end).normalize('NFC')),
            })),
            against: hint.against.map(({ words: said, ...one }) => ({ ...one, said: said.normalize('NFC') })),
          }
        );
      };
      const [composed, decomposed] = [inForm('NFC'), inForm('NFD')];
      if (composed !== undefined) hints += 1;
      expect(decomposed).toEqual(composed);
    }),
    { numRuns: 1000 },
  );
  expect(hints).toBeGreaterThan(200);
});

test('the time grows with the text, whatever is repeated', () => {
  const unit = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(unit, (repeated) => {
      const text = repeated.repeat(Math.ceil(READ_AT_MOST / Math.max(1, repeated.length)));
      const own = { words: ['tresor', 'blue folder'] };
      expectLinear((size) => hintOf({ summary: '', description: text.slice(0, size) }, own), READ_AT_MOST);
    }),
    { numRuns: 25 },
  );
});

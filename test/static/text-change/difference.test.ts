import fc from 'fast-check';
import { wordsIn } from '../../../src/domain/words-in';
import { differenceOf } from '../../../static/app/src/shared/text-change/difference';
import type { Piece } from '../../../static/app/src/shared/text-change/difference';
import { textWords, wordChanges } from '../../../static/app/src/shared/text-change/word-changes';

/** As a person would write it down: changed words in brackets. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
const places = (before: string, after: string) =>
  differenceOf(before, after).places.map((place) => [shown(place.before), shown(place.after)]);

test('the words taken away and the words added are marked, each in its own sentence', () => {
  expect(
    places('Prefill the address from the browser.', 'Prefill address and date of birth from the customer profile.'),
  ).toEqual([
    ['Prefill [the] address from the [browser].', 'Prefill address [and date of birth] from the [customer profile].'],
  ]);
});

test('where words were only added, only what reads now is shown, with a few words of its line', () => {
  const before = 'One two three four five six seven eight nine ten.\nA second line.';
  const after = 'One two three four five six seven new eight nine ten.\nA second line.';
  expect(places(before, after)).toEqual([['', '… three four five six seven [new] eight nine ten.']]);
});

test('a new line of a list is shown without its neighbours and without the sign of the list', () => {
  expect(places('* First\n* Second', '* First\n* Delete stored cards\n* Second')).toEqual([
    ['', '[Delete stored cards]'],
  ]);
});

test('places far apart stand apart; near ones are one place', () => {
  const middle = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
  expect(places(`red ${middle} cat`, `blue ${middle} dog`)).toHaveLength(2);
  expect(places('red and quite small old cat', 'blue and quite small old dog')).toEqual([
    ['[red] and quite small old [cat]', '[blue] and quite small old [dog]'],
  ]);
});

test('a word kept by chance within a new sentence is no piece of its own', () => {
  expect(places('Customers pay the invoice later', 'Nobody can see the secret token')).toEqual([
    ['[Customers pay the invoice later]', '[Nobody can see the secret token]'],
  ]);
});

test('numbers count, and so does a word that only looks the same without its accent', () => {
  expect(places('stored for 12 months', 'stored for 24 months')).toEqual([
    ['stored for [12] months', 'stored for [24] months'],
  ]);
  expect(places('résumé', 'resume')).toEqual([['[résumé]', '[resume]']]);
});

test.each([
  ['markup', 'h3 The *saved* card', 'h3 the saved card'],
  ['white space and punctuation', 'pay, then  leave!', 'pay then\nleave'],
  ['composed and decomposed letters', 'Zürich', 'Zu\u0308rich'],
  ['a soft hyphen', 'Auftrags\u00adverarbeitung', 'Auftragsverarbeitung'],
  ['nothing at all', '', ''],
])('%s alone is no difference', (_, before, after) => {
  expect(places(before, after)).toEqual([]);
});

test('a text that was empty, or was emptied, has one side', () => {
  expect(places('', 'All new')).toEqual([['', '[All new]']]);
  expect(places('All gone', '')).toEqual([['[All gone]', '']]);
});

test('a new text of any size is cut, and says so', () => {
  const long = (word: string) => Array.from({ length: 5_000 }, (_, index) => `${word}${index}`).join(' ');
  const difference = differenceOf(long('old'), long('new'));
  expect(difference.cut).toBe(true);
  for (const { before, after } of difference.places) {
    expect(shown(before).length).toBeLessThan(1_600);
    expect(shown(after).length).toBeLessThan(1_600);
  }
  expect(differenceOf('a b', 'a c').cut).toBe(false);
});

test('words are those by which a change is found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(textWords(text).map(({ same }) => same)).toEqual(wordsIn(text));
    }),
  );
});

describe('of any two texts', () => {
  const word = fc.constantFrom('pay', 'card', 'Löschen', '12', 'the', '–', '\n', '* ', 'e\u0301t\u00e9', '𝒜');
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
  const same = (value: string) => textWords(value).map((each) => each.same);

  test('the runs hold every word of both sides once, in order, and what is kept is the same', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [old, young] = [same(before), same(after)];
        const runs = wordChanges(textWords(before), textWords(after));
        let [oldAt, youngAt] = [0, 0];
        for (const { changed, beforeFrom, beforeTo, afterFrom, afterTo } of runs) {
          expect([beforeFrom, afterFrom]).toEqual([oldAt, youngAt]);
          if (!changed) expect(old.slice(beforeFrom, beforeTo)).toEqual(young.slice(afterFrom, afterTo));
          [oldAt, youngAt] = [beforeTo, afterTo];
        }
        expect([oldAt, youngAt]).toEqual([old.length, young.length]);
      }),
    );
  });

  test('there is a place exactly where the words differ, and every piece stands in its text', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const difference = differenceOf(before, after);
        expect(difference.places.length > 0).toBe(same(before).join(' ') !== same(after).join(' '));
        for (const place of difference.places) {
          expect([...place.before, ...place.after].some(({ changed }) => changed)).toBe(true);
          const own = (pieces: readonly Piece[]) =>
            pieces.map((piece) => piece.text).filter((piece) => piece !== '… ' && piece !== ' …');
          expect(before).toContain(own(place.before).join(''));
          expect(after).toContain(own(place.after).join(''));
        }
      }),
    );
  });
});

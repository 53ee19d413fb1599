import { highlighted, lookingAlike, tellingWord } from '../../../static/app/src/shared/link/words';

const risk = (summary: string) => ({ summary });

test('a searched word is marked at the start of a word, whatever its case', () => {
  expect(highlighted('Expired test cards, CARD data, discarded', 'card')).toEqual([
    { text: 'Expired test ', hit: false },
    { text: 'card', hit: true },
    { text: 's, ', hit: false },
    { text: 'CARD', hit: true },
    { text: ' data, discarded', hit: false },
  ]);
});

test.each(['', '  ', '.*', '<b>', '(('])('the query %p marks nothing and loses nothing', (query) => {
  const pieces = highlighted('a <b> (( .* text', query);
  expect(pieces.map((piece) => piece.text).join('')).toBe('a <b> (( .* text');
  expect(pieces.some((piece) => piece.hit && piece.text !== 'b')).toBe(false);
});

test('two telling words in common look like one risk, the most alike first', () => {
  const risks = [
    risk('Card data in debug logs'),
    risk('Voucher codes can be guessed'),
    risk('Card number in logs and data exports'),
  ];
  expect(lookingAlike('Numbers of saved cards end up in the logs', risks)).toEqual([risks[2], risks[0]]);
});

test('one word in common is not enough, common words do not count, and nothing written offers nothing', () => {
  const risks = [risk('Card data in debug logs'), risk('Session lives on without a password after logout')];
  expect(lookingAlike('Card readers get stolen', risks)).toEqual([]);
  expect(lookingAlike('Somebody works without that after hours', risks)).toEqual([]);
  expect(lookingAlike('', risks)).toEqual([]);
  expect(lookingAlike('in the', risks)).toEqual([]);
});

test('the longest word is searched for, if it tells anything', () => {
  expect(tellingWord('Unsigned callbacks to the webhook')).toBe('callbacks');
  expect(tellingWord('card logs')).toBeUndefined();
});

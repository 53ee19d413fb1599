import fc from 'fast-check';
import { piecesOf } from '../../../static/app/src/shared/hint/marked-pieces';

test('the words between marks keep their place', () => {
  expect(piecesOf('pay with a saved card', [{ start: 11, end: 21 }])).toEqual([
    { text: 'pay with a ', marked: false },
    { text: 'saved card', marked: true },
  ]);
});

test('marks that touch or are one blank apart are one', () => {
  const marks = [
    { start: 6, end: 10 },
    { start: 0, end: 5 },
  ];
  expect(piecesOf('saved card number', marks)).toEqual([
    { text: 'saved card', marked: true },
    { text: ' number', marked: false },
  ]);
});

test('a part of the text shows what of the marks is within it', () => {
  expect(piecesOf('one two three', [{ start: 2, end: 9 }], { start: 4, end: 13 })).toEqual([
    { text: 'two t', marked: true },
    { text: 'hree', marked: false },
  ]);
});

test('for every text and marks: joined it is that text again, and no piece is empty', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  const span = fc.tuple(fc.nat(70), fc.nat(20)).map(([start, length]) => ({ start, end: start + length + 1 }));
  fc.assert(
    fc.property(text, fc.array(span, { maxLength: 8 }), (words, marks) => {
      const pieces = piecesOf(words, marks);
      expect(pieces.map((piece) => piece.text).join('')).toBe(words);
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }),
  );
});

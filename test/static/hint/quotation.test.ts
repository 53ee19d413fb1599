import fc from 'fast-check';
import { hintOf, type Hint } from '../../../src/domain/hints/hint';
import { quotationOf } from '../../../static/app/src/shared/hint/quotation';

const quoted = (summary: string, description = '') => {
  const text = { summary, description };
  return quotationOf(hintOf(text) as Hint, text).map(({ pieces, cutBefore, cutAfter }) => {
    const words = pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('');
    return `${cutBefore ? '…' : ''}${words}${cutAfter ? '…' : ''}`;
  });
};

test('a short summary is quoted whole', () => {
  expect(quoted('Carrier tells us about parcel status by webhook')).toEqual([
    '[Carrier] tells us about parcel status by [webhook]',
  ]);
});

test('of a long sentence the words around, never half a word', () => {
  const [stretch = ''] = quoted(
    'Before the summer holidays begin in the northern states the office would like to store card numbers in the drawer of the second desk beside the window in the hall',
  );
  expect(stretch).toMatch(/^…\S.*\[store card\] numbers.*\S…$/);
  expect(stretch.length).toBeLessThan(160);
});

test('a bullet or the sign of a heading is not quoted, and a quotation stays in its line', () => {
  expect(quoted('Cats', '## Notes\n\n- Customers reset their password by e-mail\n- Cats are grey')).toEqual([
    expect.stringMatching(/^Customers .*\[?password\]?.*mail\]?$/),
  ]);
});

test('for every text: what is quoted stands in the story, and something of it is marked', () => {
  const words = fc.constantFrom('password', 'card number', 'cats', 'are', '.', '\n', '\n- ', 'webhook', 'ä', '…', '😀');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), fc.array(words, { maxLength: 8 }), (long, short) => {
      const text = { summary: short.join(' '), description: long.join(' ') };
      const hint = hintOf(text);
      if (hint === undefined) return;
      const stretches = quotationOf(hint, text);
      expect(stretches.length).toBeGreaterThan(0);
      for (const { pieces } of stretches) {
        const all = pieces.map((piece) => piece.text).join('');
        expect(text.summary.includes(all) || text.description.includes(all)).toBe(true);
        expect(pieces.some((piece) => piece.marked)).toBe(true);
      }
    }),
  );
});

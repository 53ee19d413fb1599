import fc from 'fast-check';
import { textBlocks } from '../../../static/app/src/shared/hint/text-blocks';

const read = (text: string) =>
  textBlocks(text).map(({ kind, lines }) => [kind, lines.map(({ start, end }) => text.slice(start, end))]);

test('paragraphs, headings, lists and code, as src/jira/document.ts writes them', () => {
  const text =
    'As a customer\nI pay\n\n## Criteria\n\n- One tap\n- Stays 12 months\n  - and a day\n1. first\n\n```\nlogin()\n\nend\n```\nLast';
  expect(read(text)).toEqual([
    ['paragraph', ['As a customer', 'I pay']],
    ['heading', ['Criteria']],
    ['list', ['One tap', 'Stays 12 months', 'and a day', 'first']],
    ['code', ['login()', '', 'end']],
    ['paragraph', ['Last']],
  ]);
});

test('a check box is a sign, not a word', () => {
  expect(read('- [ ] password is asked for\n- [x] done')).toEqual([['list', ['password is asked for', 'done']]]);
});

test('code that nobody closed goes on to the end; Jira’s own block ends', () => {
  expect(read('```\nx\ny')).toEqual([['code', ['x', 'y']]]);
  expect(read('{code:java}\nx\n{code}\nwords')).toEqual([
    ['code', ['x']],
    ['paragraph', ['words']],
  ]);
});

test('for every text: lines are in their order, within the text, and never overlap', () => {
  const line = fc.oneof(
    fc.constantFrom('- a', '```', '## h', '', '1. b'),
    fc.string({ unit: 'grapheme', maxLength: 9 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const text = lines.join('\n');
      let at = 0;
      for (const { start, end } of textBlocks(text).flatMap((block) => block.lines)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        at = end;
      }
    }),
  );
});

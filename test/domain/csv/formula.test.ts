/** Cells that no spreadsheet runs, and texts that come back as they were. */
import fc from 'fast-check';
import { cellText, safeCell } from '../../../src/domain/csv/formula';

/** What makes a spreadsheet look for a formula. https://owasp.org/www-community/attacks/CSV_Injection */
const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/** Texts full of what matters here. */
const nasty = fc
  .array(fc.oneof(fc.constantFrom("'", ' ', '"', ',', ...DANGEROUS), fc.string({ maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

test.each([
  ['=HYPERLINK("http://evil.example")', `'=HYPERLINK("http://evil.example")`],
  ['+1', "'+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  [' =1', "' =1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
])('%j is written as %j', (text, cell) => {
  expect(safeCell(text)).toBe(cell);
});

test.each(['Account takeover', '', "It's 2 - 1 = 1", '2026-11-20', "'quoted'", '5', 'a\n=b'])('%j stays', (text) => {
  expect(safeCell(text)).toBe(text);
});

test('no cell begins as a formula does', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const cell = safeCell(text);
      expect(DANGEROUS).not.toContain(cell.charAt(0));
      expect(DANGEROUS).not.toContain(cell.trimStart().charAt(0));
    }),
  );
});

test('every text comes back', () => {
  const comesBack = (text: string) => {
    expect(cellText(safeCell(text))).toBe(text);
  };
  fc.assert(fc.property(nasty, comesBack));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), comesBack));
});

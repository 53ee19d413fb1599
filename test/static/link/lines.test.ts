import fc from 'fast-check';
import { linesMistake, linesOf, MOST_LINES } from '../../../static/app/src/shared/link/lines';

test('one a line: no empty ones, none twice, white space as one space', () => {
  expect(linesOf('  Show  devices\n\n\tShow devices \r\nAsk again\u2028Block it\n')).toEqual([
    'Show devices',
    'Ask again',
    'Block it',
  ]);
  expect(linesOf(' \n ')).toEqual([]);
});

test('whatever is typed or pasted, every line is one that a summary can hold', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\0') }),
      (a, b) => {
        for (const line of linesOf(a + b)) {
          expect(line).toBe(line.trim());
          expect(line).not.toBe('');
          // eslint-disable-next-line no-control-regex -- what Jira and the guard refuse
          expect(line).not.toMatch(/[\u0000-\u001f\u007f\u2028\u2029]/);
        }
      },
    ),
  );
});

test('says what is wrong with the list', () => {
  expect(linesMistake([])).toMatch(/one enabler per line/);
  expect(linesMistake(['a'.repeat(255)])).toBeUndefined();
  expect(linesMistake(['ok', 'a'.repeat(256)])).toMatch(/^Line 2 has 256 characters/);
  expect(linesMistake(Array.from({ length: MOST_LINES }, (_, index) => `Line ${index}`))).toBeUndefined();
  expect(linesMistake(Array.from({ length: MOST_LINES + 1 }, (_, index) => `Line ${index}`))).toMatch(/^21 lines/);
});

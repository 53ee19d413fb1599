import fc from 'fast-check';
import { CRITERIA_LIMITS } from '../../../src/domain/criteria/security-criteria';
import { typedCriteria, mistakeIn } from '../../../static/app/src/modules/issue-panel/story/criteria-text';

test('each line is a criterion; empty lines, repetitions and the signs of a pasted list are none', () => {
  expect(
    typedCriteria('- Only the owner sees it\r\n\n  * Nothing is logged  \n3. Only the owner sees it\n[ ] Tested'),
  ).toEqual(['Only the owner sees it', 'Nothing is logged', 'Tested']);
});

test('what only looks like a sign of a list stays', () => {
  expect(typedCriteria('-1 is refused\n2024 is a year\n*bold* stays')).toEqual([
    '-1 is refused',
    '2024 is a year',
    '*bold* stays',
  ]);
});

test('nothing written, too much at once and a line too long are said', () => {
  expect(mistakeIn(' \n\n')).toEqual({ kind: 'none' });
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index}`).join('\n');
  expect(mistakeIn(lines(CRITERIA_LIMITS.lines))).toBeUndefined();
  expect(mistakeIn(lines(CRITERIA_LIMITS.lines + 1))).toEqual({ kind: 'tooMany' });
  const long = 'x'.repeat(CRITERIA_LIMITS.line + 1);
  expect(mistakeIn(`fine\n\n${long}`)).toEqual({ kind: 'tooLong', line: 3, characters: long.length });
});

test('what is accepted is within the limits, whatever was typed', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 30 }), (typed) => {
      const text = typed.join('\n');
      if (mistakeIn(text) !== undefined) return;
      const criteria = typedCriteria(text);
      expect(criteria.length).toBeGreaterThan(0);
      expect(criteria.length).toBeLessThanOrEqual(CRITERIA_LIMITS.lines);
      for (const criterion of criteria) {
        expect(criterion).toBe(criterion.trim());
        expect(criterion.length).toBeLessThanOrEqual(CRITERIA_LIMITS.line);
      }
    }),
  );
});

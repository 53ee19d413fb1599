import { hintOf, type Hint } from '../../../src/domain/hints/hint';
import { ABOUT } from '../../../src/domain/hints/evidence/row';
import { TOPICS } from '../../../src/domain/hints/topics';
import { evidenceSum, quotedWords, quotedWordsOf } from '../../../static/app/src/shared/hint/evidence-lines';
import { hints } from '../../../static/app/src/shared/strings/en-hints';

const hint = (summary: string) => hintOf({ summary }) as Hint;

test('the table names each word with its weight; the sum is theirs', () => {
  const found = hint('Refund to the  card \t number of the customer');
  const { lines, against, total } = evidenceSum(found);
  expect(lines.map(({ words }) => words)).toContain('card number');
  expect(against).toEqual([]);
  expect(lines.reduce((sum, { counts }) => sum + Number(counts), 0)).toBeCloseTo(Number(total), 0);
});

test('what speaks against is in the table, too', () => {
  const { lines, against, total, threshold } = evidenceSum(
    hint('Show the patient’s prescription and diagnosis to the insurer by e-mail'),
  );
  expect(against).toEqual([{ words: 'Show', about: 'display', counts: '4' }]);
  expect(lines.reduce((sum, { counts }) => sum + Number(counts), 0) - 4).toBe(Number(total));
  expect(Number(total)).toBeGreaterThanOrEqual(Number(threshold));
});

test('words are quoted once, whatever their case, the strongest first', () => {
  const found = hint('Password and PASSWORD for guests of the webhook');
  expect(quotedWords(found, 9).filter((word) => word.toLowerCase() === 'password')).toHaveLength(1);
  expect(quotedWords(found, 1)).toHaveLength(1);
  expect(quotedWordsOf(found, 'externalInterface', 9)).toEqual(['webhook']);
});

test('every topic has a name and a question, and everything that may speak against has its words', () => {
  expect(Object.keys(hints.topics).sort()).toEqual([...TOPICS].sort());
  for (const topic of TOPICS) expect(hints.topics[topic].question).toMatch(/\S.*[?.]$/);
  expect(Object.keys(hints.evidence.about).sort()).toEqual([...ABOUT].sort());
});

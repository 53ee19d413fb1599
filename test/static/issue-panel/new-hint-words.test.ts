import type { Hint, HintEvidence } from '../../../src/domain/hints/hint';
import type { ChangedPart } from '../../../src/reads/story-view';
import { newHintWords } from '../../../static/app/src/modules/issue-panel/story/new-hint-words';

const evidence = (words: string, ...parts: readonly ('summary' | 'description')[]): HintEvidence => ({
  topic: 'personalData',
  words,
  weight: 2,
  source: 'test',
  isSign: false,
  places: parts.map((part) => ({ part, start: 0, end: words.length })),
});
const hintOf = (...found: readonly HintEvidence[]): Hint => ({
  topics: ['personalData'],
  evidence: found,
  against: [],
  total: 8,
  threshold: 2,
});
const description: ChangedPart = { part: 'description', before: 'Asks for the Address.', after: 'irrelevant here' };

test('only words that came with the change are named', () => {
  const hint = hintOf(
    evidence('date of birth', 'description'),
    evidence('address', 'description'),
    evidence('newsletter', 'summary'),
    evidence('name', 'summary', 'description'),
  );
  expect(newHintWords(hint, 'personalData', [description])).toEqual(['date of birth']);
});

test('words of another topic are not, and no more than three', () => {
  const hint = hintOf(...['one', 'two', 'three', 'four'].map((words) => evidence(words, 'description')));
  expect(newHintWords(hint, 'personalData', [description])).toEqual(['one', 'two', 'three']);
  expect(newHintWords(hint, 'payment', [description])).toEqual([]);
});

test('where nothing is known of the text of then, everything may be new', () => {
  const hint = hintOf(evidence('address', 'description'));
  expect(newHintWords(hint, 'personalData', [{ part: 'description', after: 'address' }])).toEqual(['address']);
});

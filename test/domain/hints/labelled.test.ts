/** How well the hints agree with labelled stories: our own, and a published set where it is present. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseLabelled, scoreOf } from '../../bench/hint-score';

const read = (file: string) => parseLabelled(readFileSync(path.join(__dirname, file), 'utf8'));
const own = read('stories.jsonl');

test('our own stories: hints are right where they are given, and few are missing', () => {
  const { n, precision, recall } = scoreOf(own);
  expect(n).toBeGreaterThan(200);
  expect(precision).toBeGreaterThan(0.9);
  expect(recall).toBeGreaterThan(0.85);
});

// Half of the relevant ones say it indirectly, and every fourth of the others sounds like security.
test('harder stories of our own, in the words of many trades', () => {
  const { n, precision, recall } = scoreOf(read('harder-stories.jsonl'));
  expect(n).toBeGreaterThan(300);
  expect(precision).toBeGreaterThan(0.9);
  expect(recall).toBeGreaterThan(0.7);
});

// Requirements of twenty trades, and stories of twenty-five products; half of the relevant ones say it indirectly.
test.each(['specifications.jsonl', 'user-stories.jsonl'])('%s', (file) => {
  const { n, precision, recall } = scoreOf(read(file));
  expect(n).toBeGreaterThanOrEqual(240);
  expect(precision).toBeGreaterThan(0.85);
  expect(recall).toBeGreaterThan(0.9);
});

// Half of the relevant ones do not say so; in English, German and French. Developed on, so no measure of the unseen.
test.each(['stories-of-trades-1.jsonl', 'stories-of-trades-2.jsonl', 'short-stories.jsonl'])('%s', (file) => {
  const { n, precision, recall, f1 } = scoreOf(read(file));
  expect(n).toBeGreaterThanOrEqual(200);
  expect(precision).toBeGreaterThan(0.9);
  expect(recall).toBeGreaterThan(0.8);
  expect(f1).toBeGreaterThan(0.85);
});

test('lines that are no story are named', () => {
  expect(() => parseLabelled('{"summary":"a","relevant":true}\n{"summary":"b"}')).toThrow('Line 2');
  expect(() => parseLabelled('no JSON')).toThrow('Line 1');
});

test('a set without relevant stories, or without hints, has the score 0', () => {
  expect(scoreOf([{ summary: 'Sort the list', relevant: true }])).toEqual({ n: 1, precision: 0, recall: 0, f1: 0 });
  expect(scoreOf([])).toEqual({ n: 0, precision: 0, recall: 0, f1: 0 });
});

const PROMISE = path.resolve(__dirname, '../../../../shared/hints/promise-nfr.jsonl');
const published = existsSync(PROMISE) ? test : test.skip;

// Its "security" is narrower than ours: personal data, payment, availability or audit count as not relevant there.
published('a published set of requirements, where it is present beside the project', () => {
  const { recall, f1 } = scoreOf(parseLabelled(readFileSync(PROMISE, 'utf8')));
  expect(recall).toBeGreaterThan(0.9);
  expect(f1).toBeGreaterThan(0.78);
});

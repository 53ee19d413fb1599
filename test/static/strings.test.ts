import fc from 'fast-check';
import * as catalogue from '../../static/app/src/shared/strings/en';
import { fill, fillWith, formatCount, plural, pluralForm } from '../../static/app/src/shared/strings/fill';

const risks = { one: '{count} open risk', other: '{count} open risks' } as const;

test.each([
  [0, '0 open risks'],
  [1, '1 open risk'],
  [2, '2 open risks'],
  [21, '21 open risks'],
  [1234, '1,234 open risks'],
])('the plural of %d', (count, expected) => {
  expect(plural(risks, count)).toBe(expected);
});

test('a plural with further gaps', () => {
  const progress = { one: '{done} of {count} change', other: '{done} of {count} changes' } as const;
  expect(plural(progress, 1, { done: 0 })).toBe('0 of 1 change');
  expect(plural(progress, 29, { done: 19 })).toBe('19 of 29 changes');
});

test('a form without its number', () => {
  expect(pluralForm({ one: 'open risk', other: 'open risks' }, 1)).toBe('open risk');
  expect(pluralForm({ one: 'open risk', other: 'open risks' }, 14)).toBe('open risks');
});

test('gaps are filled once: what a value holds is never read as a gap again', () => {
  expect(fill('{name} ({key})', { name: '{key}', key: 'SHOP' })).toBe('{key} (SHOP)');
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(fill('in {name}!', { name })).toBe(`in ${name}!`);
    }),
  );
});

test('values that are no text keep their place', () => {
  const [done, all] = [{ part: 'done' }, { part: 'all' }];
  expect(fillWith('{done} of {all} done', { done, all })).toEqual([done, ' of ', all, ' done']);
});

test('numbers are written as people write them', () => {
  expect(formatCount(1_234_567)).toBe('1,234,567');
});

test('every word of the catalogue is filled in and has balanced gaps', () => {
  const sentences = textsOf(catalogue);
  expect(sentences.length).toBeGreaterThan(100);
  for (const sentence of sentences) {
    expect(sentence.trim()).not.toBe('');
    expect(sentence.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  }
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

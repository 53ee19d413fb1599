import {
  choicesIn,
  filtered,
  isFiltering,
  NO_FILTER,
} from '../../../static/app/src/modules/project-page/refinement/filter';
import { rowOf } from './rows';

const checkout = { key: 'SHOP-352', summary: 'Express checkout' };
const rows = [
  rowOf(1, {
    text: { summary: 'Saved card', description: 'Card number' },
    topics: ['payment', 'personalData'],
    parent: checkout,
  }),
  rowOf(2, { text: { summary: 'Größere Schrift', description: '' } }),
  rowOf(3, { text: { summary: 'Refund', description: 'to the card' }, topics: ['payment'], parent: checkout }),
];
const keys = (filter: Parameters<typeof filtered>[1]) => filtered(rows, filter).map(({ key }) => key);

test.each([
  ['card', ['SHOP-1', 'SHOP-3']],
  ['  CARD   number ', ['SHOP-1']],
  ['shop-2', ['SHOP-2']],
  // Composed and decomposed letters are the same.
  ['gro\u0308ßere', ['SHOP-2']],
  ['express', ['SHOP-1', 'SHOP-3']],
  ['nowhere', []],
])('the words “%s”', (words, found) => {
  expect(keys({ ...NO_FILTER, words })).toEqual(found);
});

test('by hint and by epic', () => {
  expect(keys({ ...NO_FILTER, hint: 'hinted' })).toEqual(['SHOP-1', 'SHOP-3']);
  expect(keys({ ...NO_FILTER, hint: 'none' })).toEqual(['SHOP-2']);
  expect(keys({ ...NO_FILTER, hint: 'personalData' })).toEqual(['SHOP-1']);
  expect(keys({ words: 'refund', hint: 'payment', epic: 'SHOP-352' })).toEqual(['SHOP-3']);
});

test('without a filter the rows are the very same', () => {
  expect(isFiltering({ ...NO_FILTER, words: '  ' })).toBe(false);
  expect(filtered(rows, { ...NO_FILTER, words: '  ' })).toBe(rows);
});

test('the choices are what occurs, the most frequent first', () => {
  expect(choicesIn(rows)).toEqual({
    hinted: 2,
    topics: [
      { topic: 'payment', count: 2 },
      { topic: 'personalData', count: 1 },
    ],
    epics: [{ ...checkout, count: 2 }],
  });
});

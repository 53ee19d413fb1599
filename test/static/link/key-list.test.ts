import { listOfKeys } from '../../../static/app/src/shared/link/key-list';

const more = (count: number) => `${count} more`;
const keys = (count: number) => Array.from({ length: count }, (_, index) => `A-${index + 1}`);

test.each([
  [1, 'A-1'],
  [2, 'A-1 and A-2'],
  [3, 'A-1, A-2 and A-3'],
  [5, 'A-1, A-2, A-3, A-4 and A-5'],
  [6, 'A-1, A-2, A-3, A-4 and 2 more'],
])('%i keys', (count, said) => {
  expect(listOfKeys(keys(count), more)).toBe(said);
});

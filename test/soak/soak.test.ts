/**
 * A short soak with a fixed seed: the same acts and the same trouble each time. `npm run soak` runs as long as one likes.
 */
import path from 'node:path';
import { soak } from './soak';
import { openStage, type Stage } from './stage';

const SEED = 4;
const EPISODES = 3;
const ROUNDS = 45;

/** The functions' code, loaded anew. */
function freshHandlers(): Readonly<Record<string, unknown>> {
  let loaded: Readonly<Record<string, unknown>> = {};
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    loaded = require(path.resolve(__dirname, '../../src/index')) as typeof loaded;
  });
  return loaded;
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(freshHandlers);
});
afterAll(() => stage.close());

test('people work on two sites in all kinds of trouble, and nothing that they were told is lost, twice or astray', async () => {
  const printed: string[] = [];
  const options = { seed: SEED, rounds: ROUNDS, milliseconds: Infinity, episodes: EPISODES };
  const { operations, faults, violations } = await soak(stage, options, (line) => printed.push(line));
  expect(violations === 0 ? [] : printed).toEqual([]);
  expect(operations).toBeGreaterThan(250);
  // Trouble that was never met proves nothing.
  const kinds = ['timeout-before', 'timeout-after', 'error-500', 'error-503', 'search-lag', 'search-regression'];
  const ofForge = [
    'killed after a request',
    'storage conflict',
    'event lost',
    'event twice',
    'job twice',
    'app upgraded',
  ];
  expect(Object.keys(faults)).toEqual(expect.arrayContaining([...kinds, ...ofForge]));
  expect(JSON.parse(printed.at(-1) ?? '')).toEqual({ operations, faults, violations });
});

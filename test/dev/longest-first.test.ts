/** The order of the test files: the long ones begin, and each part of a divided run has its share of them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import LongestFirst from './longest-first.mjs';

const ROOT = path.resolve(__dirname, '../..');
const known = JSON.parse(readFileSync(path.join(__dirname, 'long-tests.json'), 'utf8')) as Readonly<
  Record<string, number>
>;
const files = (...names: readonly string[]) => names.map((name) => ({ path: path.join(ROOT, name) }));
const names = (tests: readonly { readonly path: string }[]) => tests.map((test) => path.relative(ROOT, test.path));

const SHORT = 'test/dev/options.test.ts';
const LONG = 'test/setup/every-write.test.ts';
const BROWSER = 'test/browser/looks.test.ts';

test('files that are known to take long come first, whatever the order they were found in', () => {
  expect(names(new LongestFirst().sort(files(SHORT, BROWSER, LONG)))).toEqual([LONG, BROWSER, SHORT]);
  expect(names(new LongestFirst().sort(files(LONG, SHORT, BROWSER)))).toEqual([LONG, BROWSER, SHORT]);
});

test('divided, no file is left out or run twice', () => {
  const all = files(SHORT, BROWSER, LONG, 'test/dev/listen.test.ts', 'test/browser/states.test.ts');
  const parts = [1, 2].map((shardIndex) => new LongestFirst().shard(all, { shardIndex, shardCount: 2 }));
  expect(names(parts.flat()).sort()).toEqual(names(all).sort());
  expect(Math.abs((parts[0]?.length ?? 0) - (parts[1]?.length ?? 0))).toBeLessThanOrEqual(1);
});

test('every file in the list is there', () => {
  expect(Object.keys(known).filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
});

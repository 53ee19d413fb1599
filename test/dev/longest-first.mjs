import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

/** Seconds of the files that take ten and more, on a slow machine with nothing remembered: rough is enough. */
const KNOWN = JSON.parse(readFileSync(new URL('./long-tests.json', import.meta.url), 'utf8'));
/** A browser and a server have to be started before anything is shown. */
const IN_A_BROWSER = 45;
const BYTES_A_SECOND = 2_000;

/**
 * Starts the test files that take long before the others, so that no worker is still at one of them when everything
 * else is done. Jest by itself knows only how large a file is, until it has run everything on that machine once.
 */
export default class LongestFirst {
  /** @param {readonly { path: string }[]} tests */
  sort(tests) {
    const seconds = new Map(tests.map((test) => [test, secondsOf(test.path)]));
    return [...tests].sort((a, b) => seconds.get(b) - seconds.get(a) || (a.path < b.path ? -1 : 1));
  }

  /** `--onlyFailures`: what failed last is not remembered here, so it is everything. */
  allFailedTests(tests) {
    return [...tests];
  }

  /** `--shard=1/3`: every third file, so that each part has its share of the long ones. */
  shard(tests, { shardIndex, shardCount }) {
    return this.sort(tests).filter((_, place) => place % shardCount === shardIndex - 1);
  }

  cacheResults() {
    // Nothing is remembered from run to run: the list beside this file is enough.
  }
}

/** @param {string} file absolute */
function secondsOf(file) {
  const name = path.relative(root, file).replaceAll(path.sep, '/');
  return KNOWN[name] ?? (name.startsWith('test/browser/') ? IN_A_BROWSER : statSync(file).size / BYTES_A_SECOND);
}

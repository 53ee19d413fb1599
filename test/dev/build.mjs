import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

/**
 * The two things Vite builds: the app's own pages, which Forge would serve, and the shell around them.
 * `sources` are what each is made of; a build is stale when one of them is newer than its stamp.
 */
export const BUILDS = [
  {
    name: "the app's pages",
    config: 'static/app/vite.config.mjs',
    output: 'static/app/dist',
    stamp: '.local/built/app',
    sources: ['static/app', 'src/domain', 'src/jira', 'src/reads', 'src/contract', 'package-lock.json'],
  },
  {
    name: 'the Jira-like shell',
    config: 'test/dev/shell/vite.config.mjs',
    output: '.local/shell-dist',
    stamp: '.local/built/shell',
    sources: ['test/dev/shell', 'test/local-forge/browser', 'package-lock.json'],
  },
];

/**
 * Builds what is older than its sources. Prints one line when it has to.
 *
 * @param {{ always?: boolean }} [options] always: build both, whatever their age
 */
export async function buildWhatIsStale({ always = false } = {}) {
  const stale = BUILDS.filter((build) => always || isStale(build));
  if (stale.length === 0) return;
  console.log(`Building ${stale.map((build) => build.name).join(' and ')}.`);
  const { build } = await import('vite');
  const before = process.env.NODE_ENV;
  // Started by a test, NODE_ENV would be "test", and React's development build does not fit the production runtime.
  process.env.NODE_ENV = 'production';
  try {
    for (const each of stale) {
      const started = new Date();
      await build({ configFile: path.join(root, each.config), logLevel: always ? 'info' : 'error' });
      const stamp = path.join(root, each.stamp);
      mkdirSync(path.dirname(stamp), { recursive: true });
      writeFileSync(stamp, '');
      // The beginning, not the end: a source saved while the build ran is newer and builds again next time.
      utimesSync(stamp, started, started);
    }
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** @param {(typeof BUILDS)[number]} build */
function isStale(build) {
  const stamp = path.join(root, build.stamp);
  if (!existsSync(stamp) || !existsSync(path.join(root, build.output))) return true;
  const builtAt = statSync(stamp).mtimeMs;
  return build.sources.some((source) => newest(path.join(root, source)) > builtAt);
}

/** @param {string} entry a file or folder @returns {number} the newest modification time below it, in ms */
function newest(entry) {
  if (!existsSync(entry)) return 0;
  const status = statSync(entry);
  if (!status.isDirectory()) return status.mtimeMs;
  let latest = 0;
  for (const child of readdirSync(entry, { withFileTypes: true })) {
    if (child.name === 'dist' || child.name === 'node_modules') continue;
    latest = Math.max(latest, newest(path.join(entry, child.name)));
  }
  return latest;
}

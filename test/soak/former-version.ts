/**
 * The app's code as it was at a commit of this repository, to begin a soak with: then an upgrade is one from real old code,
 * with the jobs and values that it really left behind. Needs git and the commit, so that it is for people, not for CI.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Handlers } from './versions';

const REPOSITORY = path.resolve(__dirname, '../..');
/** Below node_modules, where its imports find the packages and nothing else looks. */
const PLACE = path.join(REPOSITORY, 'node_modules/.cache/soak');

/** @throws where git knows no such commit. */
export function versionOf(commit: string): Handlers {
  if (!/^[0-9a-f]{7,40}$/.test(commit)) throw new Error('--from wants the hash of a commit');
  const folder = path.join(PLACE, commit);
  if (!existsSync(folder)) {
    const archive = execFileSync('git', ['archive', commit, 'src'], { cwd: REPOSITORY, maxBuffer: 100 * 1024 * 1024 });
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(path.join(folder, 'src/index')) as Handlers;
}

/**
 * The demo takes seconds to make, and each test file begins with it. So the first file of a run of `npm test` that makes
 * it leaves it to the others. A file that is run by itself makes its own.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SavedWorld } from '../dev/data-folder';
import type { WorldName } from '../dev/world';

/** A folder that `npm test` empties before every run; unset where there is nobody to share with. */
const FOLDER = process.env['TEST_RUN_FOLDER'] ?? '';

/** What another file of this run left; `undefined` where none has yet. */
export function keptWorld(world: WorldName): SavedWorld | undefined {
  if (FOLDER === '') return undefined;
  try {
    return JSON.parse(readFileSync(fileOf(world), 'utf8')) as SavedWorld;
  } catch {
    return undefined;
  }
}

/** Leaves a world as it was made to the other files of this run; whole, or not at all. */
export function keepWorld(world: WorldName, made: SavedWorld): void {
  if (FOLDER === '') return;
  const own = `${fileOf(world)}.${process.pid}`;
  writeFileSync(own, JSON.stringify(made));
  renameSync(own, fileOf(world));
}

const fileOf = (world: WorldName): string => path.join(FOLDER, `world-${world}.json`);

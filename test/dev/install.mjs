import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's root folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/**
 * Installs packages where node_modules is absent or does not hold what package-lock.json asks for.
 * Prints one line when it has to. Ends the process where npm fails, with npm's own words above.
 */
export function installWhatIsMissing() {
  if (packagesAreCurrent(root)) return;
  console.log('Installing packages, about a minute the first time.');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  // Ctrl-C reached npm too; it has said enough.
  if (result.signal !== null) process.exit(0);
  if (result.status !== 0) {
    console.error('The packages could not be installed; npm says why above. Nothing was started.');
    process.exit(result.status ?? 1);
  }
}

/**
 * Compares what npm recorded in node_modules with the lock file. Packages for another platform are in the lock
 * file but rightly not installed, so an optional package may be absent; one of another version may not.
 *
 * @param {string} folder
 */
export function packagesAreCurrent(folder) {
  const recordFile = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const wanted = readPackages(path.join(folder, 'package-lock.json'));
  const installed = readPackages(recordFile);
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === '') continue;
    const present = installed[name];
    if (present === undefined) {
      if (entry.optional === true || entry.devOptional === true || entry.peer === true) continue;
      return false;
    }
    if (present.version !== entry.version) return false;
  }
  return true;
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

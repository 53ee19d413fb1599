// No imports and no new syntax here: this file must still load where Node is too old for everything else.

/**
 * Says in one sentence why this Node cannot run the project, or nothing where it can.
 * Vite 8 sets the lowest versions: 20.19 on the 20 line, 22.12 on the 22 line.
 *
 * @param {string} version for example "20.19.0"
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  const good = major >= 23 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (good) return undefined;
  return (
    'This needs Node 20.19 or newer (22.12 or newer on the 22 line), and this is Node ' +
    version +
    ': install a current Node from https://nodejs.org and run the command again.'
  );
}

import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './install.mjs';

/**
 * Loads a TypeScript file of the project in this very process, so that there is one process to stop.
 * tsx compiles it as CommonJS, like Forge's own bundle of the functions.
 *
 * @param {string} file relative to the project's root
 */
export async function loadTypeScript(file) {
  const { register } = await import('tsx/cjs/api');
  register();
  return createRequire(import.meta.url)(path.join(root, file));
}

/** The functions' code, loaded anew each time in one process: for `npm run soak`, where Node loads the modules itself. */
import path from 'node:path';
import type { Handlers } from './versions';

const SOURCE = path.resolve(__dirname, '../../src');
const isSource = (file: string) => file.startsWith(SOURCE);

/** Exports of `src/index`. Nothing that a former copy remembers is left in them, nor the copy itself in memory. */
export function freshHandlers(): Handlers {
  for (const file of Object.keys(require.cache)) if (isSource(file)) Reflect.deleteProperty(require.cache, file);
  // Node also keeps each copy as a child of the module that asked for it: 20 MB a time, and an hour's soak ran out of memory.
  module.children = module.children.filter(({ filename }) => !isSource(filename));
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(path.join(SOURCE, 'index')) as Handlers;
}

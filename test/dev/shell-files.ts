import { readFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = path.resolve(__dirname, '../../.local/shell-dist');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A built file of the shell; only names Vite makes. */
export async function shellAsset(name: string): Promise<Response | undefined> {
  const type = TYPES[path.extname(name)];
  if (type === undefined || !/^[\w.-]+$/.test(name)) return undefined;
  const content = await readFile(path.join(FOLDER, 'assets', name)).catch(() => undefined);
  if (content === undefined) return undefined;
  // The name holds a hash of the content.
  return new Response(content, { headers: { 'content-type': type, 'cache-control': 'max-age=31536000, immutable' } });
}

/** The one document of the shell. Throws one sentence where it was not built. */
export async function shellDocument(): Promise<string> {
  try {
    return await readFile(path.join(FOLDER, 'index.html'), 'utf8');
  } catch {
    throw new Error('The shell is not built; npm start and npm test build it.');
  }
}

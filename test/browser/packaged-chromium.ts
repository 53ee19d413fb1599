/**
 * The Chromium inside the npm package @sparticuz/chromium (Linux x64), unpacked once into a folder of its own.
 *
 * The package was made for AWS Lambda. On an ordinary Linux its binary lacks NSS, NSPR and expat unless somebody
 * installed them; the package carries these too (bin/al2023.tar.br), but unpacks them only where it believes to be on
 * Lambda. So a child process is told so, and the libraries are put on the browser's LD_LIBRARY_PATH, never on ours.
 */
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = '@sparticuz/chromium';

export interface PackagedChromium {
  readonly executablePath: string;
  /** What the browser's process needs beyond ours. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks the packaged Chromium, or finds it unpacked. Safe with several processes at once: each unpacks into a folder
 * of its own and the first to finish moves its folder into place.
 * @returns undefined on a platform the package has no binary for.
 * @throws what the package or the file system threw.
 */
export async function unpackChromium(): Promise<PackagedChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = path.join(await cacheFolder(), `chromium-${await packageVersion()}`);
  if (!(await exists(path.join(home, 'chromium')))) await unpackInto(home);
  return {
    executablePath: path.join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(home, 'fonts.conf'),
    },
  };
}

async function unpackInto(home: string): Promise<void> {
  const staging = await mkdtemp(`${home}-unpacking-`);
  try {
    // The package unpacks into the temporary folder of whoever calls it, and only once it finds nothing there.
    await promisify(execFile)(
      process.execPath,
      ['-e', `const p = require(process.argv[1]); void (p.default ?? p).executablePath()`, require.resolve(PACKAGE)],
      { env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' } },
    );
    await writeFile(path.join(staging, 'fonts.conf'), fontConfiguration(home));
    await rename(staging, home);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process was faster; its result is as good as ours.
    if (!(await exists(path.join(home, 'chromium')))) throw error;
  }
}

/** The package's own fonts.conf names folders of Lambda only. */
function fontConfiguration(home: string): string {
  const folders = [path.join(home, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${folder}</dir>`),
    `  <cachedir>${path.join(home, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

async function cacheFolder(): Promise<string> {
  const besideModules = path.join(__dirname, '..', '..', 'node_modules', '.cache', 'shift-up');
  try {
    await mkdir(besideModules, { recursive: true });
    return besideModules;
  } catch {
    const temporary = path.join(tmpdir(), 'shift-up');
    await mkdir(temporary, { recursive: true });
    return temporary;
  }
}

async function packageVersion(): Promise<string> {
  // build/cjs/index.cjs → the package's own folder; package.json is not among its exports.
  const manifest = path.join(path.dirname(require.resolve(PACKAGE)), '..', '..', 'package.json');
  const parsed: unknown = JSON.parse(await readFile(manifest, 'utf8'));
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined;
  if (typeof version !== 'string') throw new Error(`${manifest} names no version`);
  return version;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

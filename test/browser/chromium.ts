/**
 * A headless browser for the browser tests and the screenshots, without anybody installing one.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { unpackChromium } from './packaged-chromium';
import { slowDown } from './slowness';

/** Nothing of the browser's own may reach the network or change a page's behaviour between runs. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-pings',
  '--disable-gpu',
  // /dev/shm is small in containers; Chromium then crashes on large pages.
  '--disable-dev-shm-usage',
];

interface Candidate {
  readonly name: string;
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Starts a headless Chromium: the one at CHROME_PATH where that is set; else the one inside the npm package
 * @sparticuz/chromium (Linux x64); else an installed Chrome, Chromium or Edge.
 * @throws Error with one sentence that says what was tried and what to do, when none starts.
 */
export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env['CHROME_PATH'] ?? '';
  const failures: string[] = [];
  // Whoever names a browser wants that one and no other.
  for (const find of chosen === '' ? [packaged, installed] : [async () => atChromePath(chosen)]) {
    const candidates = await find().catch((error: unknown) => {
      failures.push(reason(error));
      return [];
    });
    for (const candidate of candidates) {
      try {
        return slowDown(await start(candidate));
      } catch (error) {
        failures.push(`${candidate.name} does not start (${reason(error)})`);
      }
    }
  }
  const tried = failures.length === 0 ? 'none is installed in the usual places' : failures.join('; ');
  throw new Error(
    `No browser for the browser tests: ${tried}. Install Chrome or Chromium, or set CHROME_PATH to its executable.`,
  );
}

async function start({ executablePath, env }: Candidate): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium's own sandbox needs rights that containers and root do not have; the pages are ours.
    chromiumSandbox: false,
    args: QUIET,
    env: { ...definedEnvironment(), ...env },
  });
}

function atChromePath(executablePath: string): Candidate[] {
  if (!existsSync(executablePath)) throw new Error(`CHROME_PATH names ${executablePath}, which does not exist`);
  return [{ name: `CHROME_PATH (${executablePath})`, executablePath, env: {} }];
}

async function packaged(): Promise<Candidate[]> {
  const found = await unpackChromium().catch((error: unknown) => {
    throw new Error(`@sparticuz/chromium cannot be unpacked (${reason(error)})`, { cause: error });
  });
  return found === undefined ? [] : [{ name: '@sparticuz/chromium', ...found }];
}

async function installed(): Promise<Candidate[]> {
  return usualPlaces()
    .filter((place) => existsSync(place))
    .map((executablePath) => ({ name: executablePath, executablePath, env: {} }));
}

function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
        ['/Applications', path.join(process.env['HOME'] ?? '', 'Applications')].map((folder) =>
          path.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((variable) => process.env[variable])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
          path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]);
    default: {
      const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
      const folders = (process.env['PATH'] ?? '').split(':').concat('/usr/bin', '/usr/local/bin', '/snap/bin');
      return [...new Set(folders.flatMap((folder) => names.map((name) => path.join(folder, name))))];
    }
  }
}

/** The first telling line: Chromium names a missing shared library on standard error, which Playwright quotes. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n').map((line) => line.trim());
  const library = lines.find((line) => line.includes('error while loading shared libraries'));
  const telling = library ?? lines.find((line) => line !== '') ?? 'no reason given';
  return telling.replace(/^.*error while loading shared libraries: /, 'missing library: ').slice(0, 200);
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

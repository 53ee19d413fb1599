/** Where no browser can be had, one sentence says so. */
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from './chromium';

const before = process.env['CHROME_PATH'];
afterEach(() => {
  if (before === undefined) delete process.env['CHROME_PATH'];
  else process.env['CHROME_PATH'] = before;
});

test('a CHROME_PATH that does not exist is named, and no other browser is taken instead', async () => {
  process.env['CHROME_PATH'] = '/nowhere/chrome';
  await expect(launchBrowser()).rejects.toThrow(
    'No browser for the browser tests: CHROME_PATH names /nowhere/chrome, which does not exist. ' +
      'Install Chrome or Chromium, or set CHROME_PATH to its executable.',
  );
});

test('a missing shared library is named', async () => {
  if (process.platform === 'win32') return;
  const fake = path.join(mkdtempSync(path.join(tmpdir(), 'chrome-')), 'chrome');
  writeFileSync(
    fake,
    '#!/bin/sh\necho "chrome: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2\nexit 127\n',
  );
  chmodSync(fake, 0o755);
  process.env['CHROME_PATH'] = fake;
  await expect(launchBrowser()).rejects.toThrow(
    /does not start \(missing library: libnss3\.so: cannot open shared object file/,
  );
});

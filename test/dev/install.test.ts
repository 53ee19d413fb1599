import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packagesAreCurrent } from './install.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'install-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, packages: Record<string, object>): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), JSON.stringify({ packages }));
}

const LOCK = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/for-windows': { version: '2.0.0', optional: true },
};

describe('whether packages have to be installed', () => {
  it('yes in a fresh clone', () => {
    write('package-lock.json', LOCK);
    expect(packagesAreCurrent(folder)).toBe(false);
  });

  it('no when everything wanted is there, but for packages of another platform', () => {
    write('package-lock.json', LOCK);
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(packagesAreCurrent(folder)).toBe(true);
  });

  it('yes when a version changed', () => {
    write('package-lock.json', LOCK);
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
    expect(packagesAreCurrent(folder)).toBe(false);
  });

  it('yes when one was added', () => {
    write('package-lock.json', { ...LOCK, 'node_modules/b': { version: '1.0.0' } });
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(packagesAreCurrent(folder)).toBe(false);
  });
});

/** What `npm test` reads in Jest's own report: of a real run of Jest over a few small files that fail in every way. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { count, leftWithoutSecondTry, passedAtSecondTry, withSecondTry, type TestReport } from './test-report.mjs';

const JEST = path.resolve(__dirname, '../../node_modules/jest/bin/jest.js');
const AGAIN = 'jest.retryTimes(1, { retryImmediately: true });\n';

const FILES: Readonly<Record<string, string>> = {
  'passes.test.js': `${AGAIN} test('passes', () => {}); test.skip('waits', () => {});`,
  'once.test.js': `${AGAIN} let tries = 0; test('fails once', () => { tries += 1; expect(tries).toBe(2); });`,
  'twice.test.js': `${AGAIN} test('fails twice', () => { expect(1).toBe(2); });`,
  'start.test.js': `${AGAIN} beforeAll(() => { throw new Error('no browser'); }); test('is there', () => {});`,
  'end.test.js': `${AGAIN} afterAll(() => { throw new Error('no end'); }); test('is there', () => {});`,
  'late.test.js': `${AGAIN}
    test('leaves something', () => { setTimeout(() => void Promise.reject(new Error('late')), 20); });
    test('comes after it', () => new Promise((resolve) => setTimeout(resolve, 200)));`,
  'both.test.js': `${AGAIN}
    test('leaves something', () => { setTimeout(() => void Promise.reject(new Error('late')), 20); });
    test('fails twice', async () => { await new Promise((resolve) => setTimeout(resolve, 200)); expect(1).toBe(2); });`,
  'load.test.js': `throw new Error('cannot be loaded');`,
};

let folder: string;
let report: TestReport;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'test-report-')));
  writeFileSync(path.join(folder, 'package.json'), '{}');
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  report = await runJest();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function runJest(...files: readonly string[]): Promise<TestReport> {
  const output = path.join(folder, 'report.json');
  const args = ['--rootDir', folder, '--runInBand', '--json', `--outputFile=${output}`, ...files];
  // It ends with 1, as it should: tests fail.
  await new Promise<void>((ended) => {
    execFile(process.execPath, [JEST, ...args], { cwd: folder }, () => ended());
  });
  return JSON.parse(readFileSync(output, 'utf8')) as TestReport;
}

test('counts each failed test, and once each file that failed without one', () => {
  // late 1, twice 1, both 2, start 1; end and load as files.
  expect(count(report)).toEqual({ passed: 4, failed: 7, left: 1 });
});

test('names what passed at the second try only', () => {
  expect(passedAtSecondTry(report, folder)).toEqual(['once.test.js: fails once']);
});

test('a file is left without a second try if no test of it had one and failed', () => {
  const left = leftWithoutSecondTry(report, folder).map((file) => path.basename(file));
  expect(left.sort()).toEqual(['end.test.js', 'late.test.js', 'load.test.js', 'start.test.js']);
  expect(leftWithoutSecondTry(report, path.join(folder, 'browser'))).toEqual([]);
});

test('many such files are no mishap', () => {
  const failed = (name: string) => ({ name: path.join(folder, name), status: 'failed', assertionResults: [] });
  const of = (...names: readonly string[]) => ({ testResults: names.map(failed) });
  expect(leftWithoutSecondTry(of('a', 'b', 'c', 'd', 'e'), folder)).toHaveLength(5);
  expect(leftWithoutSecondTry(of('a', 'b', 'c', 'd', 'e', 'f'), folder)).toEqual([]);
});

test('what is run again stands for itself', async () => {
  writeFileSync(path.join(folder, 'start.test.js'), `test('is there', () => {});`);
  writeFileSync(path.join(folder, 'end.test.js'), `test('is there', () => { expect(1).toBe(2); });`);
  const second = await runJest('start', 'end');
  expect(second.testResults).toHaveLength(2);
  const both = withSecondTry(report, second);
  expect(both.testResults).toHaveLength(report.testResults.length);
  expect(count(both)).toEqual({ passed: 4, failed: 6, left: 1 });
});

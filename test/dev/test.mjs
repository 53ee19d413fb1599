// `npm test`: everything that must hold, in the order in which a mistake is cheapest to see.
// Arguments go on to Jest: npm test -- --selectProjects unit
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';
import { nodeProblem } from './node-version.mjs';
import { count, leftWithoutSecondTry, passedAtSecondTry, withSecondTry } from './test-report.mjs';

const problem = nodeProblem(process.versions.node);
if (problem !== undefined) {
  console.error(problem);
  process.exit(2);
}
installWhatIsMissing();

const bin = (file) => path.join(root, 'node_modules', file);
const tsc = bin('typescript/bin/tsc');

for (const project of ['tsconfig.json', 'static/app/tsconfig.json', 'test/tsconfig.json']) {
  step(`Type check (${project})`, [tsc, '-p', project]);
}
step('Lint', [bin('eslint/bin/eslint.js'), '.']);

headline('Build');
try {
  const { buildWhatIsStale } = await import('./build.mjs');
  await buildWhatIsStale({ always: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  stop('Build', 1);
}

headline('Tests: unit, then real pages in a browser');
// Where the test files of this run leave each other what takes long to make.
const shared = path.join(root, '.local/test-run');
rmSync(shared, { recursive: true, force: true });
mkdirSync(shared, { recursive: true });
process.env.TEST_RUN_FOLDER = shared;
// Two on a small machine, which a browser and a server fill already; half of the processors of a larger one.
const workers = `--maxWorkers=${Math.max(2, Math.floor(availableParallelism() / 2))}`;
const first = tests('test-report', [workers, ...process.argv.slice(2)]);
const again = leftWithoutSecondTry(first.report, path.join(root, 'test/browser'));
let last = first;
if (again.length > 0) {
  headline(`Second try, one after the other: ${again.map((file) => path.relative(root, file)).join(', ')}`);
  const second = tests('test-report-second', [
    '--runInBand',
    '--selectProjects',
    'browser',
    '--runTestsByPath',
    ...again,
  ]);
  last = { status: second.status, report: withSecondTry(first.report, second.report) };
}
const { passed, failed, left } = count(last.report);
const secondTries = [
  ...passedAtSecondTry(first.report, root),
  ...again.map((file) => `${path.relative(root, file)}, the whole file`),
];
if (secondTries.length > 0) {
  console.log(`\n${secondTries.length} had a second try; why is printed above:`);
  for (const name of secondTries) console.log(`  ${name}`);
}
if (left > 0) console.log(`\n${left} not run: each says why where it is named above.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : last.status;

/** Runs Jest; what it reports, and how it ended. */
function tests(name, args) {
  const file = path.join(root, '.local', `${name}.json`);
  rmSync(file, { force: true });
  const status = run([bin('jest/bin/jest.js'), '--json', `--outputFile=${file}`, ...args]);
  if (!existsSync(file)) stop('Jest', status === 0 ? 1 : status);
  return { status, report: JSON.parse(readFileSync(file, 'utf8')) };
}

function step(name, command) {
  headline(name);
  const status = run(command);
  if (status !== 0) stop(name, status);
}

function run(command) {
  // Jest writes its JSON to the file and its words to stderr; stdout would repeat the JSON's notice only.
  const result = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  return result.status ?? 1;
}

function headline(text) {
  console.log(`\n== ${text}`);
}

function stop(name, status) {
  console.error(`\n${name} failed; what comes after it was not run.`);
  console.log('\n0 passed, 1 failed');
  process.exit(status);
}

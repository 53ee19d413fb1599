// `npm test`: everything that must hold, in the order in which a mistake is cheapest to see.
// Arguments go on to Jest: npm test -- --selectProjects unit
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';
import { nodeProblem } from './node-version.mjs';

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
const report = path.join(root, '.local/test-report.json');
mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });
// Where the test files of this run leave each other what takes long to make.
const shared = path.join(root, '.local/test-run');
rmSync(shared, { recursive: true, force: true });
mkdirSync(shared, { recursive: true });
process.env.TEST_RUN_FOLDER = shared;
const jest = run([
  bin('jest/bin/jest.js'),
  // Two on a small machine, which a browser and a server fill already; half of the processors of a larger one.
  `--maxWorkers=${Math.max(2, Math.floor(availableParallelism() / 2))}`,
  '--json',
  `--outputFile=${report}`,
  ...process.argv.slice(2),
]);
if (!existsSync(report)) stop('Jest', jest === 0 ? 1 : jest);
const result = JSON.parse(readFileSync(report, 'utf8'));
const { passed, failed, left } = count(result);
const secondTries = passedAtSecondTry(result);
if (secondTries.length > 0) {
  console.log(`\n${secondTries.length} passed at the second try only; why is printed above:`);
  for (const name of secondTries) console.log(`  ${name}`);
}
if (left > 0) console.log(`\n${left} not run: each says why where it is named above.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = jest === 0 && failed > 0 ? 1 : jest;

/** A test file that could not be loaded counts as one failure: none of its tests was counted. */
function count(result) {
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    left: result.numPendingTests + result.numTodoTests,
  };
}

/** The tests of docs/decisions/0012, as `file: name`. */
function passedAtSecondTry({ testResults }) {
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ status, invocations }) => status === 'passed' && invocations > 1)
      .map(({ fullName }) => `${path.relative(root, file)}: ${fullName}`),
  );
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

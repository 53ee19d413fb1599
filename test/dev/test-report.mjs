// What Jest's report says of a run, and of the second tries in it (docs/decisions/0012).
import path from 'node:path';

/** More files than these that fail without a second try are no mishap. */
const MISHAPS = 5;

/** A test file that could not be loaded or ended counts as one failure more: none of its tests did fail. */
export function count({ testResults }) {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const of = (...states) => all.filter(({ status }) => states.includes(status)).length;
  const whole = testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file)).length;
  return { passed: of('passed'), failed: of('failed') + whole, left: of('pending', 'todo') };
}

/** The tests that passed at the second try only, as `file: name`. */
export function passedAtSecondTry({ testResults }, root) {
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ status, invocations }) => status === 'passed' && invocations > 1)
      .map(({ fullName }) => `${path.relative(root, file)}: ${fullName}`),
  );
}

/**
 * The files below `folder` that failed, though no test in them failed twice: the browser or the demo did not start, or an
 * error came when the test that it belongs to was over, which Jest does not repeat.
 */
export function leftWithoutSecondTry({ testResults }, folder) {
  const files = testResults
    .filter(({ name, status }) => status === 'failed' && name.startsWith(folder + path.sep))
    .filter(
      ({ assertionResults }) =>
        !assertionResults.some(({ status, invocations }) => status === 'failed' && invocations > 1),
    )
    .map(({ name }) => name);
  return files.length > MISHAPS ? [] : files;
}

/** The report with what `second` says of the files that it holds. */
export function withSecondTry(first, second) {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  return { testResults: first.testResults.map((file) => again.get(file.name) ?? file) };
}

const hasFailedTest = ({ assertionResults }) => assertionResults.some(({ status }) => status === 'failed');

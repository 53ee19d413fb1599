/**
 * A test of real pages that fails gets one second try at once (docs/decisions/0012). The first failure is printed, and
 * `npm test` names every test that needed it.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });

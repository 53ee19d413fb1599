import { ERROR_CODES } from '../../src/contract/result';
import { JiraError } from '../../src/jira/errors';
import { appErrorOf, OperationError } from '../../static/app/src/shared/app-error';
import { common } from '../../static/app/src/shared/strings/en-common';

test('a read that Jira limits tells how long to wait, also where Jira did not', () => {
  expect(appErrorOf(new JiraError('rateLimited', 'search.count', { retryAfterSeconds: 42 }))).toEqual({
    code: 'rate-limited',
    retryAfterSeconds: 42,
  });
  expect(appErrorOf(new JiraError('rateLimited', 'search.count')).retryAfterSeconds).toBeGreaterThan(0);
});

test('Jira’s own words are kept only where it refused the content', () => {
  const messages = ['The value "x" does not exist.'];
  expect(appErrorOf(new JiraError('refused', 'x', { messages }))).toEqual({
    code: 'jira-refused',
    message: messages[0],
  });
  expect(appErrorOf(new JiraError('forbidden', 'x', { messages }))).toEqual({ code: 'no-permission' });
});

test('a failed operation keeps its own error; what nobody foresaw is internal', () => {
  const error = { code: 'conflict' } as const;
  expect(appErrorOf(new OperationError(error))).toBe(error);
  expect(appErrorOf(new TypeError('x is not a function'))).toEqual({ code: 'internal' });
  expect(appErrorOf('thrown text')).toEqual({ code: 'internal' });
});

test('every code has a heading and a sentence', () => {
  for (const code of ERROR_CODES) {
    expect(common.errors[code].heading).not.toBe('');
    expect(common.errors[code].body).toMatch(/\.$/);
  }
});

import { ERROR_CODES } from '../../../src/contract/result';
import { failureWords, isUncertain } from '../../../static/app/src/shared/failure-words';

test('a lost answer is never called “nothing was changed”', () => {
  for (const code of ERROR_CODES) {
    const { heading, body } = failureWords({ code });
    expect(heading).not.toBe('');
    expect(body).not.toBe('');
    if (isUncertain({ code })) expect(body).not.toMatch(/nothing/i);
  }
});

test('lost are the answers that never came or could not be understood; a refusal is certain', () => {
  expect(ERROR_CODES.filter((code) => isUncertain({ code }))).toEqual([
    'jira-unavailable',
    'unexpected-answer',
    'internal',
  ]);
});

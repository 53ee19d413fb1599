import fc from 'fast-check';
import { CUSTOM_FIELD_ID, isIdempotencyKey, isIssueKey, isNumericId, isProjectKey } from '../../src/domain/identifiers';

const HOSTILE = [
  '',
  '0',
  '01',
  '-1',
  '1e4',
  '1.0',
  'NaN',
  ' 1',
  '1\n',
  '10001 OR 1=1',
  '10000%2fcomment',
  '../10000',
  'A-1;x=1',
  'SHOP-1/../2',
  'constructor',
  '__proto__',
  '99999999999999999999',
  '１２３',
];

describe('identifiers', () => {
  test('real ones pass', () => {
    expect(isNumericId('10001')).toBe(true);
    expect(isIssueKey('SHOP-428')).toBe(true);
    expect(isProjectKey('SHOP')).toBe(true);
    expect(CUSTOM_FIELD_ID.test('customfield_10010')).toBe(true);
    expect(isIdempotencyKey('3d7b0a4e-7f0e-4a55-9a3d-0d6f3a1c9b11')).toBe(true);
  });

  test.each(HOSTILE)('%j is no id', (value) => {
    expect(isNumericId(value)).toBe(false);
    expect(isIssueKey(value)).toBe(false);
    expect(CUSTOM_FIELD_ID.test(value)).toBe(false);
  });

  test('an idempotency key is sixteen to sixty-four letters, digits and hyphens', () => {
    for (const wrong of ['', 'short', 'a'.repeat(65), 'a:b'.repeat(6), '../'.repeat(6), 'ä'.repeat(20)]) {
      expect(isIdempotencyKey(wrong)).toBe(false);
    }
  });

  test('what passes holds nothing that means something in a path, a query or a key', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (isNumericId(text) || isIssueKey(text) || isIdempotencyKey(text)) expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
    for (const value of [10001, ['10001'], { toString: () => '10001' }, null, undefined]) {
      expect(isNumericId(value)).toBe(false);
    }
  });
});

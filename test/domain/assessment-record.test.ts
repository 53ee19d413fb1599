import { assessmentRecord, reasonTextIn } from '../../src/domain/assessment-record';

const at = '2026-11-20T13:30:00.000Z';

describe('record of an assessment', () => {
  test('holds the sentence only where the reason is "other"', () => {
    expect(assessmentRecord({ relevance: 'relevant' }, 'abc', at)).toEqual({
      version: 1,
      relevance: 'relevant',
      textHash: 'abc',
      assessedAt: at,
    });
    const other = assessmentRecord({ relevance: 'notRelevant', reason: 'other', text: 'Demo branch only' }, 'abc', at);
    expect(reasonTextIn(other)).toBe('Demo branch only');
    expect(reasonTextIn(assessmentRecord({ relevance: 'notRelevant', reason: 'wording' }, 'abc', at))).toBeUndefined();
  });

  test.each([undefined, null, 7, 'text', [], {}, { text: 7 }, { text: '  ' }])('finds nothing in %j', (record) => {
    expect(reasonTextIn(record)).toBeUndefined();
  });

  test('cuts what somebody else has written there', () => {
    expect(reasonTextIn({ text: 'x'.repeat(100_000) })).toHaveLength(255);
  });
});

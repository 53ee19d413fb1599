import fc from 'fast-check';
import { assessmentRecord, evidenceIn, reasonTextIn, withEvidence } from '../../src/domain/assessment-record';
import { textHash } from '../../src/domain/text-hash';

const at = '2026-11-20T13:30:00.000Z';
const later = '2026-11-21T08:00:00.000Z';
const hash = textHash({ summary: 'Save card', description: '' });
const other = assessmentRecord({ relevance: 'notRelevant', reason: 'other', text: 'Demo branch only' }, hash, at);

describe('record of an assessment', () => {
  test('holds the sentence only where the reason is "other"', () => {
    expect(assessmentRecord({ relevance: 'relevant' }, hash, at)).toEqual({
      version: 1,
      relevance: 'relevant',
      textHash: hash,
      textAt: at,
    });
    expect(reasonTextIn(other)).toBe('Demo branch only');
    expect(reasonTextIn(assessmentRecord({ relevance: 'notRelevant', reason: 'wording' }, hash, at))).toBeUndefined();
  });

  test('a confirmation changes the evidence and leaves the reason', () => {
    const evidence = { relevance: 'notRelevant', textHash: hash, textAt: later, confirmedAt: later } as const;
    const confirmed = withEvidence(other, evidence);
    expect(confirmed).toEqual({ ...other, textAt: later, confirmedAt: later });
    expect(evidenceIn(confirmed)).toEqual(evidence);
    // An edit of our own after that keeps the confirmation.
    const { confirmedAt, ...edited } = evidence;
    expect(withEvidence(confirmed, edited)).toMatchObject({ confirmedAt, textAt: later });
  });

  test('the reason of another assessment does not come along', () => {
    const evidence = { relevance: 'relevant', textHash: hash, textAt: later } as const;
    expect(withEvidence(other, evidence)).toEqual({ version: 1, ...evidence });
  });

  test.each([undefined, null, 7, 'text', [], {}, { text: 7 }, { text: '  ' }])('finds nothing in %j', (record) => {
    expect(reasonTextIn(record)).toBeUndefined();
    expect(evidenceIn(record)).toBeUndefined();
  });

  test.each([
    { ...other, version: 2 },
    { ...other, relevance: 'perhaps' },
    { ...other, textHash: 'abc' },
    { ...other, textAt: 'yesterday' },
    { ...other, textAt: '2026-99-99T00:00:00.000Z' },
    { ...other, textAt: 9e15 },
  ])('takes %j for no evidence', (record) => expect(evidenceIn(record)).toBeUndefined());

  test('whatever somebody wrote there, nothing breaks and nothing foreign is carried on', () => {
    const evidence = { relevance: 'relevant', textHash: hash, textAt: at } as const;
    const keys = new Set(['version', 'relevance', 'reason', 'text', 'textHash', 'textAt', 'confirmedAt']);
    fc.assert(
      fc.property(fc.jsonValue(), (record) => {
        const written = withEvidence(record, evidence);
        expect(Object.keys(written).every((key) => keys.has(key))).toBe(true);
        expect(evidenceIn(written)).toMatchObject(evidence);
      }),
    );
    expect(reasonTextIn({ text: 'x'.repeat(100_000) })).toHaveLength(255);
  });
});

import fc from 'fast-check';
import { LEVELS } from '../../src/domain/level';
import { MISSING, readinessOf, type ReadinessFacts } from '../../src/domain/readiness';
import { RELEVANCES } from '../../src/domain/relevance';

const risk = fc.record({
  open: fc.boolean(),
  level: fc.option(fc.constantFrom(...LEVELS), { nil: undefined }),
  owned: fc.boolean(),
});
const facts: fc.Arbitrary<ReadinessFacts> = fc.record({
  relevance: fc.constantFrom(...RELEVANCES),
  risks: fc.array(risk, { maxLength: 4 }),
  enablers: fc.nat({ max: 3 }),
});

describe('readiness of a story', () => {
  test('is total, deterministic, and never ready while a check is missing', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const readiness = readinessOf(given);
        expect(readinessOf(given)).toEqual(readiness);
        expect(readiness.checks.map(({ check }) => check)).toEqual([...MISSING]);
        expect(readiness.ready).toBe(readiness.checks.every(({ state }) => state !== 'missing'));
        expect(readiness.missing).toEqual(
          readiness.checks.filter(({ state }) => state === 'missing').map(({ check }) => check),
        );
      }),
    );
  });

  test('an unassessed story is never ready, a not relevant one always', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(readinessOf({ ...given, relevance: 'unassessed' }).ready).toBe(false);
        expect(readinessOf({ ...given, relevance: 'notRelevant' }).ready).toBe(true);
      }),
    );
  });

  test('a relevant story needs an answer: a risk or an enabler', () => {
    expect(readinessOf({ relevance: 'relevant', risks: [], enablers: 0 }).missing).toEqual(['answer']);
    expect(readinessOf({ relevance: 'relevant', risks: [], enablers: 1 }).ready).toBe(true);
    const closed = { open: false, level: 'Critical', owned: false } as const;
    expect(readinessOf({ relevance: 'relevant', risks: [closed], enablers: 0 }).ready).toBe(true);
  });

  test('every open Critical or High risk needs an owner, no other does', () => {
    const linked = (level: (typeof LEVELS)[number] | undefined, owned: boolean, open = true) =>
      readinessOf({ relevance: 'relevant', risks: [{ level, owned, open }], enablers: 0 }).missing;
    expect(linked('Critical', false)).toEqual(['riskOwner']);
    expect(linked('High', false)).toEqual(['riskOwner']);
    expect(linked('High', true)).toEqual([]);
    expect(linked('High', false, false)).toEqual([]);
    expect(linked('Medium', false)).toEqual([]);
    expect(linked(undefined, false)).toEqual([]);
  });
});

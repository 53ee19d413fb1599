import fc from 'fast-check';
import { LEVELS } from '../../src/domain/level';
import { DEFAULT_CHECKS, GATES, type ReadinessChecks } from '../../src/domain/project-settings';
import { CHECKS, checksInForce, MISSING, readinessOf, type ReadinessFacts } from '../../src/domain/readiness';
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
  criteria: fc.nat({ max: 3 }),
  changed: fc.boolean(),
});
const checks: fc.Arbitrary<ReadinessChecks> = fc.record({
  answer: fc.constantFrom('required', 'off'),
  criteria: fc.constantFrom('accepted', 'ignored'),
  riskOwner: fc.constantFrom('required', 'off'),
  changed: fc.constantFrom('warn', 'off'),
});
const relevant: ReadinessFacts = { relevance: 'relevant', risks: [], enablers: 0, criteria: 0, changed: false };

describe('readiness of a story', () => {
  test('is total, deterministic, and never ready while a check is missing', () => {
    fc.assert(
      fc.property(facts, checks, (given, inForce) => {
        const readiness = readinessOf(given, inForce);
        expect(readinessOf(structuredClone(given), { ...inForce })).toEqual(readiness);
        expect(readiness.checks.map(({ check }) => check)).toEqual([...CHECKS]);
        expect(readiness.ready).toBe(readiness.checks.every(({ state }) => state !== 'missing'));
        expect(readiness.missing).toEqual(
          MISSING.filter((name) => readiness.checks.some(({ check, state }) => check === name && state === 'missing')),
        );
      }),
    );
  });

  test('an unassessed story is never ready, a not relevant one always, whatever a project asks for', () => {
    fc.assert(
      fc.property(facts, checks, (given, inForce) => {
        expect(readinessOf({ ...given, relevance: 'unassessed' }, inForce).missing).toEqual(['assessment']);
        expect(readinessOf({ ...given, relevance: 'notRelevant' }, inForce).ready).toBe(true);
      }),
    );
  });

  test('asking for less never makes a story less ready, and more facts never take away an answer', () => {
    const off: ReadinessChecks = { answer: 'off', criteria: 'accepted', riskOwner: 'off', changed: 'off' };
    fc.assert(
      fc.property(facts, checks, (given, inForce) => {
        if (readinessOf(given, inForce).ready) expect(readinessOf(given, off).ready).toBe(true);
        const more = { ...given, enablers: given.enablers + 1, criteria: given.criteria + 1 };
        if (readinessOf(given, inForce).ready) expect(readinessOf(more, inForce).ready).toBe(true);
      }),
    );
  });

  test('a changed text warns and takes nothing away', () => {
    fc.assert(
      fc.property(facts, checks, (given, inForce) => {
        const [same, changed] = [false, true].map((each) => readinessOf({ ...given, changed: each }, inForce));
        expect(changed?.missing).toEqual(same?.missing);
        const state = changed?.checks.find(({ check }) => check === 'changed')?.state;
        expect(state).toBe(
          inForce.changed === 'off' ? 'off' : given.relevance === 'unassessed' ? 'notNeeded' : 'warning',
        );
      }),
    );
  });

  test('a relevant story needs an answer: a risk, an enabler or criteria', () => {
    const missing = (given: Partial<ReadinessFacts>, inForce = DEFAULT_CHECKS) =>
      readinessOf({ ...relevant, ...given }, inForce).missing;
    expect(missing({})).toEqual(['answer']);
    expect(missing({ enablers: 1 })).toEqual([]);
    expect(missing({ criteria: 1 })).toEqual([]);
    expect(missing({ criteria: 1 }, { ...DEFAULT_CHECKS, criteria: 'ignored' })).toEqual(['answer']);
    expect(missing({ risks: [{ open: false, level: 'Critical', owned: false }] })).toEqual([]);
    expect(missing({}, { ...DEFAULT_CHECKS, answer: 'off' })).toEqual([]);
  });

  test('criteria never count where the gate blocks, because Jira sees links only', () => {
    for (const gate of GATES) {
      expect(checksInForce({ gate, checks: DEFAULT_CHECKS }).criteria).toBe(gate === 'block' ? 'ignored' : 'accepted');
    }
  });

  test('every open Critical or High risk needs an owner, no other does', () => {
    const linked = (
      level: (typeof LEVELS)[number] | undefined,
      owned: boolean,
      open = true,
      inForce = DEFAULT_CHECKS,
    ) => readinessOf({ ...relevant, risks: [{ level, owned, open }] }, inForce).missing;
    expect(linked('Critical', false)).toEqual(['riskOwner']);
    expect(linked('High', false)).toEqual(['riskOwner']);
    expect(linked('High', true)).toEqual([]);
    expect(linked('High', false, false)).toEqual([]);
    expect(linked('Medium', false)).toEqual([]);
    expect(linked(undefined, false)).toEqual([]);
    expect(linked('Critical', false, true, { ...DEFAULT_CHECKS, riskOwner: 'off' })).toEqual([]);
  });
});

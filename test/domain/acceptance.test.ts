/** Acceptances as rules: the state machine of decisions, and what follows from it for a risk in Jira. */
import fc from 'fast-check';
import { ACCEPTANCE_DAYS, mayAcceptUntil, type Decision, type RiskState } from '../../src/domain/acceptance';
import { acceptanceState } from '../../src/domain/acceptance-state';
import { dutyOf, type RiskStanding } from '../../src/domain/acceptance-duty';
import { daysAfter } from '../../src/domain/day';

const STATE: RiskState = {
  inherent: { likelihood: 4, impact: 4 },
  residual: undefined,
  level: 'High',
  residualLevel: undefined,
  enablers: { done: 0, total: 1 },
  owned: true,
};
const at = '2026-11-20T12:00:00.000Z';
const TODAY = '2026-11-20';

/** Any entries at all, in any order: whatever a bug or a damaged store could leave. */
const day = fc.integer({ min: -5, max: 5 }).map((days) => daysAfter(TODAY, days));
const number = fc.integer({ min: 0, max: 8 });
const anything = fc.oneof(
  fc.record({ kind: fc.constant('asked' as const), until: day }),
  fc.record({ kind: fc.constant('accepted' as const), until: day, request: number }),
  fc.record({ kind: fc.constantFrom('declined' as const, 'withdrawn' as const), request: number }),
  fc.record({ kind: fc.constantFrom('expired' as const, 'ended' as const), accepted: number }),
);
const histories = fc
  .array(anything, { maxLength: 8 })
  .map((entries) =>
    entries.map((entry, index): Decision => ({ version: 1, number: index + 1, at, state: STATE, ...entry })),
  );
const standings = fc.record({
  place: fc.constantFrom<RiskStanding['place']>('accepted', 'awaitingAcceptance', 'closed', 'elsewhere'),
  expires: fc.option(day, { nil: undefined }),
});

test('what holds was asked for, decided on for that very day, not taken away since, and its day is not over', () => {
  fc.assert(
    fc.property(histories, (decisions) => {
      const { holds } = acceptanceState(decisions, TODAY);
      if (holds === undefined) return;
      const request = decisions[holds.request - 1];
      expect(request).toMatchObject({ kind: 'asked', until: holds.until });
      expect(holds.request).toBeLessThan(holds.number);
      const after = decisions.slice(holds.number);
      expect(after.some((one) => 'accepted' in one && one.accepted === holds.number)).toBe(false);
      const between = decisions.slice(holds.request, holds.number - 1);
      expect(between.some((one) => 'request' in one && one.kind !== 'accepted' && one.request === holds.request)).toBe(
        false,
      );
      expect(holds.until >= TODAY).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('one acceptance at most, which holds or is over', () => {
  fc.assert(
    fc.property(histories, day, (decisions, today) => {
      const { open, holds, lapsed } = acceptanceState(decisions, today);
      expect(holds === undefined || lapsed === undefined).toBe(true);
      if (lapsed !== undefined) expect(lapsed.until < today).toBe(true);
      if (open !== undefined) expect(decisions).toContain(open);
    }),
    { numRuns: 3000 },
  );
});

test('nothing is left to do only where Accepted and a decision that holds agree, and the day with them', () => {
  fc.assert(
    fc.property(histories, standings, (decisions, standing) => {
      if (dutyOf(decisions, standing, TODAY).duty !== 'nothing') return;
      const { holds, open, lapsed } = acceptanceState(decisions, TODAY);
      expect(standing.place === 'accepted').toBe(holds !== undefined);
      expect(lapsed).toBeUndefined();
      if (holds !== undefined) expect(standing.expires).toBe(holds.until);
      if (open !== undefined && holds === undefined) expect(standing.place).toBe('awaitingAcceptance');
    }),
    { numRuns: 5000 },
  );
});

/** What doing a duty leads to, where nobody interferes. */
function done(decisions: readonly Decision[], standing: RiskStanding): readonly [readonly Decision[], RiskStanding] {
  const duty = dutyOf(decisions, standing, TODAY);
  const entry = { version: 1, number: decisions.length + 1, at, state: STATE } as const;
  const { open } = acceptanceState(decisions, TODAY);
  switch (duty.duty) {
    case 'nothing':
      return [decisions, standing];
    case 'expire':
      return [[...decisions, { ...entry, kind: 'expired', accepted: duty.accepted.number }], standing];
    case 'void':
      return [[...decisions, { ...entry, kind: 'withdrawn', request: duty.request.number }], standing];
    case 'follow':
      return [decisions, { ...standing, place: duty.entry.kind === 'asked' ? 'awaitingAcceptance' : 'accepted' }];
    case 'bringBack':
      return [decisions, { ...standing, place: open === undefined ? 'elsewhere' : 'awaitingAcceptance' }];
    case 'reassess':
      return [decisions, { ...standing, place: 'elsewhere' }];
    case 'writeDay':
      return [decisions, { ...standing, expires: duty.until ?? undefined }];
  }
}

test('the duties come to an end, in fewer rounds than the app has', () => {
  fc.assert(
    fc.property(histories, standings, (decisions, standing) => {
      let now: ReturnType<typeof done> = [decisions, standing];
      for (let round = 0; round < 6; round += 1) now = done(...now);
      expect(dutyOf(...now, TODAY)).toEqual({ duty: 'nothing' });
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['2026-11-20', false],
  ['2026-11-21', true],
  ['2027-11-20', true],
  ['2027-11-21', false],
])('until %s: %s', (until, may) => {
  expect(mayAcceptUntil(until, TODAY)).toBe(may);
});

test('the usual length is a length that may be', () => {
  expect(mayAcceptUntil(daysAfter(TODAY, ACCEPTANCE_DAYS.usual), TODAY)).toBe(true);
});

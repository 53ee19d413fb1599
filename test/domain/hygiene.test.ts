import fc from 'fast-check';
import { HYGIENE_RULES, hygieneOf, type HygieneFacts, type HygieneRule } from '../../src/domain/hygiene';
import { SCALE, scoreValue } from '../../src/domain/level';
import { progressTotal } from '../../src/domain/progress';
import { riskProblemsOf } from '../../src/domain/risk-problems';
import { TREATMENTS } from '../../src/domain/site-setup';

const TODAY = '2026-11-20';

/** Nothing is wrong with it. */
const TIDY: HygieneFacts = {
  open: true,
  accepted: false,
  inTreatment: true,
  owner: 'active',
  level: 'High',
  inherent: { likelihood: 3, impact: 4 },
  residual: { likelihood: 2, impact: 4 },
  treatment: 'Mitigate',
  progress: { done: 1, inProgress: 1, toDo: 0 },
  hasEnabler: true,
  nextReview: TODAY,
  acceptanceExpires: undefined,
  today: TODAY,
};
const NONE = { done: 0, inProgress: 0, toDo: 0 };

test.each<[string, Partial<HygieneFacts>, readonly HygieneRule[]]>([
  ['nothing', {}, []],
  ['nobody owns it', { owner: 'none' }, ['noOwner']],
  ['the owner has left', { owner: 'inactive' }, ['ownerInactive']],
  ['due today', { nextReview: TODAY }, []],
  ['due yesterday', { nextReview: '2026-11-19' }, ['reviewOverdue']],
  ['no review set', { nextReview: undefined }, []],
  ['accepted until today', { accepted: true, inTreatment: false, acceptanceExpires: TODAY }, []],
  [
    'accepted until yesterday',
    { accepted: true, inTreatment: false, acceptanceExpires: '2026-11-19' },
    ['acceptanceLapsed'],
  ],
  ['accepted without an end', { accepted: true, inTreatment: false }, ['acceptanceLapsed']],
  ['left over from an acceptance', { acceptanceExpires: '2026-11-19' }, ['acceptanceLapsed']],
  ['a residual level above the inherent one', { residual: { likelihood: 5, impact: 5 } }, ['residualAboveInherent']],
  ['the same score by other numbers', { residual: { likelihood: 4, impact: 3 } }, []],
  ['hope without work', { progress: { done: 0, inProgress: 1, toDo: 3 } }, ['residualUnproven']],
  [
    'hope without any enabler',
    { progress: NONE, hasEnabler: false },
    ['residualUnproven', 'inTreatmentWithoutEnabler'],
  ],
  ['smaller by insurance', { treatment: 'Transfer', inTreatment: false, progress: NONE, hasEnabler: false }, []],
  [
    'insurance, and enablers of which none is done',
    { treatment: 'Transfer', progress: { done: 0, inProgress: 0, toDo: 1 } },
    ['residualUnproven'],
  ],
  ['nothing to be smaller than', { inherent: undefined, progress: { done: 0, inProgress: 0, toDo: 1 } }, []],
  ['in treatment, all enablers dropped', { progress: NONE, residual: undefined }, []],
  [
    'in treatment, none linked',
    { progress: NONE, hasEnabler: false, residual: undefined },
    ['inTreatmentWithoutEnabler'],
  ],
  ['not in treatment, none linked', { inTreatment: false, progress: NONE, hasEnabler: false, residual: undefined }, []],
  ['in treatment, all done', { progress: { done: 3, inProgress: 0, toDo: 0 } }, ['allEnablersDone']],
  ['in verification, all done', { inTreatment: false, progress: { done: 3, inProgress: 0, toDo: 0 } }, []],
  ['closed, all done', { open: false, inTreatment: false, progress: { done: 3, inProgress: 0, toDo: 0 } }, []],
  ['closed, one open', { open: false, inTreatment: false, owner: 'none' }, ['closedWithOpenEnablers']],
])('%s', (_name, facts, rules) => {
  expect(hygieneOf({ ...TIDY, ...facts })).toEqual(rules);
});

const rating = fc.constantFrom(...SCALE);
const score = fc.option(fc.record({ likelihood: rating, impact: rating }), { nil: undefined });
const day = fc.option(fc.constantFrom('2026-01-01', '2026-11-19', TODAY, '2026-11-21', '2027-06-01'), {
  nil: undefined,
});
const anyFacts: fc.Arbitrary<HygieneFacts> = fc.record({
  open: fc.boolean(),
  accepted: fc.boolean(),
  inTreatment: fc.boolean(),
  owner: fc.constantFrom('active', 'inactive', 'none'),
  level: fc.constantFrom(undefined, 'Low', 'High'),
  inherent: score,
  residual: score,
  treatment: fc.constantFrom(undefined, ...TREATMENTS),
  progress: fc.record({ done: fc.nat(2), inProgress: fc.nat(2), toDo: fc.nat(2) }),
  hasEnabler: fc.boolean(),
  nextReview: day,
  acceptanceExpires: day,
  today: fc.constant(TODAY),
});

test('of any risk: each rule once and in order; a closed risk breaks the last rule at most, an open one never', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const rules = hygieneOf(facts);
      expect(rules).toEqual(HYGIENE_RULES.filter((rule) => rules.includes(rule)));
      for (const rule of rules) expect(rule === 'closedWithOpenEnablers').toBe(!facts.open);
    }),
  );
});

test('of any risk: what the panel on it says, the page says too', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const problems = riskProblemsOf({ ...facts, unassignedEnablers: 0, unassessedStories: 0 });
      const rules = hygieneOf(facts);
      const same = [
        'noOwner',
        'ownerInactive',
        'reviewOverdue',
        'residualAboveInherent',
        'closedWithOpenEnablers',
      ] as const;
      for (const name of same) expect([name, rules.includes(name)]).toEqual([name, problems.includes(name)]);
      if (problems.includes('residualUnproven')) expect(rules).toContain('residualUnproven');
      if (rules.includes('allEnablersDone')) expect(problems).toContain('allEnablersDone');
    }),
  );
});

test('of any risk: it is never above and below its inherent score at once, and what is unproven has no enabler done', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const rules = hygieneOf(facts);
      if (rules.includes('residualUnproven')) {
        expect(facts.progress.done).toBe(0);
        expect(scoreValue(facts.residual!)).toBeLessThan(scoreValue(facts.inherent!));
      }
      if (rules.includes('allEnablersDone')) expect(progressTotal(facts.progress)).toBe(facts.progress.done);
      expect(
        rules.filter((rule) => rule === 'residualUnproven' || rule === 'residualAboveInherent').length,
      ).toBeLessThan(2);
    }),
  );
});

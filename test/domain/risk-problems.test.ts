import fc from 'fast-check';
import { LEVELS, SCALE, scoreValue } from '../../src/domain/level';
import { RISK_PROBLEMS, riskProblemsOf, type RiskFacts } from '../../src/domain/risk-problems';
import { TREATMENTS } from '../../src/domain/site-setup';

const fine: RiskFacts = {
  open: true,
  accepted: false,
  owner: 'active',
  level: 'High',
  inherent: { likelihood: 3, impact: 5 },
  residual: { likelihood: 1, impact: 5 },
  treatment: 'Mitigate',
  progress: { done: 1, inProgress: 1, toDo: 0 },
  unassignedEnablers: 0,
  nextReview: '2026-11-27',
  acceptanceExpires: undefined,
  today: '2026-11-20',
  unassessedStories: 0,
};
const none = { done: 0, inProgress: 0, toDo: 0 };
const allDone = { done: 3, inProgress: 0, toDo: 0 };
const of = (change: Partial<RiskFacts>) => riskProblemsOf({ ...fine, ...change });

describe('problems of a risk', () => {
  test('one at a time', () => {
    expect(of({})).toEqual([]);
    expect(of({ owner: 'none' })).toEqual(['noOwner']);
    expect(of({ owner: 'inactive' })).toEqual(['ownerInactive']);
    expect(of({ level: undefined })).toEqual(['notScored']);
    expect(of({ progress: none })).toEqual(['noEnabler']);
    expect(of({ progress: allDone })).toEqual(['allEnablersDone']);
    expect(of({ unassignedEnablers: 1 })).toEqual(['enablerUnassigned']);
    expect(of({ unassessedStories: 1 })).toEqual(['storyUnassessed']);
  });

  test('a review is overdue from the day after', () => {
    expect(of({ nextReview: '2026-11-19' })).toEqual(['reviewOverdue']);
    expect(of({ nextReview: '2026-11-20' })).toEqual([]);
    expect(of({ nextReview: undefined })).toEqual([]);
  });

  test('the residual score: none, above the inherent one, lower before anything is done', () => {
    expect(of({ residual: undefined })).toEqual(['residualNotScored']);
    expect(of({ residual: { likelihood: 4, impact: 4 } })).toEqual(['residualAboveInherent']);
    expect(of({ residual: { likelihood: 5, impact: 3 } })).toEqual([]);
    const nothingDone = { done: 0, inProgress: 1, toDo: 1 };
    expect(of({ progress: nothingDone })).toEqual(['residualUnproven']);
    expect(of({ progress: nothingDone, residual: fine.inherent })).toEqual([]);
    // Without enablers that is what is wrong; without an inherent score there is nothing to compare.
    expect(of({ progress: none })).toEqual(['noEnabler']);
    expect(of({ inherent: undefined, level: undefined })).toEqual(['notScored']);
  });

  test('an acceptance holds to the end of its last day, and its end is said two weeks before', () => {
    expect(of({ acceptanceExpires: '2026-11-19' })).toEqual(['acceptanceExpired']);
    expect(of({ acceptanceExpires: '2026-11-20' })).toEqual(['acceptanceEnding']);
    expect(of({ acceptanceExpires: '2026-12-04' })).toEqual(['acceptanceEnding']);
    expect(of({ acceptanceExpires: '2026-12-05' })).toEqual([]);
  });

  test('an accepted risk needs an end and no enabler', () => {
    expect(of({ accepted: true })).toEqual(['acceptedWithoutEnd']);
    expect(of({ accepted: true, acceptanceExpires: '2027-02-01', progress: none })).toEqual([]);
    expect(of({ accepted: true, acceptanceExpires: '2027-02-01', progress: allDone })).toEqual([]);
    expect(of({ treatment: 'Accept', progress: none })).toEqual([]);
  });

  test('a closed risk is history, but for enablers that are still open', () => {
    const worst = {
      owner: 'none',
      nextReview: '2026-01-01',
      acceptanceExpires: '2026-01-01',
      residual: undefined,
    } as const;
    expect(of({ ...worst, open: false, progress: allDone })).toEqual([]);
    expect(of({ ...worst, open: false })).toEqual(['closedWithOpenEnablers']);
  });

  test('of any risk: in the order of urgency, each once, none that contradicts another', () => {
    const count = fc.nat({ max: 2 });
    const rating = fc.constantFrom(...SCALE);
    const score = fc.option(fc.record({ likelihood: rating, impact: rating }), { nil: undefined });
    const day = fc.option(fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21', '2027-11-21'), { nil: undefined });
    const facts: fc.Arbitrary<RiskFacts> = fc.record({
      open: fc.boolean(),
      accepted: fc.boolean(),
      owner: fc.constantFrom('active', 'inactive', 'none'),
      level: fc.option(fc.constantFrom(...LEVELS), { nil: undefined }),
      inherent: score,
      residual: score,
      treatment: fc.option(fc.constantFrom(...TREATMENTS), { nil: undefined }),
      progress: fc.record({ done: count, inProgress: count, toDo: count }),
      unassignedEnablers: count,
      nextReview: day,
      acceptanceExpires: day,
      today: fc.constant('2026-11-20'),
      unassessedStories: count,
    });
    fc.assert(
      fc.property(facts, (given) => {
        const problems = riskProblemsOf(given);
        expect(problems).toEqual(RISK_PROBLEMS.filter((problem) => problems.includes(problem)));
        if (!given.open) expect(problems.filter((problem) => problem !== 'closedWithOpenEnablers')).toEqual([]);
        const contradictions = [
          ['noOwner', 'ownerInactive'],
          ['acceptanceExpired', 'acceptanceEnding'],
          ['acceptanceExpired', 'acceptedWithoutEnd'],
          ['noEnabler', 'allEnablersDone'],
          ['noEnabler', 'residualUnproven'],
          ['residualNotScored', 'residualAboveInherent'],
          ['residualAboveInherent', 'residualUnproven'],
        ] as const;
        for (const [one, other] of contradictions) {
          expect(problems.includes(one) && problems.includes(other)).toBe(false);
        }
        if (problems.includes('residualAboveInherent') && given.inherent && given.residual) {
          expect(scoreValue(given.residual)).toBeGreaterThan(scoreValue(given.inherent));
        }
      }),
    );
  });
});

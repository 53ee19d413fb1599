import fc from 'fast-check';
import { LEVELS } from '../../src/domain/level';
import { RISK_PROBLEMS, riskProblemsOf, type RiskFacts } from '../../src/domain/risk-problems';

const fine: RiskFacts = {
  open: true,
  owned: true,
  level: 'High',
  progress: { done: 1, inProgress: 1, toDo: 0 },
  nextReview: '2026-11-27',
  today: '2026-11-20',
  unassessedStories: 0,
};

describe('problems of a risk', () => {
  test('one at a time', () => {
    expect(riskProblemsOf(fine)).toEqual([]);
    expect(riskProblemsOf({ ...fine, owned: false })).toEqual(['noOwner']);
    expect(riskProblemsOf({ ...fine, level: undefined })).toEqual(['notScored']);
    expect(riskProblemsOf({ ...fine, progress: { done: 0, inProgress: 0, toDo: 0 } })).toEqual(['noEnabler']);
    expect(riskProblemsOf({ ...fine, progress: { done: 3, inProgress: 0, toDo: 0 } })).toEqual(['allEnablersDone']);
    expect(riskProblemsOf({ ...fine, unassessedStories: 1 })).toEqual(['storyUnassessed']);
  });

  test('a review is overdue from the day after', () => {
    expect(riskProblemsOf({ ...fine, nextReview: '2026-11-19' })).toEqual(['reviewOverdue']);
    expect(riskProblemsOf({ ...fine, nextReview: '2026-11-20' })).toEqual([]);
    expect(riskProblemsOf({ ...fine, nextReview: undefined })).toEqual([]);
  });

  test('are always in the order of urgency, and a closed risk has none', () => {
    const count = fc.nat({ max: 2 });
    const facts = fc.record({
      open: fc.boolean(),
      owned: fc.boolean(),
      level: fc.option(fc.constantFrom(...LEVELS), { nil: undefined }),
      progress: fc.record({ done: count, inProgress: count, toDo: count }),
      nextReview: fc.option(fc.constantFrom('2026-11-19', '2026-11-21'), { nil: undefined }),
      today: fc.constant('2026-11-20'),
      unassessedStories: count,
    });
    fc.assert(
      fc.property(facts, (given) => {
        const problems = riskProblemsOf(given);
        expect(problems).toEqual(RISK_PROBLEMS.filter((problem) => problems.includes(problem)));
        expect(riskProblemsOf({ ...given, open: false })).toEqual([]);
      }),
    );
  });
});

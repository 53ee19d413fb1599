/** Rows of the risk board for tests that need no Jira. */
import fc from 'fast-check';
import { DEFAULT_BANDS, levelOf, SCALE, type Score } from '../../../src/domain/level';
import { NO_PROGRESS } from '../../../src/domain/progress';
import { RISK_PROBLEMS } from '../../../src/domain/risk-problems';
import { TREATMENTS } from '../../../src/domain/site-setup';
import type { Person } from '../../../src/jira/issue-fields';
import type { RiskRow } from '../../../src/reads/risk-board-view';

export const TODAY = '2026-11-20';

export function personOf(name: string): Person {
  return { accountId: name.toLowerCase(), name, avatarUrl: undefined, active: true };
}

export function riskOf(number: number, change: Partial<RiskRow> = {}): RiskRow {
  return {
    id: String(10_000 + number),
    key: `SHOP-${number}`,
    summary: `Risk ${number}`,
    status: { name: 'Identified', category: 'toDo' },
    statusKey: 'identified',
    inherent: undefined,
    residual: undefined,
    level: undefined,
    residualLevel: undefined,
    owner: undefined,
    treatment: undefined,
    nextReview: undefined,
    acceptanceExpires: undefined,
    created: '2026-11-01T09:00:00.000Z',
    progress: NO_PROGRESS,
    problems: [],
    ...change,
  };
}

export const scored = (likelihood: Score['likelihood'], impact: Score['impact']): Partial<RiskRow> => {
  const inherent = { likelihood, impact };
  return { inherent, level: levelOf(inherent, DEFAULT_BANDS) };
};

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const score = fc.record({ likelihood: fc.constantFrom(...SCALE), impact: fc.constantFrom(...SCALE) });
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`);

/** Any register: every field set or not, open or closed. */
export const anyRisks: fc.Arbitrary<readonly RiskRow[]> = fc
  .array(
    fc.record({
      summary: fc.string(),
      status: fc.constantFrom(
        { name: 'Identified', category: 'toDo' as const },
        { name: 'In treatment', category: 'inProgress' as const },
        { name: 'Closed', category: 'done' as const },
      ),
      inherent: maybe(score),
      residual: maybe(score),
      owner: maybe(fc.constantFrom('Mara', 'Deniz', 'Jonas').map(personOf)),
      treatment: maybe(fc.constantFrom(...TREATMENTS)),
      nextReview: maybe(day),
      created: maybe(day.map((text) => `${text}T09:00:00.000Z`)),
      progress: fc.record({
        done: fc.integer({ min: 0, max: 3 }),
        inProgress: fc.integer({ min: 0, max: 3 }),
        toDo: fc.integer({ min: 0, max: 3 }),
      }),
      problems: fc.subarray([...RISK_PROBLEMS]),
    }),
    { maxLength: 40 },
  )
  .map((changes) => changes.map((change, index) => riskOf(index + 1, change)));

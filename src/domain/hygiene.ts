/**
 * What is untidy in a register of security risks: nine rules, each about one risk. Pure.
 */
import { scoreValue } from './level';
import { progressTotal } from './progress';
import { riskProblemsOf, type RiskFacts, type RiskProblem } from './risk-problems';
import type { FieldName } from './site-setup';

/** In the order in which the page lists them. */
export const HYGIENE_RULES = [
  'noOwner',
  'ownerInactive',
  'reviewOverdue',
  'acceptanceLapsed',
  'residualAboveInherent',
  'residualUnproven',
  'inTreatmentWithoutEnabler',
  'allEnablersDone',
  'closedWithOpenEnablers',
] as const;
export type HygieneRule = (typeof HYGIENE_RULES)[number];

/** What the rules of one risk are decided from. */
export interface HygieneFacts extends Pick<
  RiskFacts,
  | 'open'
  | 'accepted'
  | 'owner'
  | 'level'
  | 'inherent'
  | 'residual'
  | 'treatment'
  | 'progress'
  | 'nextReview'
  | 'acceptanceExpires'
  | 'today'
> {
  /** The status is In treatment; in a team-managed project, whose statuses are its own, any that counts as in progress. */
  readonly inTreatment: boolean;
  /** Whether anything mitigates it, dropped enablers too. */
  readonly hasEnabler: boolean;
}

/** Rules that a problem of the risk's panel decides, so that page and panel never disagree. */
const BY_PROBLEM: Readonly<Partial<Record<HygieneRule, readonly RiskProblem[]>>> = {
  noOwner: ['noOwner'],
  ownerInactive: ['ownerInactive'],
  reviewOverdue: ['reviewOverdue'],
  acceptanceLapsed: ['acceptanceExpired', 'acceptedWithoutEnd'],
  residualAboveInherent: ['residualAboveInherent'],
  closedWithOpenEnablers: ['closedWithOpenEnablers'],
};

/**
 * The rules that a risk breaks, in their order.
 *
 * | Rule                        | Broken when                                                                          |
 * | --------------------------- | ------------------------------------------------------------------------------------ |
 * | `noOwner`                   | open, and nobody answers for it                                                      |
 * | `ownerInactive`             | open, and the owner's account is closed                                              |
 * | `reviewOverdue`             | open, and the next review is in the past                                             |
 * | `acceptanceLapsed`          | open, and Accepted without an end, or the last day of the acceptance is over         |
 * | `residualAboveInherent`     | open, and the residual score is higher than the inherent one                         |
 * | `residualUnproven`          | open, the residual score is lower than the inherent one, and no enabler is done      |
 * | `inTreatmentWithoutEnabler` | In treatment, and nothing mitigates it                                               |
 * | `allEnablersDone`           | In treatment, and every enabler is done                                              |
 * | `closedWithOpenEnablers`    | closed, and an enabler is still open                                                 |
 *
 * A risk that is transferred or avoided needs no enabler to become smaller, so `residualUnproven` then asks only where
 * there are some.
 */
export function hygieneOf(facts: HygieneFacts): readonly HygieneRule[] {
  const problems = new Set(riskProblemsOf({ ...facts, unassignedEnablers: 0, unassessedStories: 0 }));
  const breaks: Readonly<Partial<Record<HygieneRule, boolean>>> = {
    residualUnproven: facts.open && isUnproven(facts),
    inTreatmentWithoutEnabler: facts.open && facts.inTreatment && !facts.hasEnabler,
    allEnablersDone: facts.inTreatment && problems.has('allEnablersDone'),
  };
  return HYGIENE_RULES.filter(
    (rule) => breaks[rule] ?? BY_PROBLEM[rule]?.some((problem) => problems.has(problem)) ?? false,
  );
}

function isUnproven({ inherent, residual, progress, treatment }: HygieneFacts): boolean {
  if (inherent === undefined || residual === undefined || scoreValue(residual) >= scoreValue(inherent)) return false;
  const byOtherMeans = treatment === 'Transfer' || treatment === 'Avoid';
  return progressTotal(progress) === 0 ? !byOtherMeans : progress.done === 0;
}

/** Without these fields, which a team-managed project may lack, nobody can tell. */
export const FIELDS_OF_RULE: Readonly<Record<HygieneRule, readonly FieldName[]>> = {
  noOwner: ['riskOwner'],
  ownerInactive: ['riskOwner'],
  reviewOverdue: ['nextReview'],
  acceptanceLapsed: ['acceptanceExpires'],
  residualAboveInherent: ['likelihood', 'impact', 'residualLikelihood', 'residualImpact'],
  residualUnproven: ['likelihood', 'impact', 'residualLikelihood', 'residualImpact'],
  inTreatmentWithoutEnabler: [],
  allEnablersDone: [],
  closedWithOpenEnablers: [],
};

/**
 * What is wrong with a security risk, so that somebody can put it right. Pure.
 */
import { daysAfter } from './day';
import { scoreValue, type Level, type Score } from './level';
import { progressVerdict, type Progress } from './progress';
import { isOverdue } from './review';
import type { Treatment } from './site-setup';

/** Most urgent first; every list of problems is in this order. */
export const RISK_PROBLEMS = [
  'acceptanceExpired',
  'acceptedWithoutEnd',
  'noOwner',
  'ownerInactive',
  'notScored',
  'residualAboveInherent',
  'residualNotScored',
  'noEnabler',
  'reviewOverdue',
  'acceptanceEnding',
  'allEnablersDone',
  'enablerUnassigned',
  'residualUnproven',
  'storyUnassessed',
  'closedWithOpenEnablers',
] as const;
export type RiskProblem = (typeof RISK_PROBLEMS)[number];

/** An acceptance that ends within so many days is worth a word. */
export const ACCEPTANCE_ENDING_DAYS = 14;

/** What the problems of one risk are decided from. */
export interface RiskFacts {
  readonly open: boolean;
  /** The status is Accepted. */
  readonly accepted: boolean;
  readonly owner: 'active' | 'inactive' | 'none';
  /** As stored in the field: the one that lists, cards and filters show. */
  readonly level: Level | undefined;
  readonly inherent: Score | undefined;
  readonly residual: Score | undefined;
  readonly treatment: Treatment | undefined;
  readonly progress: Progress;
  /** Enablers that are open, were not dropped, and have no assignee. */
  readonly unassignedEnablers: number;
  /** ISO day, or none set. */
  readonly nextReview: string | undefined;
  /** ISO day, or none set. */
  readonly acceptanceExpires: string | undefined;
  /** ISO day. */
  readonly today: string;
  /** Threatened stories that are open and that nobody has assessed. */
  readonly unassessedStories: number;
}

/**
 * The problems of a risk.
 *
 * | Problem                  | Holds when                                                                               |
 * | ------------------------ | ---------------------------------------------------------------------------------------- |
 * | `acceptanceExpired`      | the last day of the acceptance is over                                                   |
 * | `acceptedWithoutEnd`     | Accepted, and nothing says until when                                                    |
 * | `noOwner`                | nobody answers for it                                                                    |
 * | `ownerInactive`          | the owner's account is closed                                                            |
 * | `notScored`              | no level                                                                                 |
 * | `residualAboveInherent`  | the residual score is higher than the inherent one: one of the two is wrong              |
 * | `residualNotScored`      | scored, and nobody said what will be left                                                |
 * | `noEnabler`              | nothing makes it smaller, and nobody decided to live with it                             |
 * | `reviewOverdue`          | the next review is in the past                                                           |
 * | `acceptanceEnding`       | the acceptance ends within 14 days                                                       |
 * | `allEnablersDone`        | every enabler is done: verify and re-score; it never closes anything                     |
 * | `enablerUnassigned`      | an open enabler has no assignee                                                          |
 * | `residualUnproven`       | the residual score is lower than the inherent one, there are enablers and none is done   |
 * | `storyUnassessed`        | a threatened story that is open was never assessed                                       |
 * | `closedWithOpenEnablers` | closed, and an enabler is still open                                                     |
 *
 * A closed risk has the last one only: everything else about it is history. An accepted one needs no enabler.
 */
export function riskProblemsOf(facts: RiskFacts): readonly RiskProblem[] {
  const { open, progress, acceptanceExpires: expires, today } = facts;
  const [inherent, residual] = [facts.inherent, facts.residual].map((score) => score && scoreValue(score));
  const verdict = progressVerdict(progress);
  const livedWith = facts.accepted || facts.treatment === 'Accept';
  const expired = expires !== undefined && expires < today;
  const holds: Readonly<Record<Exclude<RiskProblem, 'closedWithOpenEnablers'>, boolean>> = {
    acceptanceExpired: expired,
    acceptedWithoutEnd: facts.accepted && expires === undefined,
    noOwner: facts.owner === 'none',
    ownerInactive: facts.owner === 'inactive',
    notScored: facts.level === undefined,
    residualAboveInherent: inherent !== undefined && residual !== undefined && residual > inherent,
    residualNotScored: inherent !== undefined && residual === undefined,
    noEnabler: verdict === 'noneLinked' && !livedWith,
    reviewOverdue: isOverdue(facts.nextReview, today),
    acceptanceEnding: expires !== undefined && !expired && expires <= daysAfter(today, ACCEPTANCE_ENDING_DAYS),
    allEnablersDone: verdict === 'allDone' && !facts.accepted,
    enablerUnassigned: facts.unassignedEnablers > 0,
    residualUnproven:
      inherent !== undefined &&
      residual !== undefined &&
      residual < inherent &&
      verdict === 'underWay' &&
      progress.done === 0,
    storyUnassessed: facts.unassessedStories > 0,
  };
  return RISK_PROBLEMS.filter((problem) => {
    if (problem === 'closedWithOpenEnablers') return !open && progress.toDo + progress.inProgress > 0;
    return open && holds[problem];
  });
}

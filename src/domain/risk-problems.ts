/**
 * What is wrong with a security risk, so that somebody can put it right. Pure.
 */
import type { Level } from './level';
import { progressVerdict, type Progress } from './progress';

/** Most urgent first; every list of problems is in this order. */
export const RISK_PROBLEMS = [
  'noOwner',
  'notScored',
  'noEnabler',
  'reviewOverdue',
  'allEnablersDone',
  'storyUnassessed',
] as const;
export type RiskProblem = (typeof RISK_PROBLEMS)[number];

/** What the problems of one risk are decided from. */
export interface RiskFacts {
  readonly open: boolean;
  readonly owned: boolean;
  readonly level: Level | undefined;
  readonly progress: Progress;
  /** ISO day, or none set. */
  readonly nextReview: string | undefined;
  /** ISO day. */
  readonly today: string;
  /** Threatened stories that are open and that nobody has assessed. */
  readonly unassessedStories: number;
}

/**
 * The problems of a risk. A closed risk has none: it is history.
 * `allEnablersDone` asks somebody to verify and re-score; it never closes anything.
 */
export function riskProblemsOf(facts: RiskFacts): readonly RiskProblem[] {
  if (!facts.open) return [];
  const verdict = progressVerdict(facts.progress);
  const holds: Readonly<Record<RiskProblem, boolean>> = {
    noOwner: !facts.owned,
    notScored: facts.level === undefined,
    noEnabler: verdict === 'noneLinked',
    reviewOverdue: facts.nextReview !== undefined && facts.nextReview < facts.today,
    allEnablersDone: verdict === 'allDone',
    storyUnassessed: facts.unassessedStories > 0,
  };
  return RISK_PROBLEMS.filter((problem) => holds[problem]);
}

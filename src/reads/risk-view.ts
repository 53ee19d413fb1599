/**
 * What the panel on a security risk shows, as the viewer may see it. Types only; the reads are in risk.ts.
 */
import type { Level, Score } from '../domain/level';
import type { Progress, StatusCategory } from '../domain/progress';
import type { Relevance } from '../domain/relevance';
import type { RiskProblem } from '../domain/risk-problems';
import type { Treatment } from '../domain/site-setup';

export interface RiskStatus {
  readonly name: string;
  readonly category: StatusCategory;
}

export interface PersonView {
  readonly name: string;
  readonly avatarUrl: string | undefined;
}

export interface EnablerView {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: RiskStatus;
  readonly dropped: boolean;
  readonly assignee: PersonView | undefined;
  readonly linkId: string;
}

export interface ThreatenedStoryView {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: RiskStatus;
  readonly relevance: Relevance;
  readonly linkId: string;
}

export { RISK_PROBLEMS, type RiskProblem } from '../domain/risk-problems';

export interface RiskView {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: RiskStatus;
  readonly inherent: Score | undefined;
  readonly residual: Score | undefined;
  readonly level: Level | undefined;
  readonly residualLevel: Level | undefined;
  readonly owner: PersonView | undefined;
  readonly treatment: Treatment | undefined;
  /** ISO days. */
  readonly nextReview: string | undefined;
  readonly due: string | undefined;
  readonly acceptanceExpires: string | undefined;
  /** Plain text of the Business impact field. */
  readonly businessImpact: string | undefined;
  readonly infoSecReference: string | undefined;
  readonly enablers: readonly EnablerView[];
  readonly progress: Progress;
  readonly threatens: readonly ThreatenedStoryView[];
  /** Linked issues that this viewer may not see are not in Jira's answer at all; nothing can be said of them. */
  readonly problems: readonly RiskProblem[];
  readonly mayEdit: boolean;
  readonly mayLink: boolean;
}

/**
 * What the panel on a security risk shows, as the viewer may see it. Types only; the reads are in risk.ts.
 */
import type { Level, Score } from '../domain/level';
import type { PointProgress, Progress, StatusCategory } from '../domain/progress';
import type { Relevance } from '../domain/relevance';
import type { SinceReview } from '../domain/review-record';
import type { RiskProblem } from '../domain/risk-problems';
import type { RiskStatusKey, Treatment } from '../domain/site-setup';
import type { Sprint } from '../jira/issue-fields';

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
  /** Story points; `undefined` where nobody estimated it, or the site has no boards. */
  readonly points: number | undefined;
  /** The sprint under way, else the next one, else the last one it was in. */
  readonly sprint: Sprint | undefined;
  /** ISO instant at which it came into the status category it is in; where it never left the first, when it was made. */
  readonly categorySince: string | undefined;
  /** ISO instant. */
  readonly created: string | undefined;
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

/** When somebody last said "looked at, still true". */
export interface LastReview {
  /** ISO instant. */
  readonly at: string | undefined;
  /** `undefined` where Jira does not say, for example for a person who is gone. */
  readonly by: PersonView | undefined;
  readonly note: string;
  readonly since: SinceReview;
}

export { RISK_PROBLEMS, type RiskProblem } from '../domain/risk-problems';

export interface RiskView {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly status: RiskStatus;
  /** Which of the risk workflow's; `undefined` in team-managed projects, whose statuses are their own. */
  readonly statusKey: RiskStatusKey | undefined;
  /** Where the viewer may bring it now, in the order of the workflow. */
  readonly moves: readonly RiskStatusKey[];
  readonly inherent: Score | undefined;
  readonly residual: Score | undefined;
  readonly level: Level | undefined;
  readonly residualLevel: Level | undefined;
  readonly owner: PersonView | undefined;
  /** False where the owner's account was closed; true also where nobody owns it. */
  readonly ownerActive: boolean;
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
  /** `undefined` where no enabler that counts has points. */
  readonly pointProgress: PointProgress | undefined;
  readonly threatens: readonly ThreatenedStoryView[];
  /**
   * Links of the risk whose other issue could not be read: out of sight, or gone, since a moment ago. Issues that this
   * viewer may never see are not in Jira's answer at all; nothing can be said of them.
   */
  readonly unread: { readonly enablers: number; readonly stories: number };
  /** `undefined` where nobody reviewed it in Shift-Up, or the comment is gone. */
  readonly lastReview: LastReview | undefined;
  readonly problems: readonly RiskProblem[];
  readonly mayEdit: boolean;
  readonly mayLink: boolean;
  /** Add comments: what a review and a note need, besides the right to edit. */
  readonly mayComment: boolean;
}

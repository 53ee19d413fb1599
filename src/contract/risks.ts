/**
 * What pages can ask the functions to do with security risks: the register, its reviews, acceptances and import.
 * JSON-safe.
 */
import type { Decision } from '../domain/acceptance';
import type { ImportedPart, ImportRow } from '../domain/csv/import-row';
import type { Level, LevelBands, Rating } from '../domain/level';
import type { RiskStatusKey, Treatment } from '../domain/site-setup';
import type { CreatedIssue } from './defs';
import type { AppError, Result } from './result';

/** Only these fields can be changed; `null` empties. */
export interface RiskChanges {
  /** The account id of the person, as Jira's own user search gave it to the page. Goes to Jira, is stored nowhere else. */
  readonly owner?: string | null;
  readonly treatment?: Treatment | null;
  /** ISO day. */
  readonly nextReview?: string | null;
  /** Plain text, at most 10,000 characters. */
  readonly businessImpact?: string | null;
  readonly inherent?: { readonly likelihood: Rating; readonly impact: Rating };
  readonly residual?: { readonly likelihood: Rating; readonly impact: Rating };
}

/** Partial success names what failed. */
export interface ManyOutcome {
  readonly done: readonly string[];
  readonly failed: readonly { readonly issueId: string; readonly error: AppError }[];
}

/** Statuses that a person can bring a risk to by itself; accepting is a decision of its own. */
export type RiskMove = Extract<RiskStatusKey, 'assessed' | 'inTreatment' | 'verification' | 'closed'>;

export interface DecisionsView {
  readonly decisions: readonly Decision[];
  /** The request that waits for somebody, by its number. */
  readonly open?: number;
  /** The acceptance that holds now, by its number. */
  readonly holds?: number;
  /** What the person who asks may do now. */
  readonly mayAsk: boolean;
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  /** Nobody can decide: no approvers are chosen in the project's settings, or nobody but the requester is one. */
  readonly noApprover: boolean;
}

export type { ImportRow } from '../domain/csv/import-row';

/** What became of one row. In a dry run: what would become of it. */
export type ImportedRow =
  /** `issue` is missing in a dry run. */
  | { readonly outcome: 'created'; readonly issue?: CreatedIssue }
  | { readonly outcome: 'updated'; readonly issue: CreatedIssue; readonly changed: readonly ImportedPart[] }
  | { readonly outcome: 'unchanged'; readonly issue: CreatedIssue }
  /**
   * `not-found`: the key is no risk of this project. `conflict`: somebody else imports the row now, an attempt of a
   * moment ago may have made it, or two risks are known by it. `invalid-input`: a row before it means the same risk.
   */
  | { readonly outcome: 'failed'; readonly error: AppError };

export interface ImportOutcome {
  /** In the order of the rows. */
  readonly rows: readonly ImportedRow[];
}

export interface Recalculation {
  readonly state: 'running' | 'done' | 'failed';
  /** Levels before and after; the first may be missing where they were never changed. */
  readonly from?: LevelBands;
  readonly to: LevelBands;
  readonly startedAt: string;
  readonly endedAt?: string;
  /** Open risks of the project; missing while they are being listed. */
  readonly total?: number;
  readonly looked: number;
  readonly changed: number;
  readonly failed: number;
}

// A type alias, not an interface: @forge/bridge's makeInvoke wants an index signature.
export type RiskDefs = {
  /**
   * Changes some fields of one or several risks (at most 50) of any project. Each needs Edit issues; those that are
   * refused are named. The level follows a score in the same write; where a level gets more severe, the next review moves
   * to at most that level's interval from today.
   */
  editRisks: (payload: { readonly issueIds: readonly string[]; readonly changes: RiskChanges }) => Result<ManyOutcome>;
  /**
   * "Looked at, still true": a note as a comment of the person, and the next review by the level's interval (or the day
   * given). Needs Edit issues and Add comments.
   */
  reviewRisk: (payload: {
    readonly issueId: string;
    readonly note: string;
    readonly nextReview?: string;
    readonly residual?: { readonly likelihood: Rating; readonly impact: Rating };
    readonly idempotencyKey: string;
  }) => Result<{ readonly nextReview: string }>;
  /**
   * Brings a risk to another status. `closed` asks for the residual score (unless it has one) and a sentence. Refused with
   * `conflict` where Jira offers no such transition now. Needs Transition issues.
   */
  moveRisk: (payload: {
    readonly issueId: string;
    readonly to: RiskMove;
    readonly residual?: { readonly likelihood: Rating; readonly impact: Rating };
    readonly note?: string;
  }) => Result<{ readonly statusName: string; readonly level?: Level }>;

  /** The list of decisions, and what the person may do. Anybody who may see the risk. */
  readDecisions: (payload: { readonly issueId: string }) => Result<DecisionsView>;
  /** Account ids of those who may approve here, without the person who asks; the page asks Jira for their names. */
  listApprovers: (payload: { readonly issueId: string }) => Result<{ readonly accountIds: readonly string[] }>;
  /**
   * Asks to live with a risk until a day (1 to 365 days from today), also to extend an acceptance that holds. `approver`
   * is told by a mention; whoever has the right may decide. `conflict` while another request waits. Needs Edit issues.
   */
  askAcceptance: (payload: {
    readonly issueId: string;
    readonly justification: string;
    readonly until: string;
    readonly approver?: string;
    readonly idempotencyKey: string;
  }) => Result<DecisionsView>;
  /** Needs the right to approve, and to be another person than the one who asked. A note is needed to decline. */
  decideAcceptance: (payload: {
    readonly issueId: string;
    readonly request: number;
    readonly verdict: 'accept' | 'decline';
    readonly note?: string;
    readonly idempotencyKey: string;
  }) => Result<DecisionsView>;
  /** Only whoever asked. */
  withdrawAcceptance: (payload: { readonly issueId: string; readonly request: number }) => Result<DecisionsView>;

  /**
   * Creates or updates risks from a file, at most 20 rows a call. What a row does not say stays as it is; the same row
   * again changes nothing. Needs Create issues and Edit issues in the project. With `dryRun` nothing is written.
   */
  importRisks: (payload: {
    readonly projectId: string;
    readonly rows: readonly ImportRow[];
    readonly dryRun: boolean;
  }) => Result<ImportOutcome>;

  /** The last change of the level bands, and how far the levels follow. Project admins. */
  readRecalculation: (payload: {
    readonly projectId: string;
  }) => Result<{ readonly last?: Recalculation; readonly log: readonly Recalculation[] }>;
  /** Goes on with one that stopped, or starts one for the bands that hold. Project admins. */
  recalculateLevels: (payload: { readonly projectId: string }) => Result<Recalculation>;
};

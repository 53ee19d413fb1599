/**
 * What a review meeting shows. Types only; the reads are in review.ts.
 */
import type { Level, Rating } from '../domain/level';
import type { Treatment } from '../domain/site-setup';
import type { EnablerView, PersonView, RiskView, ThreatenedStoryView } from './risk-view';

/** A risk that waits to be looked at. */
export interface DueRisk {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly level: Level | undefined;
}

export interface DueRisks {
  /** The most severe first; a risk without a level counts as the most severe. At most `MEETING_MOST`. */
  readonly risks: readonly DueRisk[];
  /** All that are due, as far as Jira's count knows. */
  readonly total: number;
}

/** One risk as the meeting sees it. */
export interface RiskInReview {
  readonly risk: RiskView;
  readonly since: SinceLastLook;
}

/** A value that became another one; the last person who changed it, and when. */
export interface Changed<T> {
  readonly was: T | undefined;
  readonly is: T | undefined;
  /** `undefined` where Jira does not say, for example for a person who is gone. */
  readonly by: PersonView | undefined;
  /** ISO instant. */
  readonly at: string;
}

export const SCORE_PARTS = ['likelihood', 'impact', 'residualLikelihood', 'residualImpact'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** Texts of a risk; only that they were rewritten is told. */
export const RISK_TEXTS = ['summary', 'description', 'businessImpact', 'abuseCase'] as const;
export type RiskText = (typeof RISK_TEXTS)[number];

/**
 * What happened since somebody last looked. Where nobody did in Shift-Up: since the risk was written down, without what
 * was filled in or linked for the first time.
 */
export interface SinceLastLook {
  /** ISO instant. */
  readonly from: string | undefined;
  /** ISO instant at which the risk was written down. */
  readonly identified: string | undefined;
  /** False: nobody reviewed it in Shift-Up, or that review's comment is gone. */
  readonly reviewed: boolean;
  /** Jira gave only the newest changes, and there were more. */
  readonly partial: boolean;
  readonly enablers: {
    readonly done: readonly EnablerView[];
    readonly started: readonly EnablerView[];
    readonly reopened: readonly EnablerView[];
    readonly dropped: readonly EnablerView[];
    /** Linked since, and nothing of the above. */
    readonly linked: readonly EnablerView[];
  };
  readonly threatened: readonly ThreatenedStoryView[];
  readonly scores: readonly (Changed<Rating> & { readonly part: ScorePart })[];
  /** Names as the history has them. */
  readonly owner: Changed<string> | undefined;
  readonly status: Changed<string> | undefined;
  readonly treatment: Changed<Treatment> | undefined;
  readonly rewritten: readonly RiskText[];
}

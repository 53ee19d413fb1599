/**
 * What the panel on a story shows, as the viewer may see it. Types only; the reads are in story.ts.
 */
import type { Level } from '../domain/level';
import type { Progress } from '../domain/progress';
import type { NotRelevantReason, Relevance } from '../domain/relevance';
import type { Readiness } from '../domain/readiness';
import type { PersonView, RiskStatus } from './risk-view';

/** A security risk this story is linked to. */
export interface LinkedRiskView {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly linkId: string;
  /** `mitigates`: the story makes the risk smaller. `threatened`: the risk could hit what the story builds. */
  readonly relation: 'mitigates' | 'threatened';
  readonly status: RiskStatus;
  readonly level: Level | undefined;
  readonly owner: PersonView | undefined;
  readonly nextReview: string | undefined;
  readonly progress: Progress;
}

/** An issue that secures this story. */
export interface SecuringEnablerView {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: RiskStatus;
  readonly linkId: string;
}

export interface StoryView {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly status: RiskStatus;
  /** Whether the project's settings say that issues of this type are assessed. */
  readonly isStory: boolean;
  readonly relevance: Relevance;
  readonly reason: NotRelevantReason | undefined;
  /** Instead of `reason`: an option that this site added, whether or not the project still offers it. */
  readonly ownReason: { readonly optionId: string; readonly text: string } | undefined;
  /** The sentence given with the reason `other`. */
  readonly reasonText: string | undefined;
  /** Who set the relevance last and when (ISO instant), from the history; `undefined` where it does not say. */
  readonly assessedBy: PersonView | undefined;
  readonly assessedAt: string | undefined;
  readonly risks: readonly LinkedRiskView[];
  readonly enablers: readonly SecuringEnablerView[];
  readonly readiness: Readiness;
  readonly mayEdit: boolean;
  readonly mayLink: boolean;
  readonly reporter: string | undefined;
}

/** A security risk offered in the link dialog. */
export interface RiskSuggestion {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly level: Level | undefined;
  readonly owner: PersonView | undefined;
  readonly projectKey: string;
  readonly progress: Progress;
}

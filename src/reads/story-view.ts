/**
 * What the panel on a story shows, as the viewer may see it. Types only; the reads are in story.ts.
 */
import type { Hint } from '../domain/hints/hint';
import type { Topic } from '../domain/hints/topics';
import type { Level } from '../domain/level';
import type { Gate } from '../domain/project-settings';
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

/** Why this story may be relevant, and the very text that its places point into. */
export interface StoryHint {
  readonly hint: Hint;
  readonly text: StoryText;
}

/** The story's words as plain text: what hints are looked for in. */
export interface StoryText {
  readonly summary: string;
  readonly description: string;
}

/** A decision about the relevance, from the history. */
export interface RelevanceChange {
  /** ISO instant. */
  readonly at: string;
  readonly by: PersonView | undefined;
  readonly from: Relevance;
  readonly to: Relevance;
}

/** One part of the story that reads differently since the assessment. */
export interface ChangedPart {
  readonly part: 'summary' | 'description';
  /** As it was when it was assessed; missing where the history does not reach back. */
  readonly before?: string;
  readonly after: string;
}

/** The text changed in words that carry meaning after it was assessed, or after that was last confirmed. */
export interface ChangedSince {
  /** At least one. */
  readonly parts: readonly ChangedPart[];
  /** Of the last such change. ISO instant. */
  readonly at: string | undefined;
  readonly by: PersonView | undefined;
  /** Topics of a hint that the text of then did not have. */
  readonly newTopics: readonly Topic[];
}

/** The story is not ready and stands in a status where it should be. Only where the gate is not off, and it is not done. */
export interface BypassView {
  /** `moved` into the status, or `created` straight into it. */
  readonly how: 'moved' | 'created';
  /** ISO instant, and who; from the history. */
  readonly at: string | undefined;
  readonly by: PersonView | undefined;
  /** Where it was before, when that is no readiness status: where "Move back" goes. */
  readonly from: { readonly id: string; readonly name: string } | undefined;
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
  /** Security acceptance criteria in the description (domain/criteria), in their order. */
  readonly criteria: readonly string[];
  readonly readiness: Readiness;
  readonly gate: Gate;
  /** Whatever the relevance is: also a relevant story says why. */
  readonly hint: StoryHint | undefined;
  /** ISO instant of the last "still holds"; `undefined` when nobody confirmed since the assessment. */
  readonly confirmedAt: string | undefined;
  readonly changedSince: ChangedSince | undefined;
  readonly bypass: BypassView | undefined;
  /** Newest first. Jira gives at most the last hundred changes of the issue. */
  readonly history: readonly RelevanceChange[];
  readonly mayEdit: boolean;
  readonly mayLink: boolean;
  readonly mayMove: boolean;
  readonly reporter: string | undefined;
}

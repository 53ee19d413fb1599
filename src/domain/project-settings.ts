/**
 * The settings of one project: what counts as ready, and by which numbers. Pure.
 */
import { DEFAULT_BANDS, type Level, type LevelBands } from './level';
import type { NotRelevantReason } from './relevance';

/** What a project does with a story that is not ready: nothing, say so, or have Jira refuse the transition. */
export const GATES = ['off', 'flag', 'block'] as const;
export type Gate = (typeof GATES)[number];

/** Reasons with a meaning of their own; `other`, which asks for a sentence, always comes after those offered. */
export type StandardReason = Exclude<NotRelevantReason, 'other'>;

/** A reason for "not relevant" that this site added as an option of Relevance reason. */
export interface OwnReason {
  readonly kind: 'own';
  /** Empty while it is only typed: saving makes the option, or finds the one of that text. */
  readonly optionId: string;
  readonly text: string;
}

export type ReasonChoice = { readonly kind: 'standard'; readonly reason: StandardReason } | OwnReason;

/** Who may approve an acceptance: the people in a role of the project, or in a group. */
export type Approvers =
  { readonly kind: 'role'; readonly id: string } | { readonly kind: 'group'; readonly groupId: string };

/** What a traffic light is shown for. */
export const LIGHTS = ['openRisks', 'reviews', 'enablers', 'readiness'] as const;
export type Light = (typeof LIGHTS)[number];

/**
 * What each light looks at, and which way it gets worse.
 *
 * | Light       | Number                                               | Unit    | Worse when it |
 * | ----------- | ---------------------------------------------------- | ------- | ------------- |
 * | `openRisks` | open Critical risks                                  | count   | rises         |
 * | `reviews`   | open risks whose review is overdue                   | count   | rises         |
 * | `enablers`  | enablers that are done, of those that count          | percent | falls         |
 * | `readiness` | open stories whose security relevance is assessed    | percent | falls         |
 */
export const LIGHT_RULES: Readonly<
  Record<Light, { readonly unit: 'count' | 'percent'; readonly worse: 'rising' | 'falling' }>
> = {
  openRisks: { unit: 'count', worse: 'rising' },
  reviews: { unit: 'count', worse: 'rising' },
  enablers: { unit: 'percent', worse: 'falling' },
  readiness: { unit: 'percent', worse: 'falling' },
};

/**
 * Where a light turns from On track to Watch, and from Watch to Act now. Rising: at `watch` or more it is Watch, at `act`
 * or more Act now. Falling: below `watch` it is Watch, below `act` Act now. So rising lights have watch < act, falling
 * ones act < watch.
 */
export interface Thresholds {
  readonly watch: number;
  readonly act: number;
}

/** How the checks of readiness count in a project. That the relevance was assessed is always asked for. */
export interface ReadinessChecks {
  /** A relevant story needs an answer: a linked risk, an enabler that secures it, or criteria. */
  readonly answer: 'required' | 'off';
  /** Whether security acceptance criteria are such an answer. Never where the gate blocks: Jira's validator sees links only. */
  readonly criteria: 'accepted' | 'ignored';
  /** The open Critical and High risks of a relevant story have an owner. */
  readonly riskOwner: 'required' | 'off';
  /** Says when the text changed after the assessment; a warning, so that the story stays ready. */
  readonly changed: 'warn' | 'off';
}

export interface ProjectSettings {
  /**
   * Stories in these statuses, or past them, should be ready. Empty only where nobody chose yet: then the project's
   * default holds (default-settings.ts).
   */
  readonly readyStatusIds: readonly string[];
  readonly gate: Gate;
  /** In the order in which they are offered; `other` always comes after them. */
  readonly reasons: readonly ReasonChoice[];
  readonly bands: LevelBands;
  /** Days until the next review, by level. */
  readonly reviewDays: Readonly<Record<Level, number>>;
  /** Days from being recorded until a risk should be closed, by level: the target of time to close. */
  readonly closeDays: Readonly<Record<Level, number>>;
  readonly lights: Readonly<Record<Light, Thresholds>>;
  /** Missing: nobody may approve until an admin chooses. */
  readonly approvers?: Approvers;
  readonly checks: ReadinessChecks;
  /** Words that make a hint by themselves in this project; taken literally. */
  readonly hintWords: readonly string[];
}

/** Limits that the settings keep; both ends belong to each range. */
export const SETTINGS_LIMITS = {
  /** The lowest product that could begin a band above Low, and the highest there is. */
  band: { least: 2, most: 25 },
  reviewDays: { least: 1, most: 365 },
  closeDays: { least: 1, most: 730 },
  reasons: { least: 1, most: 8 },
  /** Characters of an own reason: it has to fit on one line of the panel. */
  reasonText: 60,
  count: { least: 1, most: 1000 },
  percent: { least: 0, most: 100 },
  storyTypes: 50,
  readyStatuses: 200,
  hintWords: 50,
  /** Characters of one of them. */
  hintWord: { least: 2, most: 60 },
} as const;

/** Days until the next review, by level. */
export const DEFAULT_REVIEW_DAYS: Readonly<Record<Level, number>> = { Low: 180, Medium: 90, High: 60, Critical: 30 };

/** Days until a risk should be closed, by level. */
export const DEFAULT_CLOSE_DAYS: Readonly<Record<Level, number>> = { Low: 180, Medium: 90, High: 60, Critical: 30 };

export const DEFAULT_LIGHTS: Readonly<Record<Light, Thresholds>> = {
  openRisks: { watch: 1, act: 3 },
  reviews: { watch: 1, act: 5 },
  enablers: { watch: 50, act: 25 },
  readiness: { watch: 80, act: 50 },
};

export const DEFAULT_CHECKS: ReadinessChecks = {
  answer: 'required',
  criteria: 'accepted',
  riskOwner: 'required',
  changed: 'warn',
};

export { DEFAULT_BANDS };

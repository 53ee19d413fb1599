/**
 * What the page can ask the functions to do. One line an operation; both sides import these types.
 * Everything is JSON-safe: a Date would arrive as a string.
 */
import type { Level, Rating } from '../domain/level';
import type { Assessment, Relevance } from '../domain/relevance';
import type { LinkTypeName, ProjectSetup, SiteSetup } from '../domain/site-setup';
import type { AppError, Result } from './result';

/** Ids a page needs before it can ask Jira anything; `undefined` where set-up has not run. */
export interface SetupView {
  readonly site: SiteSetup | undefined;
  /** The projects asked for that Shift-Up was added to, in the order asked. */
  readonly projects: readonly ProjectSetup[];
}

/** The three sentences that link a story or enabler; the subject is always the first issue. */
export type LinkVerb = 'isExposedTo' | 'reduces' | 'secures';

/** How each verb is stored: link type, and whether the subject stands on the outward ("from") side. */
export type LinkStorage = Readonly<
  Record<LinkVerb, { readonly type: LinkTypeName; readonly subjectIsSource: boolean }>
>;

/** Partial success names what failed. */
export interface LinkOutcome {
  readonly done: readonly { readonly issueId: string; readonly alreadyLinked: boolean }[];
  readonly failed: readonly { readonly issueId: string; readonly error: AppError }[];
}

export interface CreatedIssue {
  readonly id: string;
  readonly key: string;
}

/** One thing set-up would make, adopt or leave. */
export interface PlanItem {
  /** Stable name of the step, for example `field:likelihood`. */
  readonly step: string;
  readonly kind: 'issueType' | 'field' | 'linkType' | 'status' | 'workflow' | 'screen' | 'project';
  readonly name: string;
  readonly action: 'create' | 'adopt' | 'alreadyRight' | 'conflict';
  /** With `conflict`: what stands in the way, in words. */
  readonly reason?: string;
}

export interface SetupPlan {
  readonly items: readonly PlanItem[];
  readonly complete: boolean;
}

export interface StepOutcome {
  readonly step: string;
  readonly state: 'done' | 'failed';
  readonly error?: AppError;
}

// A type alias, not an interface: @forge/bridge's makeInvoke wants an index signature.
export type Defs = {
  /** The recorded ids. Anybody signed in; no Jira request; holds nothing about issues or people. */
  getSetup: (payload: { readonly projectIds: readonly string[] }) => Result<SetupView>;
  /** Sets Security relevance (and its reason) of one story. Needs Edit issues on it. */
  assessRelevance: (payload: {
    readonly issueId: string;
    readonly assessment: Assessment;
  }) => Result<{ readonly relevance: Relevance }>;
  /** Links one issue to several others under one verb. Needs Link issues on the first; each other is checked by Jira. */
  linkIssues: (payload: {
    readonly issueId: string;
    readonly verb: LinkVerb;
    readonly otherIssueIds: readonly string[];
  }) => Result<LinkOutcome>;
  /** Removes one link that Shift-Up's link types made. Needs Link issues on the issue. */
  unlinkIssues: (payload: { readonly issueId: string; readonly linkId: string }) => Result<{ readonly linkId: string }>;
  /** Makes a security risk from a story and links it. The same key twice makes one issue. */
  createRisk: (payload: {
    readonly storyId: string;
    readonly verb: Exclude<LinkVerb, 'secures'>;
    readonly summary: string;
    readonly likelihood?: Rating;
    readonly impact?: Rating;
    readonly idempotencyKey: string;
  }) => Result<CreatedIssue & { readonly linked: boolean }>;
  /** Scores a risk; the level field follows in the same write. Needs Edit issues on it. */
  scoreRisk: (payload: {
    readonly issueId: string;
    readonly kind: 'inherent' | 'residual';
    readonly likelihood: Rating;
    readonly impact: Rating;
  }) => Result<{ readonly level: Level }>;
  /** What set-up would do. Jira admins only. */
  planSetup: (payload: { readonly projectIds: readonly string[] }) => Result<SetupPlan>;
  /** Does one step of the plan; safe to repeat. Jira admins only. */
  runSetupStep: (payload: { readonly step: string; readonly projectIds: readonly string[] }) => Result<StepOutcome>;
};

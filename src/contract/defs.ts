/**
 * What the page can ask the functions to do. One line an operation; both sides import these types.
 * Everything is JSON-safe: a Date would arrive as a string.
 */
import type { Level, Rating } from '../domain/level';
import type { Assessment, Relevance } from '../domain/relevance';
import type { LinkTypeName, ProjectSetup, SiteSetup } from '../domain/site-setup';
import type { ProjectSettings } from '../domain/project-settings';
import type { AppError, Result } from './result';
import type { GateFollowUp, GatePlan, GateTransitionRef, ProjectSettingsView, SaveOutcome } from './settings';
import type { Decisions, Health, SetupPlan, SetupRun, UndoPlan } from './set-up';

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
  /** What set-up would do on the site and in these projects. Writes nothing. Jira admins only. */
  planSetup: (payload: {
    readonly projectIds: readonly string[];
    readonly decisions: Decisions;
    /** Only these steps: what a button of the health check opens. */
    readonly only?: readonly string[];
  }) => Result<SetupPlan>;
  /**
   * Starts what a plan says, as jobs. Where a run is under way, answers with that one and starts nothing.
   * `conflict` when the site is no longer as the plan saw it. Jira admins only.
   */
  startSetup: (payload: {
    readonly projectIds: readonly string[];
    readonly decisions: Decisions;
    readonly only?: readonly string[];
    readonly digest: string;
  }) => Result<SetupRun>;
  /** The run under way or the last one; wakes a run whose job was lost. Jira admins only. */
  readSetupRun: (payload: Readonly<Record<string, never>>) => Result<{ readonly run: SetupRun | undefined }>;
  /** Stops after the step at hand. Jira admins only. */
  stopSetup: (payload: { readonly runId: string }) => Result<SetupRun>;
  /** Goes on with the first step that is not done. Jira admins only. */
  resumeSetup: (payload: { readonly runId: string }) => Result<SetupRun>;
  /** What undo would remove and what it would leave. Writes nothing. Jira admins only. */
  planUndo: (payload: { readonly projectIds: readonly string[] | 'everything' }) => Result<UndoPlan>;
  startUndo: (payload: {
    readonly projectIds: readonly string[] | 'everything';
    readonly digest: string;
  }) => Result<SetupRun>;
  /** Every object with its state, on the site and in these projects. Jira admins only. */
  checkHealth: (payload: { readonly projectIds: readonly string[] }) => Result<Health>;
  /** The ids of all projects that Shift-Up was added to, and where undo had to leave something. Jira admins only. */
  listSetUpProjects: (payload: Readonly<Record<string, never>>) => Result<{ readonly projectIds: readonly string[] }>;

  /** The same for one project. Needs Administer projects on it, or Jira admin. */
  planProjectSetup: (payload: {
    readonly projectId: string;
    readonly decisions: Decisions;
    readonly only?: readonly string[];
  }) => Result<SetupPlan>;
  startProjectSetup: (payload: {
    readonly projectId: string;
    readonly decisions: Decisions;
    readonly only?: readonly string[];
    readonly digest: string;
  }) => Result<SetupRun>;
  /** Runs that belong to other projects alone are not shown. */
  readProjectSetupRun: (payload: { readonly projectId: string }) => Result<{ readonly run: SetupRun | undefined }>;
  resumeProjectSetup: (payload: { readonly projectId: string; readonly runId: string }) => Result<SetupRun>;
  planProjectUndo: (payload: { readonly projectId: string }) => Result<UndoPlan>;
  startProjectUndo: (payload: { readonly projectId: string; readonly digest: string }) => Result<SetupRun>;
  checkProjectHealth: (payload: { readonly projectId: string }) => Result<Health>;

  /** The settings of one project, and what they can be chosen from. Needs Administer projects, or Jira admin. */
  readProjectSettings: (payload: { readonly projectId: string }) => Result<ProjectSettingsView>;
  /**
   * `conflict` when somebody saved since `revision`; nothing is written then. Own reasons that have no option yet (empty
   * `optionId`) get one. Validators that are attached follow: rewritten, or detached when the gate no longer blocks.
   */
  saveProjectSettings: (payload: {
    readonly projectId: string;
    readonly revision: number;
    readonly settings: ProjectSettings;
    readonly storyTypeIds: readonly string[];
  }) => Result<SaveOutcome>;
  /**
   * The transitions into a readiness status that could block, and where the validator is now; for the saved settings, or
   * for a choice that is not saved yet.
   */
  planGate: (payload: {
    readonly projectId: string;
    readonly readyStatusIds?: readonly string[];
    readonly storyTypeIds?: readonly string[];
  }) => Result<GatePlan>;
  /**
   * Has the validator on exactly these transitions: attached where it is missing, taken out elsewhere. The saved gate must
   * be `block`. `conflict` when the workflows changed since the plan, or meanwhile; never forced. Answers with the plan
   * afterwards.
   */
  attachGate: (payload: {
    readonly projectId: string;
    readonly transitions: readonly GateTransitionRef[];
    readonly digest: string;
  }) => Result<GatePlan>;
  /**
   * The validator no longer acts for this project, in any workflow that its issues follow; where it acts for no other
   * project, it is gone. The setting stays. Answers with the plan afterwards and with what could not be done.
   */
  detachGate: (payload: {
    readonly projectId: string;
  }) => Result<GatePlan & { readonly failed: GateFollowUp['failed'] }>;
  /** Takes every validator of ours out of every workflow of the site. Jira admins only. */
  detachEveryGate: (payload: Readonly<Record<string, never>>) => Result<{
    readonly workflows: readonly string[];
    readonly failed: readonly { readonly workflow: string; readonly error: AppError }[];
  }>;
};

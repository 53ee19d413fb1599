/**
 * What the page can ask the functions to do. One line an operation; both sides import these types.
 * Everything is JSON-safe: a Date would arrive as a string.
 */
import type { Level, Rating } from '../domain/level';
import type { LinkVerb } from '../domain/link-verb';
import type { Assessment, Relevance } from '../domain/relevance';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import type { ProjectSettings } from '../domain/project-settings';
import type { Trend } from '../domain/trend';
import type { GadgetDefs } from './gadget';
import type { AppError, Result } from './result';
import type { ReportDefs } from './report';
import type { RiskDefs } from './risks';
import type { GateFollowUp, GatePlan, GateTransitionRef, ProjectSettingsView, SaveOutcome } from './settings';
import type { Decisions, Health, SetupPlan, SetupRun, UndoPlan } from './set-up';
import type { SupportDefs } from './support';
import type { TrendDefs } from './trends';

/** Ids a page needs before it can ask Jira anything; `undefined` where set-up has not run. */
export interface SetupView {
  readonly site: SiteSetup | undefined;
  /** The projects asked for that Shift-Up was added to, in the order asked. */
  readonly projects: readonly ProjectSetup[];
  /**
   * Only where asked for: the history of those of the projects that the person may browse now; or why it could not be read,
   * which keeps nothing else from being answered.
   */
  readonly trends?: Result<readonly Trend[]>;
}

export type { LinkVerb } from '../domain/link-verb';

/** Partial success names what failed. */
export interface LinkOutcome {
  readonly done: readonly { readonly issueId: string; readonly alreadyLinked: boolean }[];
  readonly failed: readonly { readonly issueId: string; readonly error: AppError }[];
}

export interface Unlinked {
  readonly linkId: string;
  readonly verb: LinkVerb;
  readonly otherIssueId: string;
}

export interface CreateEnablersOutcome {
  readonly created: readonly (CreatedIssue & { readonly summary: string; readonly linked: boolean })[];
  readonly failed: readonly { readonly summary: string; readonly error: AppError }[];
}

/** What stands in the story now, and what stood there before, so that it can be put back as it was. */
export interface AssessedStory {
  readonly relevance: Relevance;
  /**
   * Missing where nobody could say it again: not relevant without a reason (set by hand in Jira's field), or with a reason
   * that the project does not offer any more.
   */
  readonly previous?: Assessment;
}

/** Partial success names what failed. */
export interface AssessManyOutcome {
  readonly done: readonly ({ readonly issueId: string } & AssessedStory)[];
  readonly failed: readonly { readonly issueId: string; readonly error: AppError }[];
}

export interface CreatedIssue {
  readonly id: string;
  readonly key: string;
}

// A type alias, not an interface: @forge/bridge's makeInvoke wants an index signature.
export type Defs = {
  /**
   * The recorded ids. Anybody signed in; no Jira request; holds nothing about issues or people. With `trends` also the
   * history of these projects, for one request to Jira: see `readTrends`.
   */
  getSetup: (payload: {
    readonly projectIds: readonly string[];
    readonly trends?: { readonly days: number };
  }) => Result<SetupView>;
  /**
   * Sets Security relevance (and its reason) of one story. Needs Edit issues on it. With `expected`: `conflict`, and
   * nothing is written, when the relevance is another one by now; but an issue that says exactly this already is done, so
   * that a call whose answer was lost can be sent again.
   */
  assessRelevance: (payload: {
    readonly issueId: string;
    readonly assessment: Assessment;
    readonly expected?: Relevance;
  }) => Result<AssessedStory>;
  /** The same for many stories (at most 50); each needs Edit issues, and who may not is named. */
  assessMany: (payload: {
    readonly assessments: readonly {
      readonly issueId: string;
      readonly assessment: Assessment;
      readonly expected?: Relevance;
    }[];
  }) => Result<AssessManyOutcome>;
  /** The text changed and the assessment still holds: keeps evidence of the text of now. Needs Edit issues. */
  confirmAssessment: (payload: { readonly issueId: string }) => Result<{ readonly confirmedAt: string }>;
  /**
   * Adds security acceptance criteria to the description: to the section that is there, or to a new one at its end.
   * A line that stands there already is not added again. Limits: CRITERIA_LIMITS. `invalid-input` when no line says
   * anything ("TBD"). Answers with all criteria as they stand now. Needs Edit issues.
   */
  addCriteria: (payload: {
    readonly issueId: string;
    readonly criteria: readonly string[];
  }) => Result<{ readonly criteria: readonly string[] }>;
  /**
   * Moves a bypass back to the status it came from, by a transition that the person may do. `conflict` when it is no
   * bypass any more or no transition leads there. Needs Transition issues.
   */
  moveBack: (payload: { readonly issueId: string }) => Result<{ readonly statusName: string }>;
  /** Links one issue to several others under one verb. Needs Link issues on the first; each other is checked by Jira. */
  linkIssues: (payload: {
    readonly issueId: string;
    readonly verb: LinkVerb;
    readonly otherIssueIds: readonly string[];
  }) => Result<LinkOutcome>;
  /**
   * Removes one link that Shift-Up's link types made. Needs Link issues on the issue. Says what was linked, so that it
   * can be linked again.
   */
  unlinkIssues: (payload: { readonly issueId: string; readonly linkId: string }) => Result<Unlinked>;
  /**
   * Makes one enabler for each summary and links it: it reduces the risk `subjectId`, or secures the story `subjectId`.
   * The same key twice makes each once. Needs Create issues in `projectId` and Link issues on the subject.
   */
  createEnablers: (payload: {
    readonly subjectId: string;
    readonly projectId: string;
    readonly issueTypeId: string;
    readonly parentId?: string;
    readonly summaries: readonly string[];
    readonly idempotencyKey: string;
  }) => Result<CreateEnablersOutcome>;
  /** Makes a security risk from a story and links it. The same key twice makes one issue. */
  createRisk: (payload: {
    readonly storyId: string;
    readonly verb: 'isExposedTo' | 'reduces';
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
} & GadgetDefs &
  Pick<
    RiskDefs,
    | 'editRisks'
    | 'reviewRisk'
    | 'moveRisk'
    | 'readDecisions'
    | 'listApprovers'
    | 'askAcceptance'
    | 'decideAcceptance'
    | 'withdrawAcceptance'
    | 'readRecalculation'
    | 'recalculateLevels'
    | 'importRisks'
  > &
  ReportDefs &
  SupportDefs &
  TrendDefs;

/**
 * What set-up shows and takes: plan, run, undo and health, for the site and for projects. JSON-safe.
 * Everything is a code or an id; the page has the words (static/app/src/shared/strings/en-set-up.ts).
 */
import type { AppError } from './result';

/** What a plan would do about one object. `adopt`: ours from an earlier installation, or an answer that was lost. */
export type PlanAction = 'create' | 'adopt' | 'alreadyRight' | 'repair' | 'conflict';

/** The kinds under which the plan is grouped. */
export type PlanKind =
  'issueType' | 'riskField' | 'storyField' | 'linkType' | 'status' | 'workflow' | 'screen' | 'project';

/**
 * What the admin decided about one step.
 * - `otherName`, `useTheirs`: a foreign object has our name;
 * - `copy`, `changeAll`: a project shares its scheme with others.
 */
export type Decision = 'otherName' | 'useTheirs' | 'copy' | 'changeAll';

/** By step name; steps without an entry take the safe choice (`otherName`, `copy`). */
export type Decisions = Readonly<Record<string, Decision>>;

/** Why a foreign object cannot serve in the place of ours. */
export type Unsuitable =
  'otherKind' | 'otherOptions' | 'otherCategory' | 'otherWords' | 'notEditable' | 'severalOfThatName';

/** Somebody else's object has the name that ours would have. */
export interface NameConflict {
  readonly their: {
    readonly id: string;
    readonly name: string;
    /** Fields: Jira's own word for the kind, for example `select`. */
    readonly fieldKind?: string;
    /** Selects: their options in order, at most ten. */
    readonly options?: readonly string[];
    readonly optionCount?: number;
    /** Issues that use it now, as far as Jira counts them. */
    readonly issues?: number;
  };
  /** The name that ours would get beside it. */
  readonly otherName: string;
  /** Missing: their object can be used. */
  readonly unsuitable?: Unsuitable;
  readonly chosen: 'otherName' | 'useTheirs';
}

export type SchemeKind = 'issueTypeScheme' | 'fieldScheme' | 'fieldConfiguration' | 'screens' | 'workflowScheme';

export interface ProjectName {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** A scheme that this project shares: changing it changes the others too. */
export interface Sharing {
  readonly scheme: SchemeKind;
  readonly schemeName: string;
  /** The other projects that the person looking may see. */
  readonly others: readonly ProjectName[];
  /** How many more there are that this person may not see. */
  readonly hidden: number;
  /** Only Jira admins change what other projects use. */
  readonly mayChangeAll: boolean;
  /** False where Jira has no call that copies this kind of scheme. */
  readonly mayCopy: boolean;
  readonly chosen: 'copy' | 'changeAll';
}

/** One thing set-up would make, adopt, repair or leave. */
export interface PlanItem {
  /** Stable name of the step, for example `field:likelihood` or `project:10000:workflow`. */
  readonly step: string;
  readonly kind: PlanKind;
  /** The name the object has or will have in Jira. Project parts: the project's name. */
  readonly name: string;
  readonly projectId?: string;
  readonly action: PlanAction;
  /** Fields: kind and options; links: both phrases; statuses: their names; for the column "What happens". */
  readonly facts?: PlanFacts;
  readonly conflict?: NameConflict;
  readonly sharing?: readonly Sharing[];
  /** Why it can be done neither way; it blocks the plan. */
  readonly blocked?: Blocked;
}

/** Why a step cannot be done at all as things are. */
export type Blocked =
  | 'noStoryType'
  | 'statusOfOtherCategory'
  | 'needsJiraAdmin'
  /** The site is not set up, and its steps are not in this plan. */
  | 'siteFirst'
  /** Team-managed: what a person does by hand is not done yet. */
  | 'guideFirst';

export interface PlanFacts {
  readonly fieldKind?: string;
  readonly options?: readonly string[];
  readonly outward?: string;
  readonly inward?: string;
  readonly names?: readonly string[];
}

/** One thing an admin does by hand in a team-managed project, and whether Jira shows that it is done. */
export interface GuideStep {
  readonly task:
    | { readonly kind: 'issueType'; readonly name: string }
    | {
        readonly kind: 'field';
        readonly field: string;
        readonly name: string;
        readonly fieldKind: string;
        readonly options: readonly string[];
        /** On which type: stories or security risks. */
        readonly on: 'story' | 'risk';
      };
  readonly state: 'done' | 'toDo' | 'wrongKind' | 'missingOptions';
  /** With `missingOptions`: which. */
  readonly missing?: readonly string[];
  /** Shift-Up works without it, less well. */
  readonly optional: boolean;
}

/** What one project needs. */
export interface ProjectPlan {
  readonly project: ProjectName;
  readonly teamManaged: boolean;
  /** Missing for company-managed projects. */
  readonly guide?: readonly GuideStep[];
  /** Team-managed: what cannot work there. */
  readonly limits?: readonly ('riskWorkflow' | 'gate')[];
}

export interface SetupPlan {
  readonly items: readonly PlanItem[];
  readonly projects: readonly ProjectPlan[];
  /** Everything is already right. */
  readonly complete: boolean;
  /** Says which plan was read: `startSetup` refuses when the site is no longer as this plan saw it. */
  readonly digest: string;
}

export type RunKind = 'apply' | 'undo';

/** `waiting`: Jira asked for a pause and the run goes on by itself. */
export type RunState = 'running' | 'waiting' | 'failed' | 'stopped' | 'done';

/** What became of one step. `kept`: undo left it, and says why. */
export type StepResult = 'created' | 'adopted' | 'repaired' | 'alreadyRight' | 'removed' | 'kept';

/** Why undo leaves something. */
export type KeptBecause = 'usedByIssues' | 'usedByProjects' | 'notMadeByUs' | 'changedByOthers';

export interface RunStep {
  readonly step: string;
  readonly kind: PlanKind;
  readonly name: string;
  readonly projectId?: string;
  readonly state: 'waits' | 'running' | 'done' | 'failed';
  readonly result?: StepResult;
  readonly kept?: KeptBecause;
  /** With `usedByIssues`: how many. */
  readonly issues?: number;
  readonly milliseconds?: number;
  /** When it ended, ISO. */
  readonly endedAt?: string;
  readonly error?: AppError;
}

/** A run of set-up or undo, the same for every admin who looks. */
export interface SetupRun {
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly startedAt: string;
  readonly endedAt?: string;
  /** With `waiting`: until when, ISO. */
  readonly waitsUntil?: string;
  /** Projects that belong to the run. */
  readonly projectIds: readonly string[];
  readonly steps: readonly RunStep[];
}

/** What undo would do about one object. */
export interface UndoItem {
  readonly step: string;
  readonly kind: PlanKind;
  readonly name: string;
  readonly projectId?: string;
  readonly action: 'remove' | 'keep';
  readonly kept?: KeptBecause;
  readonly issues?: number;
  /** JQL that lists the issues that use it. */
  readonly jql?: string;
}

export interface UndoPlan {
  readonly items: readonly UndoItem[];
  readonly digest: string;
}

export type HealthState =
  | 'right'
  | 'missing'
  | 'renamed'
  | 'missingOption'
  | 'extraOption'
  | 'notOnScreen'
  | 'notInProject'
  | 'otherWorkflow'
  /** A workflow that somebody edited since: theirs to decide. */
  | 'changed'
  | 'noPicture'
  | 'validatorMissing'
  | 'validatorForeign';

export interface HealthItem {
  /** The object's step; with the state it names the fault. */
  readonly step: string;
  readonly kind: PlanKind | 'gate';
  readonly name: string;
  readonly projectId?: string;
  readonly state: HealthState;
  /** The name it has now, the extra or missing options, the screens, the transitions. */
  readonly details?: readonly string[];
  /** The step whose plan mends it; missing where nothing is to be done or only a person can do it. */
  readonly fix?: string;
}

export interface Health {
  readonly items: readonly HealthItem[];
  /** ISO. */
  readonly checkedAt: string;
}

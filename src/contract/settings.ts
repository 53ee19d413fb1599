/**
 * What the page of a project's settings shows and takes. JSON-safe.
 */
import type { ProjectSettings } from '../domain/project-settings';
import type { SettingsMistake } from '../domain/settings-mistakes';
import type { AppError } from './result';
import type { ProjectName } from './set-up';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface StatusChoice extends Choice {
  readonly category: 'toDo' | 'inProgress' | 'done';
}

/** An issue type that is no security risk, with the statuses that its issues can have. */
export interface IssueTypeChoice extends Choice {
  readonly statusIds: readonly string[];
}

export interface ProjectSettingsView {
  readonly project: ProjectName;
  readonly teamManaged: boolean;
  /** Missing while Shift-Up was not added to the project. */
  readonly saved?: {
    /** As saved, with the default statuses where nobody chose any. */
    readonly settings: ProjectSettings;
    readonly storyTypeIds: readonly string[];
    /** Counts up with every save. */
    readonly revision: number;
    /** Saved, and no longer in Jira; saving as it is is refused until they are taken out. */
    readonly gone: {
      readonly storyTypeIds: readonly string[];
      readonly readyStatusIds: readonly string[];
      readonly roleIds: readonly string[];
      readonly groupIds: readonly string[];
    };
  };
  /** What the settings are when nobody changed them. */
  readonly defaults: { readonly settings: ProjectSettings; readonly storyTypeIds: readonly string[] };
  readonly issueTypes: readonly IssueTypeChoice[];
  /** Statuses of all these types, in the order of Jira; which of them a story can have follows from `issueTypes`. */
  readonly statuses: readonly StatusChoice[];
  readonly roles: readonly Choice[];
  /** The chosen group, where one is chosen; others are searched for as the viewer. */
  readonly group?: Choice;
  /**
   * A new reason becomes an option of the site's field Relevance reason and shows in every project; or a person adds it
   * in Jira first, because the field belongs to this team-managed project and no call can change it.
   */
  readonly newReasons: 'everyProject' | 'byHand';
  /** Whether the person may change what other projects use too. */
  readonly jiraAdmin: boolean;
}

/** What saving did about validators that are attached. */
export interface GateFollowUp {
  /** Names of workflows whose rule was written anew. */
  readonly rewritten: readonly string[];
  /** Names of workflows that this project's stories pass freely again. */
  readonly detached: readonly string[];
  /** Where it could not be done. `workflow` is missing when not even the workflows could be read. */
  readonly failed: readonly { readonly workflow?: string; readonly error: AppError }[];
}

export type SaveOutcome =
  | {
      readonly saved: true;
      readonly revision: number;
      /** With the option ids of new reasons. */
      readonly settings: ProjectSettings;
      readonly storyTypeIds: readonly string[];
      readonly gate: GateFollowUp;
    }
  /** Nothing was written. */
  | { readonly saved: false; readonly mistakes: readonly SettingsMistake[] };

/** One transition by its workflow and Jira's own id of it. */
export interface GateTransitionRef {
  readonly workflowId: string;
  readonly transitionId: string;
}

export interface GateTransition extends GateTransitionRef {
  readonly name: string;
  readonly workflowName: string;
  readonly toStatus: StatusChoice;
  /** The transition by which an issue is made: there, only the assessment is asked for. */
  readonly isCreate: boolean;
  /** It leads to a status that ends an issue without doing it (Won't do): what is given up need not be ready. */
  readonly drops: boolean;
  /**
   * Seen from this project. `ours`: the validator is on it and acts here. `broken`: a rule of ours is on it, but not as
   * we would write it now. `none`: it does not act here; it may act for other projects.
   */
  readonly validator: 'none' | 'ours' | 'broken';
}

export interface GatePlan {
  /** Transitions of the stories' workflows into a readiness status. */
  readonly transitions: readonly GateTransition[];
  /** Other projects that use one of these workflows; they are not blocked, but the workflow is theirs too. */
  readonly others: readonly ProjectName[];
  readonly hidden: number;
  /** False: other projects use the workflow and the person is no Jira admin. */
  readonly mayAttach: boolean;
  /**
   * Why there is no gate here at all. `notOffered`: Jira does not know our rule for these workflows (yet).
   * `noField`: the project's stories have no field for the relevance.
   */
  readonly impossible?: 'workflowNotEditable' | 'noTransition' | 'notSetUp' | 'notOffered' | 'noField';
  /** Says which workflows were read, our own rules aside: `attachGate` refuses when they are no longer as this plan saw them. */
  readonly digest: string;
}

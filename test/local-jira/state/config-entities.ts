/**
 * What a Jira site is configured with. All ids are strings as Jira writes them (numbers, except workflows: UUID).
 * Plain, JSON-safe, read-only: replace a row with `table.put({ ...old, changed })`.
 */

/** `undefined` scope = global (company-managed); otherwise the id of the team-managed project it belongs to. */
export interface Scoped {
  readonly scopeProjectId?: string;
}

export interface IssueType extends Scoped {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** -1 sub-task, 0 standard, 1 epic. */
  readonly hierarchyLevel: number;
  readonly avatarId: number;
}

export interface IssueTypeScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly defaultIssueTypeId: string | null;
  readonly issueTypeIds: readonly string[];
}

/** How a field's value is kept and searched. The wire's `schema` is derived from it and from `custom`. */
export type FieldKind =
  | 'text' // single line, plain string
  | 'paragraph' // ADF
  | 'number'
  | 'date' // 2026-11-20
  | 'datetime'
  | 'user'
  | 'users'
  | 'select' // option id
  | 'multiselect' // option ids
  | 'labels'
  | 'url'
  | 'sprint' // sprint ids
  | 'rank'
  | 'system'; // has its own code (summary, status, …)

export interface Field extends Scoped {
  /** `summary` or `customfield_10016`. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly kind: FieldKind;
  readonly custom: boolean;
  readonly schema: {
    readonly type: string;
    readonly items?: string;
    readonly system?: string;
    /** `com.atlassian.jira.plugin.system.customfieldtypes:select` */
    readonly custom?: string;
    readonly customId?: number;
  };
  readonly searcherKey?: string;
  readonly orderable: boolean;
  readonly navigable: boolean;
  readonly searchable: boolean;
  readonly isLocked: boolean;
  /** In the trash since then (epoch ms); not usable anywhere, but its values and places are kept. */
  readonly trash?: { readonly at: number; readonly byAccountId: string };
}

export interface FieldContext {
  readonly id: string;
  readonly fieldId: string;
  readonly name: string;
  readonly description: string;
  /** Empty = every project. */
  readonly projectIds: readonly string[];
  /** Empty = every issue type. */
  readonly issueTypeIds: readonly string[];
}

export interface FieldOption {
  readonly id: string;
  readonly fieldId: string;
  readonly contextId: string;
  readonly value: string;
  readonly disabled: boolean;
  /** Order within the context, from 0. */
  readonly position: number;
}

export interface Screen extends Scoped {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tabs: readonly ScreenTab[];
}

export interface ScreenTab {
  readonly id: string;
  readonly name: string;
  readonly fieldIds: readonly string[];
}

export interface ScreenScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Screen ids. */
  readonly screens: {
    readonly default: string;
    readonly create?: string;
    readonly edit?: string;
    readonly view?: string;
  };
}

export interface IssueTypeScreenScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Screen scheme id by issue type id; `default` is always there. */
  readonly screenSchemeIds: Readonly<Record<string, string>>;
}

export interface FieldConfiguration {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  /** Only fields that differ from "shown, optional". */
  readonly items: Readonly<Record<string, FieldConfigurationItem>>;
}

export interface FieldConfigurationItem {
  readonly isHidden: boolean;
  readonly isRequired: boolean;
  readonly description?: string;
  readonly renderer?: string;
}

export interface FieldConfigurationScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Field configuration id by issue type id; `default` is always there. */
  readonly fieldConfigurationIds: Readonly<Record<string, string>>;
}

/** The newer model (site.fieldSchemesEnabled): a field must be in the project's field scheme. */
export interface FieldScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly fields: Readonly<Record<string, FieldSchemeEntry>>;
}

export interface FieldSchemeEntry {
  /** Absent or empty = every type. */
  readonly restrictedToWorkTypes?: readonly string[];
  readonly isRequired?: boolean;
  /** Overrides `isRequired` by work type id. */
  readonly workTypeRequired?: Readonly<Record<string, boolean>>;
  readonly description?: string;
  readonly rendererType?: string;
}

export type StatusCategory = 'TODO' | 'IN_PROGRESS' | 'DONE';

export interface Status extends Scoped {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
}

export interface WorkflowRule {
  readonly id?: string;
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface WorkflowTransition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  readonly toStatusId: string;
  /** Where a DIRECTED transition starts. */
  readonly fromStatusIds: readonly string[];
  /** As the editor draws them, kept as they were sent; absent = one for each start. */
  readonly links?: readonly TransitionLink[];
  readonly screenId?: string;
  /** Id of the rule that shows the screen. */
  readonly screenRuleId?: string;
  readonly triggers?: readonly unknown[];
  readonly customIssueEventId?: string;
  readonly conditions?: unknown;
  readonly validators: readonly WorkflowRule[];
  readonly actions: readonly WorkflowRule[];
  readonly properties: Readonly<Record<string, string>>;
}

export interface TransitionLink {
  readonly fromStatusId?: string;
  readonly fromPort?: number | null;
  readonly toPort?: number | null;
}

export interface Workflow extends Scoped {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: { readonly id: string; readonly versionNumber: number };
  readonly isEditable: boolean;
  readonly statuses: readonly {
    readonly statusId: string;
    readonly statusReference: string;
    readonly properties: Readonly<Record<string, string>>;
    /** Where the editor draws it, and Jira Service Management's approvals: kept as sent, used by nobody here. */
    readonly layout?: unknown;
    readonly approvalConfiguration?: unknown;
  }[];
  readonly transitions: readonly WorkflowTransition[];
  readonly startPointLayout?: unknown;
  readonly loopedTransitionContainerLayout?: unknown;
  readonly created: string;
  readonly updated: string;
}

export interface WorkflowScheme extends Scoped {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly defaultWorkflowId: string;
  /** Workflow id by issue type id. */
  readonly workflowIds: Readonly<Record<string, string>>;
  readonly version: { readonly id: string; readonly versionNumber: number };
}

/** "A {outward} B"; B reads "{inward} A". */
export interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

/** What a project is released as. */
export interface Version {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly description: string;
  readonly archived: boolean;
  readonly released: boolean;
  /** ISO days. */
  readonly startDate?: string;
  readonly releaseDate?: string;
}

export interface Resolution {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
}

export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly statusColor: string;
  readonly isDefault: boolean;
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly leadAccountId: string;
  readonly projectTypeKey: 'software' | 'business' | 'service_desk' | 'product_discovery';
  /** `classic` = company-managed, `next-gen` = team-managed. */
  readonly style: 'classic' | 'next-gen';
  readonly isPrivate: boolean;
  readonly archived: boolean;
  /** In the trash. */
  readonly deleted: boolean;
  readonly issueTypeSchemeId: string;
  readonly issueTypeScreenSchemeId: string;
  readonly fieldConfigurationSchemeId: string;
  readonly fieldSchemeId: string;
  readonly workflowSchemeId: string;
  readonly permissionSchemeId: string;
  readonly issueSecuritySchemeId?: string;
  /** Actors by role id. */
  readonly roleActors: Readonly<Record<string, readonly RoleActor[]>>;
  readonly uuid: string;
}

export type RoleActor =
  { readonly type: 'user'; readonly accountId: string } | { readonly type: 'group'; readonly name: string };

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Copied into every new project. */
  readonly defaultActors: readonly RoleActor[];
}

/** Who holds a permission or sees a security level. */
export type Holder =
  | { readonly type: 'projectRole'; readonly roleId: string }
  | { readonly type: 'group'; readonly name: string }
  | { readonly type: 'user'; readonly accountId: string }
  | { readonly type: 'reporter' }
  | { readonly type: 'assignee' }
  | { readonly type: 'projectLead' }
  | { readonly type: 'anyone' }
  /** Everybody signed in. */
  | { readonly type: 'applicationRole' };

export interface PermissionScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly grants: readonly { readonly id: string; readonly permission: string; readonly holder: Holder }[];
}

export interface IssueSecurityScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly defaultLevelId?: string;
  readonly levels: readonly SecurityLevel[];
}

export interface SecurityLevel {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly Holder[];
}

/** A long-running change (workflow scheme switch …), as GET /task/{id} shows it. */
export interface Task {
  readonly id: string;
  readonly description: string;
  readonly status: 'ENQUEUED' | 'RUNNING' | 'COMPLETE' | 'FAILED';
  readonly progress: number;
  readonly submitted: number;
  readonly started?: number;
  readonly finished?: number;
  readonly lastUpdate: number;
  readonly submittedBy: string;
  readonly result?: unknown;
  readonly message?: string;
  /** The local Jira's own: when the work is due (epoch ms) and what it is; read by whoever runs it. */
  readonly dueAt?: number;
  readonly work?: unknown;
  /** It will fail with this message instead of doing its work. */
  readonly failure?: string;
}

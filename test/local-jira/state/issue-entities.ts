/**
 * Issues and what hangs on them. An Issue is never changed in place: every write makes a new object, so that the
 * search index can go on showing the old one until it catches up.
 */

/** An Atlassian Document Format document, validated on the way in. */
export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

/** Raw value of a custom field, by the field's kind: option id, option ids, account id, ISO day, number, ADF, … */
export type CustomValue = string | number | readonly string[] | AdfDocument;

/** One end of a link, as seen from the issue that holds it. */
export interface LinkEnd {
  readonly linkId: string;
  readonly typeId: string;
  /** `outward`: this issue is the source, it reads "{outward} other". */
  readonly direction: 'outward' | 'inward';
  readonly otherId: string;
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  /** The number in the key. */
  readonly number: number;
  readonly projectId: string;
  readonly typeId: string;
  readonly statusId: string;
  readonly priorityId: string | null;
  readonly resolutionId: string | null;
  /** Epoch ms, as all instants here. */
  readonly resolved: number | null;
  readonly summary: string;
  readonly description: AdfDocument | null;
  readonly environment: AdfDocument | null;
  readonly labels: readonly string[];
  /** Ids of versions; missing where there are none. */
  readonly fixVersionIds?: readonly string[];
  readonly assigneeId: string | null;
  readonly reporterId: string | null;
  readonly creatorId: string;
  readonly parentId: string | null;
  readonly securityLevelId: string | null;
  /** ISO day. */
  readonly dueDate: string | null;
  readonly created: number;
  readonly updated: number;
  readonly statusCategoryChanged: number;
  /** By field id; a field without a value is absent. */
  readonly custom: Readonly<Record<string, CustomValue>>;
  readonly links: readonly LinkEnd[];
  readonly archived: boolean;
  /** What JQL knows of the issue's properties: kept here by issues/properties.ts, so that search shows them late too. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface IssueLink {
  readonly id: string;
  readonly typeId: string;
  /** The issue that reads "{outward} destination"; `inwardIssue` in POST /issueLink. */
  readonly sourceId: string;
  readonly destinationId: string;
}

/** Who looked at an issue last, and when. */
export interface IssueView {
  /** `<account id> <issue id>` */
  readonly id: string;
  readonly accountId: string;
  readonly issueId: string;
  /** Epoch ms. */
  readonly at: number;
}

export interface Comment {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly updateAuthorId: string;
  readonly body: AdfDocument;
  readonly created: number;
  readonly updated: number;
}

/** A message by e-mail that Jira was asked to send about an issue. */
export interface SentMail {
  readonly id: string;
  readonly issueId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
}

export interface RemoteLink {
  readonly id: string;
  readonly issueId: string;
  readonly globalId?: string;
  readonly relationship?: string;
  readonly application?: unknown;
  readonly object: Readonly<Record<string, unknown>>;
}

/** One entry of an issue's history: who changed what, when. */
export interface ChangeGroup {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly created: number;
  readonly items: readonly ChangeItem[];
}

export interface ChangeItem {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  /** Absent for changes that are no field's, such as links. */
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export const NO_LINKS: readonly LinkEnd[] = Object.freeze([]);
export const NO_LABELS: readonly string[] = Object.freeze([]);
export const NO_CUSTOM: Readonly<Record<string, CustomValue>> = Object.freeze({});

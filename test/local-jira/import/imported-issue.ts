/** One row of the file, read: still words and dates of the file, not yet ids of the site. */
export interface ImportedIssue {
  readonly row: number;
  readonly summary: string;
  /** Absent when the file names none: the import then numbers the issue itself. */
  readonly key?: string;
  /** The id in the file, used only to find parents; the site gives its own. */
  readonly fileId?: string;
  readonly projectKey?: string;
  readonly projectName?: string;
  readonly issueType?: string;
  readonly status?: string;
  /** As the file says it, for instance "In Progress". */
  readonly statusCategory?: string;
  readonly priority?: string;
  readonly resolution?: string;
  readonly assignee?: ImportedPerson;
  readonly reporter?: ImportedPerson;
  readonly created?: Date;
  readonly updated?: Date;
  readonly resolved?: Date;
  /** ISO day. */
  readonly dueDate?: string;
  readonly labels: readonly string[];
  readonly description?: string;
  readonly comments: readonly ImportedComment[];
  readonly sprints: readonly string[];
  /** Key or id of the parent in the file, or a key on the site. */
  readonly parent?: string;
  readonly links: readonly ImportedLink[];
  readonly customFields: readonly ImportedCustomValue[];
}

/** A person is known by account id where the file has one, else by name. */
export interface ImportedPerson {
  readonly accountId?: string;
  readonly displayName: string;
}

export interface ImportedComment {
  readonly created?: Date;
  readonly accountId?: string;
  readonly text: string;
}

export interface ImportedLink {
  /** "outward": this issue is the one the outward words speak of ("this blocks other"). */
  readonly direction: 'inward' | 'outward';
  readonly linkType: string;
  readonly otherKey: string;
  readonly column: string;
}

export interface ImportedCustomValue {
  readonly name: string;
  readonly column: string;
  /** One text per filled column of that name, in the order of the file. */
  readonly values: readonly string[];
}

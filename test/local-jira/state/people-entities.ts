/** People, and what they arrange for themselves: filters, dashboards, boards. */

export interface User {
  /** The account id. */
  readonly id: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly displayName: string;
  /** Only its owner and Basic authentication see it; the wire leaves it out for everybody else. */
  readonly emailAddress: string;
  readonly active: boolean;
  readonly timeZone: string;
  readonly locale: string;
  readonly groups: readonly string[];
  /** The account was deleted; Jira shows the id and a placeholder name. */
  readonly deleted?: boolean;
}

export interface Group {
  /** UUID. */
  readonly id: string;
  readonly name: string;
}

export interface Filter {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly jql: string;
  readonly ownerAccountId: string;
  /** True: everybody signed in may see it. */
  readonly shared: boolean;
}

export interface Dashboard {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly ownerAccountId: string;
  readonly shared: boolean;
  readonly gadgets: readonly Gadget[];
}

export interface Gadget {
  readonly id: string;
  readonly title: string;
  readonly color: string;
  readonly moduleKey?: string;
  readonly uri?: string;
  readonly position: { readonly row: number; readonly column: number };
}

export interface Board {
  readonly id: string;
  readonly name: string;
  readonly type: 'scrum' | 'kanban' | 'simple';
  readonly projectId: string;
  readonly jql: string;
  readonly columns: readonly { readonly name: string; readonly statusIds: readonly string[] }[];
  /** Field by which the board estimates; `undefined` = issue count. */
  readonly estimationFieldId?: string;
}

export interface Sprint {
  readonly id: string;
  readonly boardId: string;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly goal: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly completeDate?: string;
}

/** What a column of Jira's export holds, as far as the local Jira keeps it. */
export type ColumnMeaning =
  | { kind: 'field'; field: ImportedField }
  | { kind: 'link'; direction: 'inward' | 'outward'; linkType: string }
  | { kind: 'customField'; name: string }
  /** Jira computes it itself, or it repeats another column: nothing is lost by leaving it out. */
  | { kind: 'derived' }
  | { kind: 'unknown' };

export type ImportedField =
  | 'summary'
  | 'key'
  | 'id'
  | 'issueType'
  | 'status'
  | 'statusCategory'
  | 'projectKey'
  | 'projectName'
  | 'priority'
  | 'resolution'
  | 'assignee'
  | 'assigneeId'
  | 'reporter'
  | 'reporterId'
  | 'created'
  | 'updated'
  | 'resolved'
  | 'dueDate'
  | 'labels'
  | 'description'
  | 'comment'
  | 'sprint'
  | 'parent';

// Names as exports have written them, older and newer ("issue" became "work item" in the interface), in lower case.
const FIELD_NAMES: Readonly<Record<string, ImportedField>> = {
  summary: 'summary',
  'issue key': 'key',
  key: 'key',
  'work item key': 'key',
  'issue id': 'id',
  'work item id': 'id',
  'issue type': 'issueType',
  'work type': 'issueType',
  status: 'status',
  'status category': 'statusCategory',
  'project key': 'projectKey',
  'project name': 'projectName',
  priority: 'priority',
  resolution: 'resolution',
  assignee: 'assignee',
  'assignee id': 'assigneeId',
  reporter: 'reporter',
  'reporter id': 'reporterId',
  created: 'created',
  updated: 'updated',
  resolved: 'resolved',
  'due date': 'dueDate',
  labels: 'labels',
  description: 'description',
  comment: 'comment',
  comments: 'comment',
  sprint: 'sprint',
  // A number or a key, depending on the age of the export; both are looked up.
  parent: 'parent',
  'parent id': 'parent',
  'parent key': 'parent',
  'custom field (epic link)': 'parent',
  'custom field (sprint)': 'sprint',
};

const DERIVED_NAMES: ReadonlySet<string> = new Set([
  'parent summary',
  'project type',
  'status category changed',
  'last viewed',
  'work ratio',
]);

const LINK = /^(inward|outward) (?:issue|work item) link \((.+)\)$/i;
const CUSTOM_FIELD = /^custom field \((.+)\)$/i;

/** What the header of one column means. Case and surrounding blanks do not matter. */
export function columnMeaning(header: string): ColumnMeaning {
  const name = header.trim();
  const lower = name.toLowerCase();
  if (DERIVED_NAMES.has(lower)) return { kind: 'derived' };
  if (Object.hasOwn(FIELD_NAMES, lower)) {
    const field = FIELD_NAMES[lower];
    if (field !== undefined) return { kind: 'field', field };
  }
  const link = LINK.exec(name);
  if (link?.[1] !== undefined && link[2] !== undefined) {
    return { kind: 'link', direction: link[1].toLowerCase() === 'inward' ? 'inward' : 'outward', linkType: link[2] };
  }
  const custom = CUSTOM_FIELD.exec(name);
  if (custom?.[1] !== undefined) return { kind: 'customField', name: custom[1] };
  return { kind: 'unknown' };
}

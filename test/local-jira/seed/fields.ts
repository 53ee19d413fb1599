import type { Field, FieldKind } from '../state/config-entities';

export const STORY_POINTS = 'customfield_10016';
export const RANK = 'customfield_10019';
export const SPRINT = 'customfield_10020';

function system(id: string, name: string, type: string, more: { items?: string; navigable?: boolean } = {}): Field {
  return {
    id,
    name,
    description: '',
    kind: 'system',
    custom: false,
    schema: { type, system: id, ...(more.items === undefined ? {} : { items: more.items }) },
    orderable: ORDERABLE.has(id),
    navigable: more.navigable ?? true,
    searchable: id !== 'subtasks',
    isLocked: false,
  };
}

/** Fields that can stand on a screen. */
const ORDERABLE = new Set([
  'summary',
  'issuetype',
  'priority',
  'description',
  'environment',
  'labels',
  'fixVersions',
  'assignee',
  'reporter',
  'duedate',
  'parent',
  'security',
  'resolution',
  'issuelinks',
]);

function custom(id: number, name: string, kind: FieldKind, type: string, key: string, items?: string): Field {
  return {
    id: `customfield_${id}`,
    name,
    description: '',
    kind,
    custom: true,
    schema: { type, ...(items === undefined ? {} : { items }), custom: key, customId: id },
    orderable: true,
    navigable: true,
    searchable: true,
    isLocked: kind === 'sprint' || kind === 'rank',
  };
}

/** The system fields the local Jira has, and the three custom fields every Jira Software site has. */
export const SYSTEM_FIELDS: readonly Field[] = [
  system('summary', 'Summary', 'string'),
  system('issuetype', 'Issue Type', 'issuetype'),
  system('project', 'Project', 'project'),
  system('status', 'Status', 'status'),
  system('statusCategory', 'Status Category', 'statusCategory'),
  system('priority', 'Priority', 'priority'),
  system('resolution', 'Resolution', 'resolution'),
  system('resolutiondate', 'Resolved', 'datetime'),
  system('description', 'Description', 'string'),
  system('environment', 'Environment', 'string'),
  system('labels', 'Labels', 'array', { items: 'string' }),
  system('fixVersions', 'Fix versions', 'array', { items: 'version' }),
  system('assignee', 'Assignee', 'user'),
  system('reporter', 'Reporter', 'user'),
  system('creator', 'Creator', 'user'),
  system('parent', 'Parent', 'issuelink'),
  system('subtasks', 'Sub-tasks', 'array', { items: 'issuelinks' }),
  system('issuelinks', 'Linked Issues', 'array', { items: 'issuelinks' }),
  system('security', 'Security Level', 'securitylevel'),
  system('duedate', 'Due date', 'date'),
  system('created', 'Created', 'datetime'),
  system('updated', 'Updated', 'datetime'),
  system('statuscategorychangedate', 'Status Category Changed', 'datetime'),
  system('comment', 'Comment', 'comments-page', { navigable: false }),
  custom(10_016, 'Story Points', 'number', 'number', 'com.atlassian.jira.plugin.system.customfieldtypes:float'),
  custom(10_019, 'Rank', 'rank', 'any', 'com.pyxis.greenhopper.jira:gh-lexo-rank'),
  custom(10_020, 'Sprint', 'sprint', 'array', 'com.pyxis.greenhopper.jira:gh-sprint', 'json'),
];

/** What a new project's screen shows. */
export const DEFAULT_SCREEN_FIELDS: readonly string[] = [
  'summary',
  'issuetype',
  'priority',
  'duedate',
  'assignee',
  'reporter',
  'environment',
  'description',
  'labels',
  'fixVersions',
  'parent',
  'security',
  'issuelinks',
  STORY_POINTS,
  SPRINT,
];

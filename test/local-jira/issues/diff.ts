import { adfText } from '../adf/text';
import type { Field } from '../state/config-entities';
import type { ChangeItem, CustomValue, Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';

/** One side of a change: the id (null when there is none to give) and what people read. */
type Side = readonly [id: string | null, text: string | null];

/** What changed between two versions of an issue, as its history says it. Links are recorded where they are made. */
export function changesBetween(state: SiteState, before: Issue, after: Issue): ChangeItem[] {
  const items: ChangeItem[] = [];
  const add = (field: string, fieldId: string, from: Side, to: Side): void => {
    if (from[0] === to[0] && from[1] === to[1]) return;
    items.push({ field, fieldtype: 'jira', fieldId, from: from[0], fromString: from[1], to: to[0], toString: to[1] });
  };
  const sides = (issue: Issue) => systemSides(state, issue);
  const [from, to] = [sides(before), sides(after)];
  for (const [fieldId, name] of HISTORY_NAMES) add(name, fieldId, from[fieldId], to[fieldId]);
  items.push(...versionChanges(state, before.fixVersionIds ?? [], after.fixVersionIds ?? []));
  const customIds = new Set([...Object.keys(before.custom), ...Object.keys(after.custom)]);
  for (const id of customIds) {
    const item = customChange(state, state.fields.require(id), before.custom[id], after.custom[id]);
    if (item !== undefined) items.push(item);
  }
  return items;
}

/** One entry for each version that came or went, as Jira writes them. */
function versionChanges(state: SiteState, before: readonly string[], after: readonly string[]): ChangeItem[] {
  const item = (id: string, came: boolean): ChangeItem => {
    const name = state.versions.get(id)?.name ?? null;
    const [none, side] = [
      [null, null],
      [id, name],
    ] as const;
    const [from, to] = came ? [none, side] : [side, none];
    return {
      field: 'Fix Version',
      fieldtype: 'jira',
      fieldId: 'fixVersions',
      from: from[0],
      fromString: from[1],
      to: to[0],
      toString: to[1],
    };
  };
  return [
    ...before.filter((id) => !after.includes(id)).map((id) => item(id, false)),
    ...after.filter((id) => !before.includes(id)).map((id) => item(id, true)),
  ];
}

/** Field ids, and the name under which the history lists them. */
const HISTORY_NAMES = [
  ['issuetype', 'issuetype'],
  ['summary', 'summary'],
  ['description', 'description'],
  ['environment', 'environment'],
  ['status', 'status'],
  ['resolution', 'resolution'],
  ['priority', 'priority'],
  ['assignee', 'assignee'],
  ['reporter', 'reporter'],
  ['labels', 'labels'],
  ['duedate', 'duedate'],
  ['parent', 'IssueParentAssociation'],
  ['security', 'security'],
] as const;
type HistoryField = (typeof HISTORY_NAMES)[number][0];

function systemSides(state: SiteState, issue: Issue): Record<HistoryField, Side> {
  const named = (table: { get(id: string): { readonly name: string } | undefined }, id: string | null): Side =>
    id === null ? [null, null] : [id, table.get(id)?.name ?? null];
  const text = (value: string): Side => [null, value === '' ? null : value];
  const labels = issue.labels.join(' ');
  return {
    issuetype: named(state.issueTypes, issue.typeId),
    summary: [null, issue.summary],
    description: text(adfText(issue.description)),
    environment: text(adfText(issue.environment)),
    status: named(state.statuses, issue.statusId),
    resolution: named(state.resolutions, issue.resolutionId),
    priority: named(state.priorities, issue.priorityId),
    assignee: person(state, issue.assigneeId),
    reporter: person(state, issue.reporterId),
    labels: ['', labels],
    duedate: issue.dueDate === null ? [null, null] : [issue.dueDate, `${issue.dueDate} 00:00:00.0`],
    parent: issue.parentId === null ? [null, null] : [issue.parentId, state.issues.get(issue.parentId)?.key ?? null],
    security: securitySide(state, issue),
  };
}

function securitySide(state: SiteState, issue: Issue): Side {
  if (issue.securityLevelId === null) return [null, null];
  const { issueSecuritySchemeId } = state.projects.require(issue.projectId);
  const scheme =
    issueSecuritySchemeId === undefined ? undefined : state.issueSecuritySchemes.get(issueSecuritySchemeId);
  return [issue.securityLevelId, scheme?.levels.find((level) => level.id === issue.securityLevelId)?.name ?? null];
}

function person(state: SiteState, accountId: string | null): Side {
  return accountId === null ? [null, null] : [accountId, state.users.get(accountId)?.displayName ?? null];
}

function customChange(
  state: SiteState,
  field: Field,
  before: CustomValue | undefined,
  after: CustomValue | undefined,
): ChangeItem | undefined {
  const [from, fromString] = customSide(state, field, before);
  const [to, toString] = customSide(state, field, after);
  if (from === to && fromString === toString) return undefined;
  return { field: field.name, fieldtype: 'custom', fieldId: field.id, from, fromString, to, toString };
}

/** The single values of a raw value; a document counts as its text. */
function partsOf(value: CustomValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return 'type' in value ? [adfText(value)] : value;
}

function customSide(state: SiteState, field: Field, value: CustomValue | undefined): Side {
  if (value === undefined) return [null, null];
  const many = partsOf(value);
  switch (field.kind) {
    case 'select':
      return [many[0]!, state.fieldOptions.get(many[0]!)?.value ?? null];
    case 'multiselect':
      return [`[${many.join(', ')}]`, many.map((id) => state.fieldOptions.get(id)?.value ?? id).join(',')];
    case 'user':
      return person(state, many[0]!);
    case 'users':
      return [`[${many.join(', ')}]`, many.map((id) => person(state, id)[1] ?? id).join(', ')];
    case 'sprint':
      return [many.join(', '), many.map((id) => state.sprints.get(id)?.name ?? id).join(', ')];
    case 'date':
      return [many[0]!, many[0]!];
    case 'labels':
      return [null, many.join(' ')];
    case 'text':
    case 'paragraph':
    case 'number':
    case 'datetime':
    case 'url':
    case 'rank':
    case 'system':
      return [null, many[0]!];
  }
}

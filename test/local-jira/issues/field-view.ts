import type { Access } from '../access/access';
import { availableFields } from '../config/field-availability';
import {
  issueTypeJson,
  optionJson,
  priorityJson,
  projectReferenceJson,
  resolutionJson,
  statusCategoryJson,
  statusJson,
} from '../config/wire';
import type { Field } from '../state/config-entities';
import type { CustomValue, Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import { issueReferenceJson } from '../wire/issue-reference';
import { personJson } from '../wire/people';
import { jiraTime } from '../wire/time';
import { versionJson } from '../wire/version';
import { commentPageJson } from './comments';
import { issueLinksJson } from './links';

/** `undefined` = the field is missing from the answer, `null` = it is there without a value. */
type Rendered = unknown;

/**
 * Turns issues into the `fields` of an answer for one viewer. A field without a value is null (multi-values []); a
 * field that the issue's project and type do not have is missing.
 */
export class FieldView {
  readonly #state: SiteState;
  readonly #access: Access;
  readonly #available = new Map<string, readonly Field[]>();

  constructor(state: SiteState, access: Access) {
    this.#state = state;
    this.#access = access;
  }

  /** `selection` as in Jira's `fields`: `*all`, `*navigable`, names, `-name`. */
  fields(issue: Issue, selection: readonly string[]): Record<string, unknown> {
    const wanted = wantedFields(selection);
    const fields: Record<string, unknown> = {};
    for (const field of this.available(issue)) {
      if (!wanted(field)) continue;
      const value = field.custom ? this.#custom(field, issue) : this.#system(field.id, issue);
      if (value !== undefined) fields[field.id] = value;
    }
    return fields;
  }

  available(issue: Issue): readonly Field[] {
    const kind = `${issue.projectId} ${issue.typeId}`;
    let fields = this.#available.get(kind);
    if (fields === undefined) {
      fields = availableFields(this.#state, this.#state.projects.require(issue.projectId), issue.typeId);
      this.#available.set(kind, fields);
    }
    return fields;
  }

  #system(fieldId: string, issue: Issue): Rendered {
    const state = this.#state;
    switch (fieldId) {
      case 'summary':
        return issue.summary;
      case 'issuetype':
        return issueTypeJson(state, state.issueTypes.require(issue.typeId));
      case 'project':
        return projectReferenceJson(state, state.projects.require(issue.projectId));
      case 'status':
        return statusJson(state, state.statuses.require(issue.statusId));
      case 'statusCategory':
        return statusCategoryJson(state, state.statuses.require(issue.statusId).category);
      case 'priority':
        return issue.priorityId === null ? null : priorityJson(state, state.priorities.require(issue.priorityId));
      case 'resolution':
        return issue.resolutionId === null
          ? null
          : resolutionJson(state, state.resolutions.require(issue.resolutionId));
      case 'resolutiondate':
        return issue.resolved === null ? null : jiraTime(issue.resolved);
      case 'description':
        return issue.description;
      case 'environment':
        return issue.environment;
      case 'labels':
        return issue.labels;
      case 'fixVersions':
        return (issue.fixVersionIds ?? []).map((id) => versionJson(state, state.versions.require(id)));
      case 'assignee':
        return personJson(state, issue.assigneeId, this.#access);
      case 'reporter':
        return personJson(state, issue.reporterId, this.#access);
      case 'creator':
        return personJson(state, issue.creatorId, this.#access);
      case 'parent':
        return this.#reference(issue.parentId);
      case 'subtasks':
        return state.issues.childrenOf(issue.id).flatMap((id) => this.#subtask(id));
      case 'issuelinks':
        return issueLinksJson(state, this.#access, issue);
      case 'security':
        return this.#security(issue);
      case 'duedate':
        return issue.dueDate;
      case 'created':
        return jiraTime(issue.created);
      case 'updated':
        return jiraTime(issue.updated);
      case 'statuscategorychangedate':
        return jiraTime(issue.statusCategoryChanged);
      case 'comment':
        return commentPageJson(state, this.#access, issue);
      default:
        throw new Error(`local Jira has a system field ${fieldId} that it cannot show`);
    }
  }

  /** A parent is missing, not null, on issues without one; an invisible parent too. */
  #reference(id: string | null): Rendered {
    const issue = id === null ? undefined : this.#state.issues.get(id);
    return issue === undefined || !this.#access.maySee(issue) ? undefined : issueReferenceJson(this.#state, issue);
  }

  #subtask(id: string): Rendered[] {
    const child = this.#state.issues.get(id);
    if (child === undefined || this.#state.issueTypes.require(child.typeId).hierarchyLevel !== -1) return [];
    return this.#access.maySee(child) ? [issueReferenceJson(this.#state, child)] : [];
  }

  #security(issue: Issue): Rendered {
    const project = this.#state.projects.require(issue.projectId);
    if (project.issueSecuritySchemeId === undefined) return undefined;
    if (issue.securityLevelId === null) return null;
    const level = this.#access.securityLevel(project, issue.securityLevelId);
    if (level === undefined) return null;
    return {
      self: `${this.#state.site.baseUrl}/rest/api/3/securitylevel/${level.id}`,
      id: level.id,
      description: level.description,
      name: level.name,
    };
  }

  #custom(field: Field, issue: Issue): Rendered {
    const value = issue.custom[field.id];
    if (value === undefined) return null;
    return customJson(this.#state, this.#access, field, value);
  }
}

export function customJson(state: SiteState, access: Access, field: Field, value: CustomValue): unknown {
  switch (field.kind) {
    case 'select':
      return option(state, value as string);
    case 'multiselect':
      return (value as readonly string[]).map((id) => option(state, id));
    case 'user':
      return personJson(state, value as string, access);
    case 'users':
      return (value as readonly string[]).map((id) => personJson(state, id, access));
    case 'sprint':
      return (value as readonly string[]).map((id) => sprintJson(state, id));
    case 'datetime':
      return jiraTime(Date.parse(value as string));
    case 'paragraph':
      return value;
    case 'text':
    case 'number':
    case 'date':
    case 'labels':
    case 'url':
    case 'rank':
    case 'system':
      return value;
  }
}

function option(state: SiteState, id: string): unknown {
  const found = state.fieldOptions.get(id);
  return found === undefined ? null : optionJson(state, found);
}

function sprintJson(state: SiteState, id: string): unknown {
  const sprint = state.sprints.require(id);
  return { ...sprint, id: Number(sprint.id), boardId: Number(sprint.boardId) };
}

/** Whether a field is asked for. Names and ids are exact; `-x` takes out; exclusions alone mean "all but". */
function wantedFields(selection: readonly string[]): (field: Field) => boolean {
  const included = new Set(selection.filter((name) => !name.startsWith('-')));
  const excluded = new Set(selection.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const all = included.has('*all') || included.size === 0;
  const navigable = included.has('*navigable');
  return (field) => !excluded.has(field.id) && (all || included.has(field.id) || (navigable && field.navigable));
}

import type {
  FieldOption,
  IssueType,
  LinkType,
  Priority,
  Project,
  Resolution,
  Status,
  StatusCategory,
} from '../state/config-entities';
import type { SiteState } from '../state/site-state';

/** JSON shapes that several answers share. Addresses start with the site's own, as Jira's do. */

export function issueTypeJson(state: SiteState, type: IssueType): Record<string, unknown> {
  return {
    self: `${state.site.baseUrl}/rest/api/3/issuetype/${type.id}`,
    id: type.id,
    description: type.description,
    iconUrl: `${state.site.baseUrl}/rest/api/2/universal_avatar/view/type/issuetype/avatar/${type.avatarId}?size=medium`,
    name: type.name,
    untranslatedName: type.name,
    subtask: type.hierarchyLevel === -1,
    avatarId: type.avatarId,
    hierarchyLevel: type.hierarchyLevel,
    ...scopeJson(type),
  };
}

/** A project where it is named by another answer. */
export function projectReferenceJson(state: SiteState, project: Project): Record<string, unknown> {
  return {
    self: `${state.site.baseUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.projectTypeKey,
    simplified: project.style === 'next-gen',
  };
}

/** `scope` of team-managed things; nothing for global ones. */
export function scopeJson({ scopeProjectId }: { readonly scopeProjectId?: string }): Record<string, unknown> {
  return scopeProjectId === undefined ? {} : { scope: { type: 'PROJECT', project: { id: scopeProjectId } } };
}

const CATEGORIES: Readonly<Record<StatusCategory, { id: number; key: string; colorName: string; name: string }>> = {
  TODO: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  IN_PROGRESS: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  DONE: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
};

/** The category as `/status` and issues show it; `/statuses` gives only the word. */
export function statusCategoryJson(state: SiteState, category: StatusCategory): Record<string, unknown> {
  const shown = CATEGORIES[category];
  return { self: `${state.site.baseUrl}/rest/api/3/statuscategory/${shown.id}`, ...shown };
}

export function statusCategories(state: SiteState): Record<string, unknown>[] {
  const undefinedCategory = {
    self: `${state.site.baseUrl}/rest/api/3/statuscategory/1`,
    id: 1,
    key: 'undefined',
    colorName: 'medium-gray',
    name: 'No Category',
  };
  return [undefinedCategory, ...(['TODO', 'IN_PROGRESS', 'DONE'] as const).map((it) => statusCategoryJson(state, it))];
}

/** A status as `/status` and issues show it. */
export function statusJson(state: SiteState, status: Status): Record<string, unknown> {
  return {
    self: `${state.site.baseUrl}/rest/api/3/status/${status.id}`,
    description: status.description,
    iconUrl: `${state.site.baseUrl}/images/icons/statuses/generic.png`,
    name: status.name,
    untranslatedName: status.name,
    id: status.id,
    statusCategory: statusCategoryJson(state, status.category),
    ...scopeJson(status),
  };
}

export function priorityJson(state: SiteState, priority: Priority): Record<string, unknown> {
  return {
    self: `${state.site.baseUrl}/rest/api/3/priority/${priority.id}`,
    statusColor: priority.statusColor,
    description: priority.description,
    iconUrl: `${state.site.baseUrl}/images/icons/priorities/${priority.name.toLowerCase()}.svg`,
    name: priority.name,
    id: priority.id,
  };
}

export function resolutionJson(state: SiteState, resolution: Resolution): Record<string, unknown> {
  return {
    self: `${state.site.baseUrl}/rest/api/3/resolution/${resolution.id}`,
    id: resolution.id,
    description: resolution.description,
    name: resolution.name,
  };
}

export function linkTypeJson(state: SiteState, type: LinkType): Record<string, unknown> {
  return {
    id: type.id,
    name: type.name,
    inward: type.inward,
    outward: type.outward,
    self: `${state.site.baseUrl}/rest/api/3/issueLinkType/${type.id}`,
  };
}

/** An option as createmeta and issues show it. */
export function optionJson(state: SiteState, option: FieldOption): Record<string, unknown> {
  return {
    self: `${state.site.baseUrl}/rest/api/3/customFieldOption/${option.id}`,
    value: option.value,
    id: option.id,
  };
}

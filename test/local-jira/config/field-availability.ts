import type { Field, FieldConfiguration, FieldContext, FieldOption, Project, Screen } from '../state/config-entities';
import type { SiteState } from '../state/site-state';

/** What a screen is looked up for. Editing over REST checks no screen at all, only viewing pages and creating do. */
export type ScreenOperation = 'create' | 'edit' | 'view';

/** A field that `POST /issue` accepts for a project and issue type. */
export interface FieldForCreate {
  readonly field: Field;
  readonly required: boolean;
}

// On every issue, whatever is configured; Jira lets nobody hide them.
const ALWAYS: ReadonlySet<string> = new Set([
  'summary',
  'issuetype',
  'project',
  'status',
  'created',
  'updated',
  'creator',
  'issuelinks',
  'resolution',
  'resolutiondate',
  'statuscategorychangedate',
  'statusCategory',
  'parent',
]);
// Accepted by POST /issue although no screen shows them: they say what is created where.
const CREATE_ALWAYS = ['project', 'issuetype', 'summary', 'parent'];
const REQUIRED_ALWAYS: ReadonlySet<string> = new Set(['project', 'issuetype', 'summary']);

/**
 * Whether issues of this type in this project have the field: `GET /issue` then shows it (null when empty) and
 * `PUT /issue` takes it. Team-managed projects: the type's own screen says it. Legacy model: not hidden by the field
 * configuration, and some context applies. Newer model: listed in the project's field scheme; contexts only choose
 * options and defaults.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-field-schemes/
 */
export function isFieldAvailable(state: SiteState, project: Project, issueTypeId: string, fieldId: string): boolean {
  const field = state.fields.get(fieldId);
  if (field === undefined || field.trash !== undefined) return false;
  if (field.scopeProjectId !== undefined && field.scopeProjectId !== project.id) return false;
  if (ALWAYS.has(fieldId)) return true;
  // Team-managed: a type has the fields that were put on it, its own and global ones alike.
  if (field.custom && project.style === 'next-gen') {
    return field.isLocked || isOnScreen(screenFor(state, project, issueTypeId, 'view'), fieldId);
  }
  if (state.site.fieldSchemesEnabled) {
    const entry = state.fieldSchemes.require(project.fieldSchemeId).fields[fieldId];
    if (entry === undefined) return false;
    const types = entry.restrictedToWorkTypes ?? [];
    return types.length === 0 || types.includes(issueTypeId);
  }
  if (fieldConfigurationFor(state, project, issueTypeId).items[fieldId]?.isHidden === true) return false;
  return !field.custom || contextFor(state, fieldId, project.id, issueTypeId) !== undefined;
}

/** Every field that issues of this type in this project have. */
export function availableFields(state: SiteState, project: Project, issueTypeId: string): Field[] {
  return state.fields.filter((field) => isFieldAvailable(state, project, issueTypeId, field.id));
}

/** Whether a value must be there, by field configuration or field scheme. */
export function isFieldRequired(state: SiteState, project: Project, issueTypeId: string, fieldId: string): boolean {
  if (REQUIRED_ALWAYS.has(fieldId)) return true;
  if (state.site.fieldSchemesEnabled) {
    const scheme = state.fieldSchemes.require(project.fieldSchemeId);
    const entry = scheme.fields[fieldId];
    return entry?.workTypeRequired?.[issueTypeId] ?? entry?.isRequired ?? false;
  }
  return fieldConfigurationFor(state, project, issueTypeId).items[fieldId]?.isRequired ?? false;
}

/**
 * What `POST /issue` accepts: the fields of the create screen that the project has, and those no screen decides about.
 * Anything else is answered by Jira with "Field '…' cannot be set. It is not on the appropriate screen, or unknown."
 */
export function fieldsForCreate(state: SiteState, project: Project, issueTypeId: string): FieldForCreate[] {
  const onScreen = screenFor(state, project, issueTypeId, 'create').tabs.flatMap((tab) => tab.fieldIds);
  return [...new Set([...CREATE_ALWAYS, ...onScreen])]
    .filter((fieldId) => isFieldAvailable(state, project, issueTypeId, fieldId))
    .map((fieldId) => ({
      field: state.fields.require(fieldId),
      required: isFieldRequired(state, project, issueTypeId, fieldId),
    }));
}

/** The screen of a project and issue type, through issue type screen scheme and screen scheme. */
export function screenFor(state: SiteState, project: Project, issueTypeId: string, operation: ScreenOperation): Screen {
  const { screenSchemeIds } = state.issueTypeScreenSchemes.require(project.issueTypeScreenSchemeId);
  const { screens } = state.screenSchemes.require(screenSchemeIds[issueTypeId] ?? screenSchemeIds['default'] ?? '');
  return state.screens.require(screens[operation] ?? screens.default);
}

function isOnScreen({ tabs }: Screen, fieldId: string): boolean {
  return tabs.some(({ fieldIds }) => fieldIds.includes(fieldId));
}

/** The field configuration of a project and issue type (legacy model). */
export function fieldConfigurationFor(state: SiteState, project: Project, issueTypeId: string): FieldConfiguration {
  const { fieldConfigurationIds } = state.fieldConfigurationSchemes.require(project.fieldConfigurationSchemeId);
  return state.fieldConfigurations.require(
    fieldConfigurationIds[issueTypeId] ?? fieldConfigurationIds['default'] ?? '',
  );
}

/** The context that gives a field its options there: one for the project goes before the global one. */
export function contextFor(
  state: SiteState,
  fieldId: string,
  projectId: string,
  issueTypeId: string,
): FieldContext | undefined {
  const applying = state.fieldContexts.filter(
    (context) =>
      context.fieldId === fieldId &&
      (context.projectIds.length === 0 || context.projectIds.includes(projectId)) &&
      (context.issueTypeIds.length === 0 || context.issueTypeIds.includes(issueTypeId)),
  );
  return applying.find((context) => context.projectIds.length > 0) ?? applying[0];
}

/** Options of a select there, in their order; disabled ones are kept for old values but cannot be chosen. */
export function optionsFor(state: SiteState, fieldId: string, projectId: string, issueTypeId: string): FieldOption[] {
  const context = contextFor(state, fieldId, projectId, issueTypeId);
  if (context === undefined) return [];
  return optionsOfContext(state, context.id);
}

/** All options of one context in their order. */
export function optionsOfContext(state: SiteState, contextId: string): FieldOption[] {
  return state.fieldOptions
    .filter((option) => option.contextId === contextId)
    .sort((left, right) => left.position - right.position);
}

import { contextFor, optionsOfContext, screenFor } from '../config/field-availability';
import { typesInScheme } from '../config/issue-types';
import { badRequest, conflict, notFound } from '../http/problem';
import { putTeamType } from '../seed/team-managed';
import type { Field, FieldOption, IssueType, Project } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { TEAM_FIELDS, type TeamFieldType } from './field-types';

export type TypeLevel = 'standard' | 'subtask' | 'epic';

export interface NewTeamType {
  readonly name: string;
  readonly description?: string | undefined;
  readonly level?: TypeLevel | undefined;
}

export interface NewTeamField {
  readonly name: string;
  readonly type: TeamFieldType;
  readonly description?: string | undefined;
  readonly options?: readonly string[] | undefined;
}

export interface TeamFieldChange {
  readonly name?: string | undefined;
  /** In this order: with id = kept (and renamed), without = new, left out = removed. */
  readonly options?: readonly { readonly id?: string | undefined; readonly value: string }[] | undefined;
}

const LEVELS: Readonly<Record<TypeLevel, number>> = { standard: 0, subtask: -1, epic: 1 };
const AVATARS: Readonly<Record<TypeLevel, number>> = { standard: 10_300, subtask: 10_316, epic: 10_307 };
const PREFIX = 'com.atlassian.jira.plugin.system.customfieldtypes:';

/**
 * What the people of a team-managed project do in its settings, under "Work types" and "Fields". Jira offers no REST
 * call for any of it. Throws the problems as Jira's page would show them.
 */
export class TeamManagedProject {
  constructor(
    private readonly state: SiteState,
    private readonly projectId: string,
  ) {}

  get project(): Project {
    return this.state.projects.require(this.projectId);
  }

  addIssueType({ name, description = '', level = 'standard' }: NewTeamType): IssueType {
    this.#requireFreeTypeName(name, undefined);
    return putTeamType(this.state, this.project, {
      name: name.trim(),
      description,
      hierarchyLevel: LEVELS[level],
      avatarId: AVATARS[level],
    });
  }

  changeIssueType(typeId: string, change: { name?: string | undefined; description?: string | undefined }): IssueType {
    const type = this.#type(typeId);
    if (change.name !== undefined) this.#requireFreeTypeName(change.name, type.id);
    return this.state.issueTypes.put({
      ...type,
      name: change.name?.trim() ?? type.name,
      description: change.description ?? type.description,
    });
  }

  removeIssueType(typeId: string): void {
    const { state, project } = this;
    const type = this.#type(typeId);
    for (const issue of state.issues.values()) {
      if (issue.typeId === type.id) throw conflict('Issues of this type exist. Move them to another type first.');
    }
    const left = typesInScheme(state, project).filter(({ id }) => id !== type.id);
    if (!left.some(({ hierarchyLevel }) => hierarchyLevel === 0)) throw conflict('A project needs an issue type.');
    const scheme = state.issueTypeSchemes.require(project.issueTypeSchemeId);
    state.issueTypeSchemes.put({ ...scheme, issueTypeIds: left.map(({ id }) => id) });
    const screens = state.issueTypeScreenSchemes.require(project.issueTypeScreenSchemeId);
    const others = Object.entries(screens.screenSchemeIds).filter(([id]) => id !== type.id);
    state.issueTypeScreenSchemes.put({ ...screens, screenSchemeIds: Object.fromEntries(others) });
    this.#forgetScreens(screens.screenSchemeIds[type.id]);
    state.issueTypes.delete(type.id);
  }

  /** The type's own screens go with it: nobody else has them. */
  #forgetScreens(screenSchemeId: string | undefined): void {
    const { state } = this;
    const scheme = screenSchemeId === undefined ? undefined : state.screenSchemes.get(screenSchemeId);
    if (scheme === undefined) return;
    for (const screenId of Object.values(scheme.screens)) state.screens.delete(screenId);
    state.screenSchemes.delete(scheme.id);
  }

  /** A new field of the project, on one of its types. */
  addField(typeId: string, { name, type, description = '', options = [] }: NewTeamField): Field {
    const { state, project } = this;
    const onType = this.#type(typeId);
    this.#requireFreeFieldName(name, undefined);
    const { kind, custom, schema } = TEAM_FIELDS[type];
    const takesOptions = kind === 'select' || kind === 'multiselect';
    if (!takesOptions && options.length > 0) throw badRequest(`A field of type ${type} has no options.`);
    requireOptionValues(options);
    const customId = Number(state.nextId('customfield'));
    const field = state.fields.put({
      id: `customfield_${customId}`,
      name: name.trim(),
      description,
      kind,
      custom: true,
      schema: { ...schema, custom: PREFIX + custom, customId },
      orderable: true,
      navigable: true,
      searchable: true,
      isLocked: false,
      scopeProjectId: project.id,
    });
    state.fieldContexts.put({
      id: state.nextId('fieldcontext'),
      fieldId: field.id,
      name: `Context for ${field.name}`,
      description: '',
      projectIds: [project.id],
      issueTypeIds: [],
    });
    this.#putOptions(
      field,
      options.map((value) => ({ value })),
    );
    this.#setOnType(onType, (ids) => [...ids, field.id]);
    return field;
  }

  /** An existing field, of the project or a global one, on one of the types. */
  useField(typeId: string, fieldId: string): Field {
    const type = this.#type(typeId);
    const field = this.#field(fieldId);
    if (this.fieldIdsOf(type).includes(field.id)) throw conflict(`${type.name} has the field ${field.name} already.`);
    this.#setOnType(type, (ids) => [...ids, field.id]);
    return field;
  }

  /** Takes a field off a type. Values stay, and are seen again when it comes back. */
  takeOffField(typeId: string, fieldId: string): void {
    const type = this.#type(typeId);
    const { id } = this.#field(fieldId);
    if (!this.fieldIdsOf(type).includes(id)) throw notFound('The issue type does not have the field.');
    this.#setOnType(type, (ids) => ids.filter((other) => other !== id));
  }

  changeField(fieldId: string, { name, options }: TeamFieldChange): Field {
    const field = this.#own(fieldId);
    if (name !== undefined) this.#requireFreeFieldName(name, field.id);
    if (options !== undefined) this.#putOptions(field, options);
    return this.state.fields.put({ ...field, name: name?.trim() ?? field.name });
  }

  /** Off every type; a field of the project is deleted with its values, a global one stays what it is. */
  removeField(fieldId: string): void {
    const { state } = this;
    const field = this.#field(fieldId);
    for (const type of this.types()) this.#setOnType(type, (ids) => ids.filter((id) => id !== field.id));
    if (field.scopeProjectId === undefined) return;
    for (const option of this.optionsOf(field)) state.fieldOptions.delete(option.id);
    for (const context of state.fieldContexts.filter((row) => row.fieldId === field.id)) {
      state.fieldContexts.delete(context.id);
    }
    for (const issue of [...state.issues.values()]) {
      if (!Object.hasOwn(issue.custom, field.id)) continue;
      const custom = Object.fromEntries(Object.entries(issue.custom).filter(([id]) => id !== field.id));
      state.issues.put({ ...issue, custom });
    }
    state.fields.delete(field.id);
  }

  types(): IssueType[] {
    return typesInScheme(this.state, this.project);
  }

  fieldIdsOf(type: IssueType): readonly string[] {
    return screenFor(this.state, this.project, type.id, 'view').tabs.flatMap(({ fieldIds }) => fieldIds);
  }

  optionsOf(field: Field): FieldOption[] {
    const context = contextFor(this.state, field.id, this.projectId, this.types()[0]?.id ?? '');
    return context === undefined ? [] : optionsOfContext(this.state, context.id);
  }

  /** Whether a type of this project may have the field at all. */
  mayUse(field: Field): boolean {
    const { custom, isLocked, trash, scopeProjectId } = field;
    return custom && !isLocked && trash === undefined && (scopeProjectId ?? this.projectId) === this.projectId;
  }

  #type(typeId: string): IssueType {
    const type = this.types().find(({ id }) => id === typeId);
    if (type === undefined) throw notFound('The issue type was not found in this project.');
    return type;
  }

  #field(fieldId: string): Field {
    const field = this.state.fields.get(fieldId);
    if (field === undefined || !this.mayUse(field)) throw notFound('The field was not found.');
    return field;
  }

  /** A field that belongs to the project; global ones are changed by Jira admins elsewhere. */
  #own(fieldId: string): Field {
    const field = this.#field(fieldId);
    if (field.scopeProjectId === undefined) throw conflict('A global field is not changed in a project.');
    return field;
  }

  #setOnType(type: IssueType, change: (fieldIds: readonly string[]) => readonly string[]): void {
    const screen = screenFor(this.state, this.project, type.id, 'view');
    const tabs = screen.tabs.map((tab, at) => (at === 0 ? { ...tab, fieldIds: change(tab.fieldIds) } : tab));
    this.state.screens.put({ ...screen, tabs });
  }

  #putOptions(field: Field, wanted: readonly { readonly id?: string | undefined; readonly value: string }[]): void {
    const { state } = this;
    requireOptionValues(wanted.map(({ value }) => value));
    const known = this.optionsOf(field);
    const foreign = wanted.find(({ id }) => id !== undefined && !known.some((option) => option.id === id));
    if (foreign !== undefined) throw notFound(`The option ${foreign.id ?? ''} was not found.`);
    const context = state.fieldContexts.find(({ fieldId }) => fieldId === field.id);
    if (context === undefined) throw new Error(`${field.id} has no context`);
    for (const { id } of known) if (!wanted.some((option) => option.id === id)) state.fieldOptions.delete(id);
    wanted.forEach(({ id = state.nextId('option'), value }, position) => {
      const disabled = known.find((option) => option.id === id)?.disabled ?? false;
      state.fieldOptions.put({ id, fieldId: field.id, contextId: context.id, value: value.trim(), disabled, position });
    });
  }

  #requireFreeTypeName(name: string, ownId: string | undefined): void {
    const wanted = requireName(name);
    if (this.types().some((type) => type.id !== ownId && type.name.toLowerCase() === wanted)) {
      throw conflict('An issue type with this name already exists.');
    }
  }

  #requireFreeFieldName(name: string, ownId: string | undefined): void {
    const wanted = requireName(name);
    const taken = this.state.fields.find(
      (field) => field.id !== ownId && field.scopeProjectId === this.projectId && field.name.toLowerCase() === wanted,
    );
    if (taken !== undefined) throw conflict('A field with this name already exists.');
  }
}

function requireName(name: string): string {
  if (name.trim() === '' || name.length > 255) throw badRequest('A name has 1 to 255 characters.');
  return name.trim().toLowerCase();
}

function requireOptionValues(values: readonly string[]): void {
  const lower = values.map(requireName);
  if (new Set(lower).size < lower.length) throw conflict('Options must be different.');
}

/** The team-managed project with this id or key. */
export function teamManaged(state: SiteState, projectIdOrKey: string): TeamManagedProject {
  const project =
    state.projects.get(projectIdOrKey) ?? state.projects.find(({ key, deleted }) => key === projectIdOrKey && !deleted);
  if (project === undefined) throw notFound(`No project could be found with key or id '${projectIdOrKey}'.`);
  if (project.style !== 'next-gen') throw badRequest('The project is not team-managed.');
  return new TeamManagedProject(state, project.id);
}

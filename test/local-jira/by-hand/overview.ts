import type { Field, IssueType } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { teamFieldTypeOf } from './field-types';
import type { TeamManagedProject } from './team-managed';

/** What the project's settings pages show: its types with their fields, and the fields that could be put on a type. */
export function overviewJson(state: SiteState, team: TeamManagedProject): Record<string, unknown> {
  const { id, key, name } = team.project;
  return {
    project: { id, key, name },
    issueTypes: team.types().map((type) => typeJson(state, team, type)),
    fieldsToAdd: state.fields
      .filter((field) => team.mayUse(field))
      .map(({ id: fieldId, name: fieldName, kind, scopeProjectId }) => ({
        id: fieldId,
        name: fieldName,
        type: teamFieldTypeOf(kind) ?? kind,
        scope: scopeProjectId === undefined ? 'global' : 'project',
      })),
  };
}

function typeJson(state: SiteState, team: TeamManagedProject, type: IssueType): Record<string, unknown> {
  const fields = team.fieldIdsOf(type).flatMap((fieldId) => {
    const field = state.fields.get(fieldId);
    return field !== undefined && team.mayUse(field) ? [fieldOnTypeJson(team, field)] : [];
  });
  const level = type.hierarchyLevel === -1 ? 'subtask' : type.hierarchyLevel === 0 ? 'standard' : 'epic';
  const { id, name, description, avatarId } = type;
  return { id, name, description, avatarId, level, fields };
}

export function fieldOnTypeJson(team: TeamManagedProject, field: Field): Record<string, unknown> {
  const hasOptions = field.kind === 'select' || field.kind === 'multiselect';
  const options = team.optionsOf(field).map(({ id, value, disabled }) => ({ id, value, disabled }));
  return {
    id: field.id,
    name: field.name,
    type: teamFieldTypeOf(field.kind) ?? field.kind,
    scope: field.scopeProjectId === undefined ? 'global' : 'project',
    ...(hasOptions ? { options } : {}),
  };
}

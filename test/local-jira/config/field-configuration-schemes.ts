import * as v from 'valibot';
import { notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { FieldConfigurationScheme } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { duplicateOf, numericId, readBody, refuse } from './body';
import { classicProjects, requireClassicProject } from './classic-only';
import { legacyFieldRoutes } from './field-configurations';

const PATH = '/rest/api/3/fieldconfigurationscheme';
const NOT_FOUND = 'The field configuration scheme was not found.';
/** The local Jira's own id of the scheme that projects without one have; Jira shows none. */
const DEFAULT_SCHEME_ID = '10000';

const NameBody = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255)),
  description: v.optional(v.pipe(v.string(), v.maxLength(1024))),
});
const ProjectBody = v.strictObject({
  projectId: numericId,
  // "If the field configuration scheme ID is `null`, the operation assigns the default field configuration scheme."
  fieldConfigurationSchemeId: v.optional(v.nullable(numericId)),
});
const MappingBody = v.strictObject({
  mappings: v.pipe(
    v.array(v.strictObject({ issueTypeId: v.string(), fieldConfigurationId: numericId })),
    v.minLength(1),
  ),
});
const UnmapBody = v.strictObject({ issueTypeIds: v.pipe(v.array(numericId), v.minLength(1)) });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-field-configurations/ */
export function registerFieldConfigurationSchemes(router: RouteRegistrar): void {
  const add = legacyFieldRoutes(router, PATH);
  add('GET', '', listSchemes);
  add('POST', '', createScheme);
  add('GET', '/mapping', listMappings);
  add('GET', '/project', schemesOfProjects);
  add('PUT', '/project', assignToProject);
  add('PUT', '/{id}', updateScheme);
  add('DELETE', '/{id}', deleteScheme);
  add('PUT', '/{id}/mapping', setMappings);
  add('POST', '/{id}/mapping/delete', removeMappings);
}

function listSchemes(context: RouteContext): Reply {
  const ids = listParam(context.query, 'id');
  const rows = shownSchemes(context.state)
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .map(schemeJson);
  return json(page(context, PATH, rows));
}

/** A new scheme gives every issue type the default configuration. */
function createScheme({ state, body }: RouteContext): Reply {
  const { name, description = '' } = readBody(NameBody, body);
  refuseTakenName(state, name, undefined);
  const made = state.fieldConfigurationSchemes.put({
    id: state.nextId('fieldconfigurationscheme'),
    name,
    description,
    fieldConfigurationIds: { default: defaultConfigurationId(state) },
  });
  return json(schemeJson(made), 201);
}

function listMappings(context: RouteContext): Reply {
  const ids = listParam(context.query, 'fieldConfigurationSchemeId');
  const schemes = shownSchemes(context.state).filter(({ id }) => ids.length === 0 || ids.includes(id));
  if (ids.length > 0 && schemes.length === 0) throw notFound(NOT_FOUND);
  const rows = schemes.flatMap(({ id, fieldConfigurationIds }) =>
    Object.entries(fieldConfigurationIds).map(([issueTypeId, fieldConfigurationId]) => ({
      fieldConfigurationSchemeId: id,
      issueTypeId,
      fieldConfigurationId,
    })),
  );
  return json(page(context, `${PATH}/mapping`, rows));
}

/** "The first item contains the list of project IDs assigned to the default field configuration scheme": it has no id. */
function schemesOfProjects(context: RouteContext): Reply {
  const { state, query } = context;
  const asked = listParam(query, 'projectId');
  if (asked.length === 0) refuse('The projectId has to be provided.');
  const projects = classicProjects(state).filter(({ id }) => asked.includes(id));
  const schemeIds = [...new Set(projects.map(({ fieldConfigurationSchemeId }) => fieldConfigurationSchemeId))];
  const place = (id: string): number => (id === DEFAULT_SCHEME_ID ? -1 : Number(id));
  const rows = schemeIds
    .sort((left, right) => place(left) - place(right))
    .map((schemeId) => ({
      ...(schemeId === DEFAULT_SCHEME_ID
        ? {}
        : { fieldConfigurationScheme: schemeJson(state.fieldConfigurationSchemes.require(schemeId)) }),
      projectIds: projects.filter((row) => row.fieldConfigurationSchemeId === schemeId).map(({ id }) => id),
    }));
  return json(page(context, `${PATH}/project`, rows));
}

function assignToProject({ state, body }: RouteContext): Reply {
  const { projectId, fieldConfigurationSchemeId } = readBody(ProjectBody, body);
  const project = requireClassicProject(state, projectId, 'field configuration schemes');
  const schemeId = fieldConfigurationSchemeId ?? undefined;
  const scheme = schemeId === undefined ? undefined : requireScheme(state, { id: schemeId });
  state.projects.put({ ...project, fieldConfigurationSchemeId: scheme?.id ?? DEFAULT_SCHEME_ID });
  return empty();
}

function updateScheme({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { name, description } = readBody(NameBody, body);
  refuseTakenName(state, name, scheme.id);
  state.fieldConfigurationSchemes.put({ ...scheme, name, description: description ?? scheme.description });
  return empty();
}

function deleteScheme({ state, params }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  if (state.projects.find(({ fieldConfigurationSchemeId }) => fieldConfigurationSchemeId === scheme.id)) {
    refuse('The field configuration scheme is assigned to one or more projects and cannot be deleted.');
  }
  state.fieldConfigurationSchemes.delete(scheme.id);
  return empty();
}

function setMappings({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { mappings } = readBody(MappingBody, body);
  if (duplicateOf(mappings.map(({ issueTypeId }) => issueTypeId)) !== undefined) {
    refuse('The mappings must not contain an issue type more than once.');
  }
  for (const { issueTypeId, fieldConfigurationId } of mappings) {
    const type = state.issueTypes.get(issueTypeId);
    if (issueTypeId !== 'default' && (type === undefined || type.scopeProjectId !== undefined)) {
      throw notFound(`The issue type '${issueTypeId}' was not found.`);
    }
    if (!state.fieldConfigurations.has(fieldConfigurationId)) throw notFound('The field configuration was not found.');
  }
  const changed = Object.fromEntries(mappings.map((row) => [row.issueTypeId, row.fieldConfigurationId]));
  state.fieldConfigurationSchemes.put({
    ...scheme,
    fieldConfigurationIds: { ...scheme.fieldConfigurationIds, ...changed },
  });
  return empty();
}

function removeMappings({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { issueTypeIds } = readBody(UnmapBody, body);
  if (duplicateOf(issueTypeIds) !== undefined) refuse('The issueTypeIds must not contain duplicates.');
  if (issueTypeIds.some((id) => !(id in scheme.fieldConfigurationIds))) {
    throw notFound('One or more issue types were not found in the field configuration scheme.');
  }
  const left = Object.entries(scheme.fieldConfigurationIds).filter(([id]) => !issueTypeIds.includes(id));
  state.fieldConfigurationSchemes.put({ ...scheme, fieldConfigurationIds: Object.fromEntries(left) });
  return empty();
}

function shownSchemes(state: SiteState): FieldConfigurationScheme[] {
  return state.fieldConfigurationSchemes.filter(({ id }) => id !== DEFAULT_SCHEME_ID);
}

function requireScheme(state: SiteState, params: RouteContext['params']): FieldConfigurationScheme {
  const scheme = shownSchemes(state).find(({ id }) => id === params['id']);
  if (scheme === undefined) throw notFound(NOT_FOUND);
  return scheme;
}

function defaultConfigurationId(state: SiteState): string {
  const standard = state.fieldConfigurations.find(({ isDefault }) => isDefault);
  if (standard === undefined) throw new Error('the local Jira has no default field configuration');
  return standard.id;
}

function refuseTakenName(state: SiteState, name: string, ownId: string | undefined): void {
  const same = name.toLowerCase();
  if (state.fieldConfigurationSchemes.find((row) => row.id !== ownId && row.name.toLowerCase() === same)) {
    refuse('A field configuration scheme is using this name.');
  }
}

function schemeJson({ id, name, description }: FieldConfigurationScheme): Record<string, unknown> {
  return { id, name, description };
}

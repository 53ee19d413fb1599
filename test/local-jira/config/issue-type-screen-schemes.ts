import * as v from 'valibot';
import { notFound } from '../http/problem';
import { embeddedPage, listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { IssueTypeScreenScheme, Project } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { duplicateOf, numericId, readBody, refuse } from './body';
import { classicProjects, hiddenSchemeIds, requireClassicProject } from './classic-only';
import { classicScreenSchemes } from './screen-schemes';
import { projectReferenceJson } from './wire';

const DEFAULT_SCHEME = '1';
const PATH = '/rest/api/3/issuetypescreenscheme';

const mapping = v.strictObject({ issueTypeId: v.string(), screenSchemeId: numericId });
const CreateBody = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  description: v.optional(v.string()),
  issueTypeMappings: v.array(mapping),
});
const UpdateBody = v.strictObject({ name: v.optional(v.string()), description: v.optional(v.string()) });
const MappingBody = v.strictObject({ issueTypeMappings: v.pipe(v.array(mapping), v.minLength(1)) });
const DefaultBody = v.strictObject({ screenSchemeId: v.optional(numericId) });
const RemoveBody = v.strictObject({ issueTypeIds: v.pipe(v.array(numericId), v.minLength(1)) });
const ProjectBody = v.strictObject({
  issueTypeScreenSchemeId: v.optional(numericId),
  projectId: v.optional(numericId),
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-screen-schemes/ */
export function registerIssueTypeScreenSchemes(router: RouteRegistrar): void {
  const add = adminRoutes(router, PATH, 'Only Jira administrators can access issue type screen schemes.');
  add('GET', '', listSchemes);
  add('POST', '', createScheme);
  add('GET', '/mapping', listMappings);
  add('GET', '/project', schemesOfProjects);
  add('PUT', '/project', assignToProject);
  add('GET', '/{issueTypeScreenSchemeId}/project', projectsOfScheme);
  add('PUT', '/{issueTypeScreenSchemeId}', updateScheme);
  add('DELETE', '/{issueTypeScreenSchemeId}', deleteScheme);
  add('PUT', '/{issueTypeScreenSchemeId}/mapping', addMappings);
  add('PUT', '/{issueTypeScreenSchemeId}/mapping/default', setDefault);
  add('POST', '/{issueTypeScreenSchemeId}/mapping/remove', removeMappings);
}

function listSchemes(context: RouteContext): Reply {
  const { state, query } = context;
  const ids = listParam(query, 'id');
  const words = (query.get('queryString') ?? '').toLowerCase();
  const expand = listParam(query, 'expand');
  const rows = classicSchemes(state)
    .filter((scheme) => (ids.length === 0 || ids.includes(scheme.id)) && scheme.name.toLowerCase().includes(words))
    .map((scheme) => ({
      ...schemeJson(scheme),
      ...(expand.includes('projects')
        ? { projects: embeddedPage(projectsOf(state, scheme.id).map((row) => projectReferenceJson(state, row))) }
        : {}),
    }));
  return json(page(context, PATH, rows));
}

function createScheme({ state, body }: RouteContext): Reply {
  const { name, description = '', issueTypeMappings } = readBody(CreateBody, body);
  if (duplicateOf(issueTypeMappings.map(({ issueTypeId }) => issueTypeId)) !== undefined) {
    refuse('One or more issue type IDs are repeated, an issue type ID can only be specified once.');
  }
  if (!issueTypeMappings.some(({ issueTypeId }) => issueTypeId === 'default')) {
    refuse('A default mapping has to be provided.');
  }
  requireMapped(state, issueTypeMappings);
  refuseTakenName(state, name, undefined);
  const id = state.nextId('issuetypescreenscheme');
  const screenSchemeIds = Object.fromEntries(issueTypeMappings.map((row) => [row.issueTypeId, row.screenSchemeId]));
  state.issueTypeScreenSchemes.put({ id, name, description, screenSchemeIds });
  return json({ id }, 201);
}

function listMappings(context: RouteContext): Reply {
  const ids = listParam(context.query, 'issueTypeScreenSchemeId');
  const rows = classicSchemes(context.state)
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .flatMap(({ id, screenSchemeIds }) =>
      Object.entries(screenSchemeIds).map(([issueTypeId, screenSchemeId]) => ({
        issueTypeScreenSchemeId: id,
        issueTypeId,
        screenSchemeId,
      })),
    );
  return json(page(context, `${PATH}/mapping`, rows));
}

function schemesOfProjects(context: RouteContext): Reply {
  const { state, query } = context;
  const asked = listParam(query, 'projectId');
  if (asked.length === 0) refuse('The projectId has to be provided.');
  const projects = state.projects.filter(({ id, style }) => asked.includes(id) && style === 'classic');
  const rows = [...new Set(projects.map(({ issueTypeScreenSchemeId }) => issueTypeScreenSchemeId))].map((schemeId) => ({
    issueTypeScreenScheme: schemeJson(state.issueTypeScreenSchemes.require(schemeId)),
    projectIds: projects.filter((project) => project.issueTypeScreenSchemeId === schemeId).map(({ id }) => id),
  }));
  return json(page(context, `${PATH}/project`, rows));
}

/** No 404 is documented: a scheme that does not exist has no projects. */
function projectsOfScheme(context: RouteContext): Reply {
  const { state, params, query } = context;
  const schemeId = params['issueTypeScreenSchemeId'] ?? '';
  if (!/^\d+$/.test(schemeId)) refuse('The issue type screen scheme ID is not valid.');
  const words = (query.get('query') ?? '').toLowerCase();
  const rows = projectsOf(state, schemeId)
    .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(words))
    .map((project) => projectReferenceJson(state, project));
  return json(page(context, `${PATH}/${schemeId}/project`, rows));
}

function assignToProject({ state, body }: RouteContext): Reply {
  const { issueTypeScreenSchemeId, projectId } = readBody(ProjectBody, body);
  if (issueTypeScreenSchemeId === undefined) refuse('The issueTypeScreenSchemeId has to be provided.');
  if (projectId === undefined) refuse('The projectId has to be provided.');
  requireScheme(state, { issueTypeScreenSchemeId });
  const project = requireClassicProject(state, projectId, 'issue type screen schemes');
  state.projects.put({ ...project, issueTypeScreenSchemeId });
  return empty();
}

function updateScheme({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { name, description } = readBody(UpdateBody, body);
  if (name !== undefined) refuseTakenName(state, name, scheme.id);
  state.issueTypeScreenSchemes.put({
    ...scheme,
    name: name ?? scheme.name,
    description: description ?? scheme.description,
  });
  return empty();
}

function deleteScheme({ state, params }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  if (scheme.id === DEFAULT_SCHEME) refuse('The default issue type screen scheme cannot be deleted.');
  if (state.projects.find(({ issueTypeScreenSchemeId }) => issueTypeScreenSchemeId === scheme.id)) {
    refuse('The issue type screen scheme cannot be deleted because it is assigned to one or more projects.');
  }
  state.issueTypeScreenSchemes.delete(scheme.id);
  return empty();
}

function addMappings({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { issueTypeMappings } = readBody(MappingBody, body);
  if (issueTypeMappings.some(({ issueTypeId }) => issueTypeId === 'default')) {
    refuse('A default mapping cannot be added.');
  }
  const ids = issueTypeMappings.map(({ issueTypeId }) => issueTypeId);
  if (duplicateOf(ids) !== undefined) {
    refuse('One or more issue type IDs are repeated, an issue type ID can only be specified once.');
  }
  requireMapped(state, issueTypeMappings);
  const present = ids.filter((id) => id in scheme.screenSchemeIds);
  if (present.length > 0) refuse(`These issue types are already mapped in the scheme: ${present.join(', ')}.`);
  const added = Object.fromEntries(issueTypeMappings.map((row) => [row.issueTypeId, row.screenSchemeId]));
  state.issueTypeScreenSchemes.put({ ...scheme, screenSchemeIds: { ...scheme.screenSchemeIds, ...added } });
  return empty();
}

function setDefault({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { screenSchemeId } = readBody(DefaultBody, body);
  if (screenSchemeId === undefined) refuse('The screenSchemeId has to be provided.');
  if (!classicScreenSchemes(state).some(({ id }) => id === screenSchemeId)) {
    throw notFound('The screen scheme was not found.');
  }
  state.issueTypeScreenSchemes.put({
    ...scheme,
    screenSchemeIds: { ...scheme.screenSchemeIds, default: screenSchemeId },
  });
  return empty();
}

function removeMappings({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { issueTypeIds } = readBody(RemoveBody, body);
  if (duplicateOf(issueTypeIds) !== undefined) refuse('The issueTypeIds must not contain duplicates.');
  if (issueTypeIds.some((id) => !(id in scheme.screenSchemeIds))) {
    throw notFound('One or more issue type mappings were not found.');
  }
  const left = Object.entries(scheme.screenSchemeIds).filter(([id]) => !issueTypeIds.includes(id));
  state.issueTypeScreenSchemes.put({ ...scheme, screenSchemeIds: Object.fromEntries(left) });
  return empty();
}

function requireScheme(state: SiteState, params: RouteContext['params']): IssueTypeScreenScheme {
  const scheme = classicSchemes(state).find(({ id }) => id === params['issueTypeScreenSchemeId']);
  if (scheme === undefined) throw notFound('The issue type screen scheme was not found.');
  return scheme;
}

/** "Only issue type screen schemes used in classic projects are returned." */
function classicSchemes(state: SiteState): IssueTypeScreenScheme[] {
  const hidden = hiddenSchemeIds(state, ({ issueTypeScreenSchemeId }) => issueTypeScreenSchemeId);
  return state.issueTypeScreenSchemes.filter(({ id }) => !hidden.has(id));
}

function projectsOf(state: SiteState, schemeId: string): Project[] {
  return classicProjects(state).filter(({ issueTypeScreenSchemeId }) => issueTypeScreenSchemeId === schemeId);
}

function requireMapped(state: SiteState, rows: readonly v.InferOutput<typeof mapping>[]): void {
  // "Only issue types used in classic projects are accepted", and so for screen schemes.
  const isType = (id: string): boolean => {
    const type = state.issueTypes.get(id);
    return type !== undefined && type.scopeProjectId === undefined;
  };
  if (rows.some(({ issueTypeId }) => issueTypeId !== 'default' && !isType(issueTypeId))) {
    throw notFound('One or more issue type IDs were not found.');
  }
  const schemeIds = new Set(classicScreenSchemes(state).map(({ id }) => id));
  if (rows.some(({ screenSchemeId }) => !schemeIds.has(screenSchemeId))) {
    throw notFound('One or more screen scheme IDs were not found.');
  }
}

function refuseTakenName(state: SiteState, name: string, ownId: string | undefined): void {
  if (state.issueTypeScreenSchemes.find((scheme) => scheme.id !== ownId && scheme.name === name)) {
    refuse('The issue type screen scheme name is in use.');
  }
}

function schemeJson({ id, name, description }: IssueTypeScreenScheme): Record<string, unknown> {
  return { id, name, description };
}

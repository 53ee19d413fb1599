import * as v from 'valibot';
import { conflict, notFound } from '../http/problem';
import { embeddedPage, listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { IssueTypeScheme } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { duplicateOf, numericId, readBody, refuse } from './body';
import { classicProjects, hiddenSchemeIds, requireClassicProject } from './classic-only';
import { issueTypeJson, projectReferenceJson } from './wire';

const PATH = '/rest/api/3/issuetypescheme';

const CreateBody = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  description: v.optional(v.pipe(v.string(), v.maxLength(4000))),
  defaultIssueTypeId: v.optional(v.nullable(numericId)),
  issueTypeIds: v.pipe(v.array(numericId), v.minLength(1)),
});
const UpdateBody = v.strictObject({
  name: v.optional(v.pipe(v.string(), v.minLength(1))),
  description: v.optional(v.string()),
  defaultIssueTypeId: v.optional(v.nullable(v.string())),
});
const IdsBody = v.strictObject({ issueTypeIds: v.pipe(v.array(numericId), v.minLength(1)) });
const MoveBody = v.strictObject({
  issueTypeIds: v.pipe(v.array(numericId), v.minLength(1)),
  after: v.optional(numericId),
  position: v.optional(v.picklist(['First', 'Last'])),
});
const ProjectBody = v.strictObject({ issueTypeSchemeId: numericId, projectId: numericId });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-schemes/ */
export function registerIssueTypeSchemes(router: RouteRegistrar): void {
  const add = adminRoutes(router, PATH, 'Only Jira administrators can access issue type schemes.');
  add('GET', '', listSchemes);
  add('POST', '', createScheme);
  add('GET', '/mapping', listMappings);
  add('GET', '/project', schemesOfProjects);
  add('PUT', '/project', assignToProject);
  add('PUT', '/{issueTypeSchemeId}', updateScheme);
  add('DELETE', '/{issueTypeSchemeId}', deleteScheme);
  add('PUT', '/{issueTypeSchemeId}/issuetype', addIssueTypes);
  add('PUT', '/{issueTypeSchemeId}/issuetype/move', moveIssueTypes);
  add('DELETE', '/{issueTypeSchemeId}/issuetype/{issueTypeId}', removeIssueType);
}

function listSchemes(context: RouteContext): Reply {
  const { state, query } = context;
  const ids = listParam(query, 'id');
  const expand = listParam(query, 'expand');
  const name = (query.get('queryString') ?? '').toLowerCase();
  const found = classicSchemes(state).filter(
    (scheme) => (ids.length === 0 || ids.includes(scheme.id)) && scheme.name.toLowerCase().includes(name),
  );
  return json(
    page(
      context,
      PATH,
      found.map((scheme) => schemeJson(state, scheme, expand)),
    ),
  );
}

function createScheme({ state, body }: RouteContext): Reply {
  const { name, description = '', defaultIssueTypeId = null, issueTypeIds } = readBody(CreateBody, body);
  const repeated = duplicateOf(issueTypeIds);
  if (repeated !== undefined) refuse('The issueTypeIds must not contain duplicates.');
  requireTypes(state, issueTypeIds);
  if (defaultIssueTypeId !== null && !issueTypeIds.includes(defaultIssueTypeId)) {
    refuse('The default issue type ID has to be present in issue type IDs list.');
  }
  if (issueTypeIds.every((id) => state.issueTypes.require(id).hierarchyLevel === -1)) {
    refuse('The issue type scheme has to contain at least one standard issue type.');
  }
  requireFreeName(state, name, undefined);
  const id = state.nextId('issuetypescheme');
  state.issueTypeSchemes.put({ id, name, description, isDefault: false, defaultIssueTypeId, issueTypeIds });
  return json({ issueTypeSchemeId: id }, 201);
}

function listMappings(context: RouteContext): Reply {
  const ids = listParam(context.query, 'issueTypeSchemeId');
  const rows = classicSchemes(context.state)
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .flatMap(({ id, issueTypeIds }) => issueTypeIds.map((issueTypeId) => ({ issueTypeSchemeId: id, issueTypeId })));
  return json(page(context, `${PATH}/mapping`, rows));
}

function schemesOfProjects(context: RouteContext): Reply {
  const { state, query } = context;
  const projectIds = listParam(query, 'projectId');
  if (projectIds.length === 0) refuse('The projectId has to be provided.');
  // Only classic projects have such a scheme of their own choosing; team-managed and unknown ones are left out.
  const projects = state.projects.filter(({ id, style }) => projectIds.includes(id) && style === 'classic');
  const schemeIds = [...new Set(projects.map(({ issueTypeSchemeId }) => issueTypeSchemeId))];
  const rows = schemeIds.map((schemeId) => ({
    issueTypeScheme: schemeJson(state, state.issueTypeSchemes.require(schemeId), []),
    projectIds: projects.filter(({ issueTypeSchemeId }) => issueTypeSchemeId === schemeId).map(({ id }) => id),
  }));
  return json(page(context, `${PATH}/project`, rows));
}

function assignToProject({ state, body }: RouteContext): Reply {
  const { issueTypeSchemeId, projectId } = readBody(ProjectBody, body);
  const scheme = requireScheme(state, { issueTypeSchemeId });
  const project = requireClassicProject(state, projectId, 'issue type schemes');
  const stranded = [...state.issues.values()].filter(
    (issue) => issue.projectId === project.id && !scheme.issueTypeIds.includes(issue.typeId),
  );
  if (stranded.length > 0) {
    refuse(
      "This issue type scheme can't be assigned to the project. This is because some issues in this project use issue " +
        'types not present in the scheme. Before assigning the scheme to the project, update the issue types on these ' +
        `issues: ${stranded.length}`,
    );
  }
  state.projects.put({ ...project, issueTypeSchemeId });
  return empty();
}

function updateScheme({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { name, description, defaultIssueTypeId } = readBody(UpdateBody, body);
  if (name !== undefined) requireFreeName(state, name, scheme.id);
  if (typeof defaultIssueTypeId === 'string' && !scheme.issueTypeIds.includes(defaultIssueTypeId)) {
    refuse('The default issue type has to be one of the issue types of the scheme.');
  }
  state.issueTypeSchemes.put({
    ...scheme,
    name: name ?? scheme.name,
    description: description ?? scheme.description,
    defaultIssueTypeId: defaultIssueTypeId === undefined ? scheme.defaultIssueTypeId : defaultIssueTypeId,
  });
  return empty();
}

function deleteScheme({ state, params }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  if (scheme.isDefault) refuse("The default issue type scheme can't be removed.");
  if (state.projects.find(({ issueTypeSchemeId }) => issueTypeSchemeId === scheme.id)) {
    refuse('The issue type scheme is associated with one or more projects and cannot be removed.');
  }
  state.issueTypeSchemes.delete(scheme.id);
  return empty();
}

function addIssueTypes({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { issueTypeIds } = readBody(IdsBody, body);
  requireTypes(state, issueTypeIds);
  const present = issueTypeIds.filter((id) => scheme.issueTypeIds.includes(id));
  if (present.length > 0) {
    refuse(
      `These issue types were not added because they are already present in the issue type scheme: ${present.join(', ')}`,
    );
  }
  state.issueTypeSchemes.put({ ...scheme, issueTypeIds: [...scheme.issueTypeIds, ...new Set(issueTypeIds)] });
  return empty();
}

function moveIssueTypes({ state, params, body }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const { issueTypeIds, after, position } = readBody(MoveBody, body);
  const missing = [...issueTypeIds, ...(after === undefined ? [] : [after])].filter(
    (id) => !scheme.issueTypeIds.includes(id),
  );
  if (missing.length > 0) {
    refuse(
      'The issue type scheme does not include some of the specified issue types. Issue type IDs missing from the ' +
        `scheme are: ${missing.join(', ')}`,
    );
  }
  if (after === undefined && position === undefined) refuse("Either 'after' or 'position' has to be provided.");
  if (after !== undefined && issueTypeIds.includes(after)) {
    refuse("The issue type in 'after' must not be in the issue type list.");
  }
  const rest = scheme.issueTypeIds.filter((id) => !issueTypeIds.includes(id));
  const at = after === undefined ? (position === 'First' ? 0 : rest.length) : rest.indexOf(after) + 1;
  state.issueTypeSchemes.put({ ...scheme, issueTypeIds: [...rest.slice(0, at), ...issueTypeIds, ...rest.slice(at)] });
  return empty();
}

function removeIssueType({ state, params }: RouteContext): Reply {
  const scheme = requireScheme(state, params);
  const typeId = params['issueTypeId'] ?? '';
  if (!scheme.issueTypeIds.includes(typeId)) throw notFound('The issue type was not found in the issue type scheme.');
  if (scheme.isDefault) refuse("Can't remove issue types from the default issue type scheme.");
  const left = scheme.issueTypeIds.filter((id) => id !== typeId);
  if (!left.some((id) => state.issueTypes.require(id).hierarchyLevel >= 0)) {
    refuse("Can't remove the last standard issue type from the issue type scheme.");
  }
  const projectIds = new Set(
    state.projects.filter(({ issueTypeSchemeId }) => issueTypeSchemeId === scheme.id).map(({ id }) => id),
  );
  for (const issue of state.issues.values()) {
    if (issue.typeId === typeId && projectIds.has(issue.projectId)) {
      refuse("Can't remove the issue type from the issue type scheme because it is used by issues.");
    }
  }
  state.issueTypeSchemes.put({
    ...scheme,
    issueTypeIds: left,
    defaultIssueTypeId: scheme.defaultIssueTypeId === typeId ? null : scheme.defaultIssueTypeId,
  });
  return empty();
}

function requireScheme(state: SiteState, params: RouteContext['params']): IssueTypeScheme {
  const scheme = classicSchemes(state).find(({ id }) => id === params['issueTypeSchemeId']);
  if (scheme === undefined) throw notFound('The issue type scheme was not found.');
  return scheme;
}

function requireTypes(state: SiteState, ids: readonly string[]): void {
  // Issue types of team-managed projects cannot be in a scheme.
  const missing = ids.filter(
    (id) => state.issueTypes.get(id)?.scopeProjectId !== undefined || !state.issueTypes.has(id),
  );
  if (missing.length > 0) throw notFound(`These issue types were not found: ${missing.join(', ')}`);
}

function requireFreeName(state: SiteState, name: string, ownId: string | undefined): void {
  if (state.issueTypeSchemes.find((scheme) => scheme.id !== ownId && scheme.name === name)) {
    throw conflict('The name is used by another scheme.');
  }
}

/** "Only issue type schemes used in classic projects are returned." */
function classicSchemes(state: SiteState): IssueTypeScheme[] {
  const hidden = hiddenSchemeIds(state, ({ issueTypeSchemeId }) => issueTypeSchemeId);
  return state.issueTypeSchemes.filter(({ id }) => !hidden.has(id));
}

function schemeJson(state: SiteState, scheme: IssueTypeScheme, expand: readonly string[]): Record<string, unknown> {
  return {
    id: scheme.id,
    name: scheme.name,
    description: scheme.description,
    ...(scheme.defaultIssueTypeId === null ? {} : { defaultIssueTypeId: scheme.defaultIssueTypeId }),
    ...(scheme.isDefault ? { isDefault: true } : {}),
    ...(expand.includes('issueTypes')
      ? {
          issueTypes: embeddedPage(scheme.issueTypeIds.map((id) => issueTypeJson(state, state.issueTypes.require(id)))),
        }
      : {}),
    ...(expand.includes('projects')
      ? {
          projects: embeddedPage(
            classicProjects(state)
              .filter(({ issueTypeSchemeId }) => issueTypeSchemeId === scheme.id)
              .map((project) => projectReferenceJson(state, project)),
          ),
        }
      : {}),
  };
}

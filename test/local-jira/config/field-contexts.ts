import * as v from 'valibot';
import { notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { FieldContext } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { duplicateOf, numericId, readBody, refuse } from './body';
import { requireCustomField } from './fields';

const PATH = '/rest/api/3/field';

const CreateBody = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1)),
  description: v.optional(v.string()),
  projectIds: v.optional(v.array(numericId)),
  issueTypeIds: v.optional(v.array(numericId)),
  id: v.optional(v.string()),
});
const UpdateBody = v.strictObject({ name: v.optional(v.string()), description: v.optional(v.string()) });
const ProjectIdsBody = v.strictObject({ projectIds: v.pipe(v.array(numericId), v.minLength(1)) });
const IssueTypeIdsBody = v.strictObject({ issueTypeIds: v.pipe(v.array(numericId), v.minLength(1)) });

/**
 * Contexts choose options and defaults per project and issue type. Since April 2026 the global context of a field can
 * be neither narrowed nor deleted (CHANGE-3019).
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-contexts/
 */
export function registerFieldContexts(router: RouteRegistrar): void {
  const add = adminRoutes(router, PATH, 'Only Jira administrators can access custom field contexts.');
  add('GET', '/{fieldId}/context', listContexts);
  add('POST', '/{fieldId}/context', createContext);
  add('GET', '/{fieldId}/context/defaultValues', listDefaultValues);
  add('GET', '/{fieldId}/context/issuetypemapping', listIssueTypeMappings);
  add('GET', '/{fieldId}/context/projectmapping', listProjectMappings);
  add('PUT', '/{fieldId}/context/{contextId}', updateContext);
  add('DELETE', '/{fieldId}/context/{contextId}', deleteContext);
  add('PUT', '/{fieldId}/context/{contextId}/issuetype', addIssueTypes);
  add('POST', '/{fieldId}/context/{contextId}/issuetype/remove', removeIssueTypes);
  add('PUT', '/{fieldId}/context/{contextId}/project', addProjects);
  add('POST', '/{fieldId}/context/{contextId}/project/remove', removeProjects);
}

function listContexts(context: RouteContext): Reply {
  const field = requireCustomField(context.state, context.params);
  const isGlobal = context.query.get('isGlobalContext');
  const anyType = context.query.get('isAnyIssueType');
  const rows = contextsAsked(context, field.id)
    .map((row) => ({
      id: row.id,
      name: row.name,
      description: row.description,
      isGlobalContext: row.projectIds.length === 0,
      isAnyIssueType: row.issueTypeIds.length === 0,
    }))
    .filter((row) => isGlobal === null || String(row.isGlobalContext) === isGlobal)
    .filter((row) => anyType === null || String(row.isAnyIssueType) === anyType);
  return json(page(context, `${PATH}/${field.id}/context`, rows));
}

function createContext({ state, params, body }: RouteContext): Reply {
  const field = requireCustomField(state, params);
  const { name, description = '', projectIds = [], issueTypeIds = [] } = readBody(CreateBody, body);
  if (duplicateOf(projectIds) !== undefined) refuse('The projectIds must not contain duplicates.');
  if (duplicateOf(issueTypeIds) !== undefined) refuse('The issueTypeIds must not contain duplicates.');
  requireProjects(state, projectIds);
  requireIssueTypes(state, issueTypeIds);
  if (projectIds.length === 0 && contextsOf(state, field.id).some(isGlobalContext)) {
    refuse('The custom field already has a global context.');
  }
  refuseTakenProjects(state, field.id, projectIds);
  const created = state.fieldContexts.put({
    id: state.nextId('fieldcontext'),
    fieldId: field.id,
    name,
    description,
    projectIds,
    issueTypeIds,
  });
  return json({ id: created.id, name, description, projectIds, issueTypeIds }, 201);
}

/** No context of the local Jira has a default value: writing one went away with CHANGE-3082. */
function listDefaultValues(context: RouteContext): Reply {
  const field = requireCustomField(context.state, context.params);
  const rows = contextsAsked(context, field.id).map(({ id }) => ({ contextId: Number(id), defaultValues: [] }));
  return json(page(context, `${PATH}/${field.id}/context/defaultValues`, rows));
}

function listIssueTypeMappings(context: RouteContext): Reply {
  const field = requireCustomField(context.state, context.params);
  const rows = contextsAsked(context, field.id).flatMap<Record<string, unknown>>(({ id, issueTypeIds }) =>
    issueTypeIds.length === 0
      ? [{ contextId: id, isAnyIssueType: true }]
      : issueTypeIds.map((issueTypeId) => ({ contextId: id, issueTypeId })),
  );
  return json(page(context, `${PATH}/${field.id}/context/issuetypemapping`, rows));
}

function listProjectMappings(context: RouteContext): Reply {
  const field = requireCustomField(context.state, context.params);
  const rows = contextsAsked(context, field.id).flatMap<Record<string, unknown>>(({ id, projectIds }) =>
    projectIds.length === 0
      ? [{ contextId: id, isGlobalContext: true }]
      : projectIds.map((projectId) => ({ contextId: id, projectId })),
  );
  return json(page(context, `${PATH}/${field.id}/context/projectmapping`, rows));
}

function updateContext({ state, params, body }: RouteContext): Reply {
  const context = requireContext(state, params);
  const { name, description } = readBody(UpdateBody, body);
  state.fieldContexts.put({ ...context, name: name ?? context.name, description: description ?? context.description });
  return empty();
}

function deleteContext({ state, params }: RouteContext): Reply {
  const context = requireContext(state, params);
  if (isGlobalContext(context)) refuse('The global context cannot be deleted.');
  for (const option of state.fieldOptions.filter(({ contextId }) => contextId === context.id)) {
    state.fieldOptions.delete(option.id);
  }
  state.fieldContexts.delete(context.id);
  return empty();
}

function addIssueTypes({ state, params, body }: RouteContext): Reply {
  const context = requireContext(state, params);
  const { issueTypeIds } = readBody(IssueTypeIdsBody, body);
  if (isGlobalContext(context)) refuse('Issue types cannot be added to the global context.');
  requireIssueTypes(state, issueTypeIds);
  const present = issueTypeIds.filter((id) => context.issueTypeIds.includes(id));
  if (present.length > 0) refuse(`These issue types are already associated with the context: ${present.join(', ')}.`);
  state.fieldContexts.put({ ...context, issueTypeIds: [...context.issueTypeIds, ...issueTypeIds] });
  return empty();
}

function removeIssueTypes({ state, params, body }: RouteContext): Reply {
  const context = requireContext(state, params);
  const { issueTypeIds } = readBody(IssueTypeIdsBody, body);
  requireIssueTypes(state, issueTypeIds);
  const absent = issueTypeIds.filter((id) => !context.issueTypeIds.includes(id));
  if (absent.length > 0) refuse(`These issue types are not associated with the context: ${absent.join(', ')}.`);
  state.fieldContexts.put({
    ...context,
    issueTypeIds: context.issueTypeIds.filter((id) => !issueTypeIds.includes(id)),
  });
  return empty();
}

function addProjects({ state, params, body }: RouteContext): Reply {
  const context = requireContext(state, params);
  const { projectIds } = readBody(ProjectIdsBody, body);
  if (duplicateOf(projectIds) !== undefined) refuse('The projectIds must not contain duplicates.');
  if (isGlobalContext(context)) refuse('Projects cannot be added to the global context.');
  requireProjects(state, projectIds);
  refuseTakenProjects(state, context.fieldId, projectIds);
  state.fieldContexts.put({ ...context, projectIds: [...context.projectIds, ...projectIds] });
  return empty();
}

function removeProjects({ state, params, body }: RouteContext): Reply {
  const context = requireContext(state, params);
  const { projectIds } = readBody(ProjectIdsBody, body);
  if (duplicateOf(projectIds) !== undefined) refuse('The projectIds must not contain duplicates.');
  requireProjects(state, projectIds);
  const absent = projectIds.filter((id) => !context.projectIds.includes(id));
  if (absent.length > 0) refuse(`These projects are not associated with the context: ${absent.join(', ')}.`);
  const left = context.projectIds.filter((id) => !projectIds.includes(id));
  // "or the operation would result in two global contexts for the field, the operation fails"
  if (left.length === 0 && contextsOf(state, context.fieldId).some(isGlobalContext)) {
    refuse('The operation would result in two global contexts for the custom field.');
  }
  state.fieldContexts.put({ ...context, projectIds: left });
  return empty();
}

/** The context a path names; 404 when it is not one of the field. */
export function requireContext(state: SiteState, params: RouteContext['params']): FieldContext {
  const field = requireCustomField(state, params);
  const context = state.fieldContexts.get(params['contextId'] ?? '');
  if (context?.fieldId !== field.id) throw notFound('The context was not found.');
  return context;
}

function contextsOf(state: SiteState, fieldId: string): FieldContext[] {
  return state.fieldContexts.filter((context) => context.fieldId === fieldId);
}

function contextsAsked({ state, query }: RouteContext, fieldId: string): FieldContext[] {
  const ids = listParam(query, 'contextId');
  return contextsOf(state, fieldId).filter(({ id }) => ids.length === 0 || ids.includes(id));
}

function isGlobalContext(context: FieldContext): boolean {
  return context.projectIds.length === 0;
}

function requireProjects(state: SiteState, ids: readonly string[]): void {
  const missing = ids.filter((id) => !state.projects.has(id));
  if (missing.length > 0) throw notFound(`These projects were not found: ${missing.join(', ')}.`);
}

function requireIssueTypes(state: SiteState, ids: readonly string[]): void {
  const missing = ids.filter((id) => !state.issueTypes.has(id));
  if (missing.length > 0) throw notFound(`These issue types were not found: ${missing.join(', ')}.`);
}

function refuseTakenProjects(state: SiteState, fieldId: string, projectIds: readonly string[]): void {
  const taken = projectIds.filter((id) =>
    contextsOf(state, fieldId).some((context) => context.projectIds.includes(id)),
  );
  if (taken.length > 0) {
    refuse(`These projects are already associated with contexts of the custom field: ${taken.join(', ')}.`);
  }
}

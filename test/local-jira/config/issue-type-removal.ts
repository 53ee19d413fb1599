import { badRequest, conflict, notFound } from '../http/problem';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { IssueType, Project } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { fieldConfigurationFor } from './field-availability';
import { ISSUE_TYPE_NOT_FOUND, ISSUE_TYPES_ADMIN_ONLY, typesInScheme, visibleType } from './issue-types';
import { issueTypeJson } from './wire';
import { workflowFor } from './workflows-of-project';

const PATH = '/rest/api/3/issuetype';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-id-delete */
export function registerIssueTypeRemoval(router: RouteRegistrar): void {
  adminRoutes(router, PATH, ISSUE_TYPES_ADMIN_ONLY)('DELETE', '/{id}', deleteIssueType);
  router.route({
    method: 'GET',
    path: `${PATH}/{id}/alternatives`,
    scopes: ['read:jira-work'],
    cost: 'read',
    anonymous: true,
    handler: (context) => {
      const { state } = context;
      return json(alternativesTo(state, visibleType(context)).map((type) => issueTypeJson(state, type)));
    },
  });
}

/** Issues of the type become issues of the alternative; without issues no alternative is needed. */
function deleteIssueType({ state, params, query }: RouteContext): Reply {
  const type = state.issueTypes.get(params['id'] ?? '');
  if (type === undefined) throw notFound(ISSUE_TYPE_NOT_FOUND);
  const used = [...state.issues.values()].filter(({ typeId }) => typeId === type.id);
  if (used.length > 0) {
    const alternative = requireAlternative(state, type, query.get('alternativeIssueTypeId'));
    for (const issue of used) state.issues.put({ ...issue, typeId: alternative.id });
  }
  forgetType(state, type.id);
  for (const { id } of state.avatars.filter(({ issueTypeId }) => issueTypeId === type.id)) state.avatars.delete(id);
  // Search must not show what no longer exists, however long it lags.
  state.index.settle();
  state.issueTypes.delete(type.id);
  return empty();
}

function requireAlternative(state: SiteState, type: IssueType, id: string | null): IssueType {
  if (id === null) throw notFound('The issue type is in use and an alternative issue type is not specified.');
  const alternative = state.issueTypes.get(id);
  if (alternative === undefined) throw notFound('The alternative issue type was not found.');
  if (alternative.id === type.id) throw conflict('The alternative issue type is the issue type to be deleted.');
  if (type.hierarchyLevel >= 0 && alternative.hierarchyLevel < 0) {
    throw conflict('A standard issue type cannot be replaced by a sub-task issue type.');
  }
  if (!alternativesTo(state, type).includes(alternative)) {
    throw badRequest('Some issues cannot be updated with the alternative issue type.');
  }
  return alternative;
}

/**
 * "The alternative issue types are those assigned to the same workflow scheme, field configuration scheme, and screen
 * scheme": wherever the type is offered, the other one is offered too and is configured the same way.
 */
function alternativesTo(state: SiteState, type: IssueType): IssueType[] {
  const projects = state.projects.filter((project) => typesInScheme(state, project).includes(type));
  return state.issueTypes.filter(
    (other) =>
      other.id !== type.id &&
      other.hierarchyLevel === type.hierarchyLevel &&
      other.scopeProjectId === type.scopeProjectId &&
      projects.every(
        (project) =>
          typesInScheme(state, project).includes(other) &&
          configurationOf(state, project, other) === configurationOf(state, project, type),
      ),
  );
}

function configurationOf(state: SiteState, project: Project, { id }: IssueType): string {
  const { screenSchemeIds } = state.issueTypeScreenSchemes.require(project.issueTypeScreenSchemeId);
  // The newer model has one field scheme for a whole project.
  const fields = state.site.fieldSchemesEnabled ? '' : fieldConfigurationFor(state, project, id).id;
  return [workflowFor(state, project, id).id, screenSchemeIds[id] ?? screenSchemeIds['default'], fields].join(' ');
}

/** Takes the type out of everything that names it. */
function forgetType(state: SiteState, typeId: string): void {
  const without = <T>(byType: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(byType).filter(([id]) => id !== typeId));
  for (const scheme of state.issueTypeSchemes.filter(({ issueTypeIds }) => issueTypeIds.includes(typeId))) {
    state.issueTypeSchemes.put({
      ...scheme,
      issueTypeIds: scheme.issueTypeIds.filter((id) => id !== typeId),
      defaultIssueTypeId: scheme.defaultIssueTypeId === typeId ? null : scheme.defaultIssueTypeId,
    });
  }
  for (const scheme of state.workflowSchemes.filter(({ workflowIds }) => typeId in workflowIds)) {
    state.workflowSchemes.put({ ...scheme, workflowIds: without(scheme.workflowIds) });
  }
  for (const scheme of state.issueTypeScreenSchemes.filter(({ screenSchemeIds }) => typeId in screenSchemeIds)) {
    state.issueTypeScreenSchemes.put({ ...scheme, screenSchemeIds: without(scheme.screenSchemeIds) });
  }
  for (const scheme of state.fieldConfigurationSchemes.filter((row) => typeId in row.fieldConfigurationIds)) {
    state.fieldConfigurationSchemes.put({ ...scheme, fieldConfigurationIds: without(scheme.fieldConfigurationIds) });
  }
  for (const scheme of state.fieldSchemes.all()) forgetInFieldScheme(state, scheme.id, typeId);
  for (const context of state.fieldContexts.filter(({ issueTypeIds }) => issueTypeIds.includes(typeId))) {
    const issueTypeIds = context.issueTypeIds.filter((id) => id !== typeId);
    if (issueTypeIds.length > 0) {
      state.fieldContexts.put({ ...context, issueTypeIds });
      continue;
    }
    // No types would mean all types: a context that was for this type only goes with it.
    for (const { id } of state.fieldOptions.filter(({ contextId }) => contextId === context.id)) {
      state.fieldOptions.delete(id);
    }
    state.fieldContexts.delete(context.id);
  }
}

/** A field that was restricted to this type alone is no longer in the scheme: no restriction would mean every type. */
function forgetInFieldScheme(state: SiteState, schemeId: string, typeId: string): void {
  const scheme = state.fieldSchemes.require(schemeId);
  const kept = Object.entries(scheme.fields).flatMap(([fieldId, entry]) => {
    const { restrictedToWorkTypes: types = [], workTypeRequired = {} } = entry;
    if (!types.includes(typeId) && !(typeId in workTypeRequired)) return [[fieldId, entry] as const];
    const left = types.filter((id) => id !== typeId);
    if (types.length > 0 && left.length === 0) return [];
    const required = Object.fromEntries(Object.entries(workTypeRequired).filter(([id]) => id !== typeId));
    return [[fieldId, { ...entry, restrictedToWorkTypes: left, workTypeRequired: required }] as const];
  });
  state.fieldSchemes.put({ ...scheme, fields: Object.fromEntries(kept) });
}

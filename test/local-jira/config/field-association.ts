import * as v from 'valibot';
import { badRequest, forbidden, notFound } from '../http/problem';
import { listParam, numberParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Project } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { numberOrText, readBody, refuse } from './body';
import { availableFields, isFieldRequired, screenFor } from './field-availability';
import { typesInScheme } from './issue-types';

const FIELD_LIMIT = 50;
const PROJECT_LIMIT = 100;

const AssociationBody = v.strictObject({
  associationContexts: v.pipe(
    v.array(v.strictObject({ type: v.literal('PROJECT_ID'), identifier: numberOrText })),
    v.minLength(1),
  ),
  fields: v.pipe(v.array(v.strictObject({ type: v.literal('FIELD_ID'), identifier: v.string() })), v.minLength(1)),
});

/**
 * Which fields projects have.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-field-configuration/
 */
export function registerFieldAssociation(router: RouteRegistrar): void {
  const add = adminRoutes(router, '/rest/api/3/field/association', 'Only Jira administrators can associate fields.');
  add('PUT', '', (context) => changeAssociations(context, true));
  add('DELETE', '', (context) => changeAssociations(context, false));
  router.route({
    method: 'GET',
    path: '/rest/api/3/projects/fields',
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: listProjectFields,
  });
}

function changeAssociations({ state, body }: RouteContext, associate: boolean): Reply {
  const { associationContexts, fields } = readBody(AssociationBody, body);
  if (fields.length > FIELD_LIMIT) refuse(`The number of fields must not exceed ${FIELD_LIMIT}.`);
  if (associationContexts.length > PROJECT_LIMIT) refuse(`The number of projects must not exceed ${PROJECT_LIMIT}.`);
  const projects = associationContexts.map(({ identifier }) => {
    const project = state.projects.get(identifier);
    if (project === undefined) throw notFound(`The project ${identifier} was not found.`);
    // The configuration of a team-managed project is its own; no documented call gives it a field.
    if (project.style !== 'classic') refuse('Fields can be associated with classic projects only.');
    return project;
  });
  const fieldIds = fields.map(({ identifier }) => {
    const field = state.fields.get(identifier);
    if (field === undefined || field.trash !== undefined || field.scopeProjectId !== undefined) {
      throw notFound(`The field ${identifier} was not found.`);
    }
    return identifier;
  });
  for (const project of projects) associateFields(state, project, fieldIds, associate);
  return empty();
}

/**
 * Gives fields to a project or takes them away. The configuration is shared: every project with the same field
 * configuration (newer model: the same field scheme) gets or loses them too.
 */
export function associateFields(
  state: SiteState,
  project: Project,
  fieldIds: readonly string[],
  associate: boolean,
): void {
  if (state.site.fieldSchemesEnabled) {
    const scheme = state.fieldSchemes.require(project.fieldSchemeId);
    const others = Object.entries(scheme.fields).filter(([id]) => associate || !fieldIds.includes(id));
    const added = associate ? fieldIds.filter((id) => !(id in scheme.fields)).map((id) => [id, {}] as const) : [];
    state.fieldSchemes.put({ ...scheme, fields: Object.fromEntries([...others, ...added]) });
    return;
  }
  const { fieldConfigurationIds } = state.fieldConfigurationSchemes.require(project.fieldConfigurationSchemeId);
  for (const id of new Set(Object.values(fieldConfigurationIds))) {
    const configuration = state.fieldConfigurations.require(id);
    const changed = Object.fromEntries(
      fieldIds.map((fieldId) => [
        fieldId,
        // Hiding a field also forgets whether it was required.
        { isRequired: associate && (configuration.items[fieldId]?.isRequired ?? false), isHidden: !associate },
      ]),
    );
    state.fieldConfigurations.put({ ...configuration, items: { ...configuration.items, ...changed } });
  }
}

/** After a field was put on a screen: projects that use the screen get the field, unless the caller said not to. */
export function associateWithProjectsOfScreen(state: SiteState, screenId: string, fieldId: string): void {
  const projects = state.projects.filter(
    (project) =>
      project.style === 'classic' &&
      typesInScheme(state, project).some(({ id }) =>
        (['create', 'edit', 'view'] as const).some(
          (operation) => screenFor(state, project, id, operation).id === screenId,
        ),
      ),
  );
  for (const project of projects) associateFields(state, project, [fieldId], true);
}

function listProjectFields(context: RouteContext): Reply {
  const { state, access, query } = context;
  const projectIds = listParam(query, 'projectId');
  const workTypeIds = listParam(query, 'workTypeId');
  const fieldIds = listParam(query, 'fieldId');
  if (projectIds.length === 0) throw badRequest("The parameter 'projectId' has to be provided.");
  if (workTypeIds.length === 0) throw badRequest("The parameter 'workTypeId' has to be provided.");
  const maxResults = numberParam(query, 'maxResults', 50);
  if (maxResults < 1 || maxResults > 100) throw badRequest("The parameter 'maxResults' must be between 1 and 100.");
  const rows = projectIds.flatMap((projectId) => {
    const project = state.projects.get(projectId);
    if (project === undefined || !(access.mayBrowse(project) || access.isAdmin())) {
      throw forbidden('You do not have permission to view the projects or work types.');
    }
    const offered = new Set(typesInScheme(state, project).map(({ id }) => id));
    return workTypeIds
      .filter((id) => offered.has(id))
      .flatMap((workTypeId) =>
        availableFields(state, project, workTypeId)
          .filter(({ id }) => fieldIds.length === 0 || fieldIds.includes(id))
          .map((field) => ({
            fieldId: field.id,
            projectId: Number(project.id),
            workTypeId: Number(workTypeId),
            isRequired: isFieldRequired(state, project, workTypeId, field.id),
            description: field.description,
          })),
      );
  });
  return json(page(context, '/rest/api/3/projects/fields', rows, { defaultResults: 50, limit: 100 }));
}

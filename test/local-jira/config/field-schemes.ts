import * as v from 'valibot';
import { JiraProblem, notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { FieldScheme, FieldSchemeEntry } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes, type AddRoute } from './admin-routes';
import { numberOrText, readBody, refuse } from './body';

const PATH = '/rest/api/3/config/fieldschemes';

const ids = v.array(numberOrText);
const FieldsBody = v.record(
  v.string(),
  v.array(v.strictObject({ schemeIds: ids, restrictedToWorkTypes: v.optional(ids) })),
);
const RemoveFieldsBody = v.record(v.string(), v.strictObject({ schemeIds: ids }));
const parameters = {
  description: v.optional(v.string()),
  isRequired: v.optional(v.boolean()),
  rendererType: v.optional(v.string()),
};
const ParametersBody = v.record(
  v.string(),
  v.array(
    v.strictObject({
      schemeIds: ids,
      parameters: v.optional(v.strictObject(parameters)),
      workTypeParameters: v.optional(v.array(v.strictObject({ workTypeId: numberOrText, ...parameters }))),
    }),
  ),
);
const ProjectsBody = v.record(v.string(), v.strictObject({ projectIds: ids }));
const NameBody = v.strictObject({ name: v.pipe(v.string(), v.minLength(1)), description: v.optional(v.string()) });

interface ItemResult {
  readonly success: boolean;
  readonly error?: string;
  readonly [detail: string]: unknown;
}

/**
 * The newer model of field availability (experimental, rolling out since June 2026). While the site's flag is off,
 * every call answers 404: that is how a client tells the models apart.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-field-schemes/
 */
export function registerFieldSchemes(router: RouteRegistrar): void {
  const admin = adminRoutes(router, PATH, 'Only Jira administrators can access field schemes.');
  const add: AddRoute = (method, path, handler) =>
    admin(method, path, (context) => {
      if (!context.state.site.fieldSchemesEnabled) throw notFound('The feature is not enabled.');
      return handler(context);
    });
  add('GET', '', listSchemes);
  add('POST', '', createScheme);
  add('GET', '/projects', schemesOfProjects);
  add('PUT', '/projects', assignProjects);
  add('PUT', '/fields', addFields);
  add('DELETE', '/fields', removeFields);
  add('PUT', '/fields/parameters', setParameters);
  add('GET', '/{id}/fields', fieldsOfScheme);
  add('POST', '/{id}/clone', cloneScheme);
  add('GET', '/{id}/projects', projectsOfScheme);
}

function listSchemes(context: RouteContext): Reply {
  const { state, query } = context;
  const projectIds = listParam(query, 'projectId');
  const words = (query.get('query') ?? '').toLowerCase();
  const rows = state.fieldSchemes
    .filter(({ id, name }) => {
      const used = state.projects.filter(({ fieldSchemeId }) => fieldSchemeId === id).map((project) => project.id);
      return (
        name.toLowerCase().includes(words) && (projectIds.length === 0 || used.some((it) => projectIds.includes(it)))
      );
    })
    .map((scheme) => ({
      ...schemeJson(scheme),
      isDefault: scheme.isDefault,
      fieldsCount: Object.keys(scheme.fields).length,
      ...(projectIds.length > 0 || words !== ''
        ? { matchedFilters: { projectIds: projectIds.map(Number), query: query.get('query') ?? '' } }
        : {}),
    }));
  return json(page(context, PATH, rows));
}

function createScheme({ state, body }: RouteContext): Reply {
  return json(schemeJson(newScheme(state, readBody(NameBody, body), {})));
}

function cloneScheme({ state, params, body }: RouteContext): Reply {
  const source = state.fieldSchemes.get(params['id'] ?? '');
  if (source === undefined) throw notFound('The field scheme was not found.');
  return json(schemeJson(newScheme(state, readBody(NameBody, body), source.fields)));
}

function newScheme(
  state: SiteState,
  { name, description = '' }: v.InferOutput<typeof NameBody>,
  fields: FieldScheme['fields'],
): FieldScheme {
  if (state.fieldSchemes.find((scheme) => scheme.name === name)) refuse('The name is used by another scheme.');
  return state.fieldSchemes.put({ id: state.nextId('fieldscheme'), name, description, isDefault: false, fields });
}

function schemesOfProjects(context: RouteContext): Reply {
  const { state, query } = context;
  const projectIds = listParam(query, 'projectId');
  if (projectIds.length === 0) refuse('The projectId has to be provided.');
  const rows = state.projects
    .filter(({ id }) => projectIds.includes(id))
    .map(({ id, fieldSchemeId }) => ({ projectId: Number(id), schemeId: Number(fieldSchemeId) }));
  return json(page(context, `${PATH}/projects`, rows));
}

function assignProjects({ state, body }: RouteContext): Reply {
  const results = Object.entries(readBody(ProjectsBody, body)).flatMap(([schemeId, { projectIds }]) =>
    projectIds.map((projectId): ItemResult => {
      const about = { schemeId: Number(schemeId), projectId: Number(projectId) };
      const project = state.projects.get(projectId);
      if (!state.fieldSchemes.has(schemeId)) return failed(about, `Field scheme #${schemeId} doesn't exist`);
      if (project === undefined) return failed(about, `Project #${projectId} doesn't exist`);
      state.projects.put({ ...project, fieldSchemeId: schemeId });
      return { ...about, success: true };
    }),
  );
  return partialReply(results);
}

function addFields({ state, body }: RouteContext): Reply {
  const results = Object.entries(readBody(FieldsBody, body)).flatMap(([fieldId, items]) =>
    items.flatMap(({ schemeIds, restrictedToWorkTypes }) =>
      schemeIds.map((schemeId): ItemResult => {
        const workTypeIds = (restrictedToWorkTypes ?? []).map(Number);
        const about = { fieldId, schemeId: Number(schemeId), workTypeIds };
        const missingType = (restrictedToWorkTypes ?? []).find((id) => !state.issueTypes.has(id));
        if (missingType !== undefined) return failed(about, `Work type ${missingType} doesn't exist`);
        return changeEntry(state, schemeId, fieldId, about, (entry) => {
          // "Replaces any existing work type associations … If not provided, the field is associated to any work types."
          return { ...entry, restrictedToWorkTypes: restrictedToWorkTypes ?? [] };
        });
      }),
    ),
  );
  return partialReply(results);
}

function removeFields({ state, body }: RouteContext): Reply {
  const results = Object.entries(readBody(RemoveFieldsBody, body)).flatMap(([fieldId, { schemeIds }]) =>
    schemeIds.map((schemeId): ItemResult =>
      changeEntry(state, schemeId, fieldId, { fieldId, schemeId: Number(schemeId) }, () => undefined),
    ),
  );
  return partialReply(results);
}

function setParameters({ state, body }: RouteContext): Reply {
  const results = Object.entries(readBody(ParametersBody, body)).flatMap(([fieldId, items]) =>
    items.flatMap(({ schemeIds, parameters: general = {}, workTypeParameters = [] }) =>
      schemeIds.map((schemeId): ItemResult => {
        const about = { fieldId, schemeId: Number(schemeId) };
        if (state.fieldSchemes.get(schemeId)?.fields[fieldId] === undefined && state.fieldSchemes.has(schemeId)) {
          return failed(about, `The field '${fieldId}' is not associated with the scheme '${schemeId}'.`);
        }
        return changeEntry(state, schemeId, fieldId, about, (entry) => ({
          ...entry,
          ...(general.isRequired === undefined ? {} : { isRequired: general.isRequired }),
          ...(general.description === undefined ? {} : { description: general.description }),
          ...(general.rendererType === undefined ? {} : { rendererType: general.rendererType }),
          workTypeRequired: {
            ...entry?.workTypeRequired,
            ...Object.fromEntries(
              workTypeParameters.flatMap(({ workTypeId, isRequired }) =>
                isRequired === undefined ? [] : [[workTypeId, isRequired] as const],
              ),
            ),
          },
        }));
      }),
    ),
  );
  return partialReply(results);
}

function fieldsOfScheme(context: RouteContext): Reply {
  const { state, params, query } = context;
  const scheme = state.fieldSchemes.get(params['id'] ?? '');
  if (scheme === undefined) throw notFound('The field scheme was not found.');
  const asked = listParam(query, 'fieldId');
  const rows = Object.entries(scheme.fields)
    .filter(([fieldId]) => asked.length === 0 || asked.includes(fieldId))
    .map(([fieldId, entry]) => ({
      fieldId,
      restrictedToWorkTypes: entry.restrictedToWorkTypes ?? [],
      parameters: { description: entry.description ?? '', isRequired: entry.isRequired ?? false },
      workTypeParameters: Object.entries(entry.workTypeRequired ?? {}).map(([workTypeId, isRequired]) => ({
        workTypeId,
        isRequired,
      })),
      allowedOperations: ['REMOVE', 'CHANGE_REQUIRED', 'CHANGE_DESCRIPTION'],
    }));
  return json(page(context, `${PATH}/${scheme.id}/fields`, rows));
}

function projectsOfScheme(context: RouteContext): Reply {
  const { state, params } = context;
  const scheme = state.fieldSchemes.get(params['id'] ?? '');
  if (scheme === undefined) throw notFound('The field scheme was not found.');
  const rows = state.projects
    .filter(({ fieldSchemeId }) => fieldSchemeId === scheme.id)
    .map(({ id, name, key }) => ({ id, name, key }));
  return json(page(context, `${PATH}/${scheme.id}/projects`, rows));
}

function changeEntry(
  state: SiteState,
  schemeId: string,
  fieldId: string,
  about: Readonly<Record<string, unknown>>,
  change: (entry: FieldSchemeEntry | undefined) => FieldSchemeEntry | undefined,
): ItemResult {
  const scheme = state.fieldSchemes.get(schemeId);
  if (scheme === undefined) return failed(about, `Scheme ${schemeId} doesn't exist`);
  if (!state.fields.has(fieldId)) return failed(about, `Field ${fieldId} doesn't exist`);
  const { [fieldId]: before, ...others } = scheme.fields;
  const after = change(before);
  state.fieldSchemes.put({ ...scheme, fields: after === undefined ? others : { ...others, [fieldId]: after } });
  return { ...about, success: true };
}

function failed(about: Readonly<Record<string, unknown>>, error: string): ItemResult {
  return { ...about, error, success: false };
}

/** 200 when all worked, 207 when some did, 400 with the same list when none did. */
function partialReply(results: readonly ItemResult[]): Reply {
  if (results.length === 0) throw new JiraProblem(400, ['The request must name at least one item.']);
  const succeeded = results.filter(({ success }) => success).length;
  const status = succeeded === results.length ? 200 : succeeded === 0 ? 400 : 207;
  return json({ results }, status);
}

function schemeJson(scheme: FieldScheme): Record<string, unknown> {
  return {
    id: Number(scheme.id),
    name: scheme.name,
    description: scheme.description,
    links: {
      associations: `rest/api/3/config/fieldschemes/${scheme.id}/fields`,
      projects: `rest/api/3/config/fieldschemes/${scheme.id}/projects`,
    },
  };
}

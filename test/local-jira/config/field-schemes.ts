import * as v from 'valibot';
import { JiraProblem } from '../http/problem';
import { listParam, page } from '../http/paging';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { FieldScheme, Project } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { numberOrText, readBody, refuse } from './body';
import { classicProjects } from './classic-only';
import {
  failed,
  FIELD_SCHEME_PAGE,
  FIELD_SCHEMES_PATH,
  fieldSchemeRoutes,
  partialReply,
  requireFieldScheme,
  type ItemResult,
} from './field-scheme-parts';

const ProjectsBody = v.record(v.string(), v.strictObject({ projectIds: v.array(numberOrText) }));
const name = v.pipe(v.string(), v.minLength(1));
const NameBody = v.strictObject({ name, description: v.optional(v.string()) });
const ChangeBody = v.strictObject({ name: v.optional(name), description: v.optional(v.string()) });

/**
 * Field schemes and the projects that use them; what is in them is in field-scheme-fields.ts.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-field-schemes/
 */
export function registerFieldSchemes(router: RouteRegistrar): void {
  const add = fieldSchemeRoutes(router);
  add('GET', '', listSchemes);
  add('POST', '', createScheme);
  add('GET', '/projects', schemesOfProjects);
  add('PUT', '/projects', assignProjects);
  add('GET', '/{id}', readScheme);
  add('PUT', '/{id}', updateScheme);
  add('DELETE', '/{id}', deleteScheme);
  add('POST', '/{id}/clone', cloneScheme);
  add('GET', '/{id}/projects', projectsOfScheme);
}

function listSchemes(context: RouteContext): Reply {
  const { state, query } = context;
  const projectIds = listParam(query, 'projectId');
  const words = (query.get('query') ?? '').toLowerCase();
  const rows = state.fieldSchemes
    .filter(({ id, name: own, description }) => {
      const used = usersOf(state, id).map((project) => project.id);
      return (
        `${own} ${description}`.toLowerCase().includes(words) &&
        (projectIds.length === 0 || used.some((it) => projectIds.includes(it)))
      );
    })
    .map((scheme) => ({
      ...schemeJson(scheme),
      isDefault: scheme.isDefault,
      fieldsCount: fieldsCount(state, scheme),
      ...(projectIds.length > 0 || words !== ''
        ? { matchedFilters: { projectIds: projectIds.map(Number), query: query.get('query') ?? '' } }
        : {}),
    }));
  return json(page(context, FIELD_SCHEMES_PATH, rows, FIELD_SCHEME_PAGE));
}

/** Here, and only here, the id is a text. */
function readScheme({ state, params }: RouteContext): Reply {
  const scheme = requireFieldScheme(state, params);
  const { isDefault } = scheme;
  return json({ ...schemeJson(scheme), id: scheme.id, isDefault, fieldsCount: fieldsCount(state, scheme) });
}

function createScheme({ state, body }: RouteContext): Reply {
  return json(schemeJson(newScheme(state, readBody(NameBody, body), {})));
}

function cloneScheme({ state, params, body }: RouteContext): Reply {
  const source = requireFieldScheme(state, params);
  return json(schemeJson(newScheme(state, readBody(NameBody, body), source.fields)));
}

function newScheme(
  state: SiteState,
  content: v.InferOutput<typeof NameBody>,
  fields: FieldScheme['fields'],
): FieldScheme {
  refuseTakenName(state, content.name, undefined);
  const { description = '' } = content;
  return state.fieldSchemes.put({
    id: state.nextId('fieldscheme'),
    name: content.name,
    description,
    isDefault: false,
    fields,
  });
}

function updateScheme({ state, params, body }: RouteContext): Reply {
  const scheme = requireFieldScheme(state, params);
  const change = readBody(ChangeBody, body);
  if (change.name !== undefined) refuseTakenName(state, change.name, scheme.id);
  const updated = state.fieldSchemes.put({
    ...scheme,
    name: change.name ?? scheme.name,
    description: change.description ?? scheme.description,
  });
  return json(schemeJson(updated));
}

function deleteScheme({ state, params }: RouteContext): Reply {
  const scheme = requireFieldScheme(state, params);
  if (scheme.isDefault) refuse('The default field scheme cannot be deleted.');
  if (state.projects.find(({ fieldSchemeId }) => fieldSchemeId === scheme.id)) {
    throw new JiraProblem(409, ['The field scheme is still in use.']);
  }
  state.fieldSchemes.delete(scheme.id);
  return json({ deleted: true, id: scheme.id });
}

function schemesOfProjects(context: RouteContext): Reply {
  const { state, query } = context;
  const projectIds = listParam(query, 'projectId');
  if (projectIds.length === 0) refuse('The projectId has to be provided.');
  const rows = classicProjects(state)
    .filter(({ id }) => projectIds.includes(id))
    .map(({ id, fieldSchemeId }) => ({ projectId: Number(id), schemeId: Number(fieldSchemeId) }));
  return json(page(context, `${FIELD_SCHEMES_PATH}/projects`, rows, FIELD_SCHEME_PAGE));
}

function assignProjects({ state, body }: RouteContext): Reply {
  const results = Object.entries(readBody(ProjectsBody, body)).flatMap(([schemeId, { projectIds }]) =>
    projectIds.map((projectId): ItemResult => {
      const about = { schemeId: Number(schemeId), projectId: Number(projectId) };
      const project = classicProjects(state).find(({ id }) => id === projectId);
      if (!state.fieldSchemes.has(schemeId)) return failed(about, `Field scheme #${schemeId} doesn't exist`);
      if (project === undefined) return failed(about, `Project #${projectId} doesn't exist`);
      state.projects.put({ ...project, fieldSchemeId: schemeId });
      return { ...about, success: true };
    }),
  );
  return partialReply(results);
}

function projectsOfScheme(context: RouteContext): Reply {
  const { state, params, query } = context;
  const scheme = requireFieldScheme(state, params);
  const asked = listParam(query, 'projectId');
  const rows = usersOf(state, scheme.id)
    .filter(({ id }) => asked.length === 0 || asked.includes(id))
    .map((project) => ({ id: project.id, name: project.name, key: project.key, deleted: project.deleted }));
  return json(page(context, `${FIELD_SCHEMES_PATH}/${scheme.id}/projects`, rows, FIELD_SCHEME_PAGE));
}

function usersOf(state: SiteState, schemeId: string): Project[] {
  return classicProjects(state).filter(({ fieldSchemeId }) => fieldSchemeId === schemeId);
}

function fieldsCount(state: SiteState, scheme: FieldScheme): number {
  return Object.keys(scheme.fields).filter((id) => state.fields.require(id).trash === undefined).length;
}

function refuseTakenName(state: SiteState, wanted: string, ownId: string | undefined): void {
  if (state.fieldSchemes.find((scheme) => scheme.id !== ownId && scheme.name === wanted)) {
    refuse('The name is used by another scheme.');
  }
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

import { badRequest, notFound } from '../http/problem';
import { numberParam } from '../http/paging';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Field, Project } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { fieldsForCreate, optionsFor } from './field-availability';
import { typesInScheme } from './issue-types';
import { issueTypeJson, optionJson, priorityJson, projectReferenceJson } from './wire';
import { versionJson } from '../wire/version';

const PATH = '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes';
const LIMIT = 200;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-get */
export function registerCreateMeta(router: RouteRegistrar): void {
  const scopes = ['read:jira-work'];
  router.route({ method: 'GET', path: PATH, scopes, cost: 'read', anonymous: true, handler: listTypes });
  router.route({
    method: 'GET',
    path: `${PATH}/{issueTypeId}`,
    scopes,
    cost: 'read',
    anonymous: true,
    handler: listFields,
  });
}

function listTypes(context: RouteContext): Reply {
  const { state } = context;
  const types = typesInScheme(state, requireProject(context));
  return json(
    metaPage(
      context,
      'issueTypes',
      types.map((type) => issueTypeJson(state, type)),
    ),
  );
}

function listFields(context: RouteContext): Reply {
  const { state, params } = context;
  const project = requireProject(context);
  const type = typesInScheme(state, project).find(({ id }) => id === params['issueTypeId']);
  if (type === undefined) throw notFound('The issue type was not found or is not available in the project.');
  const rows = fieldsForCreate(state, project, type.id).map(({ field, required }) => ({
    required,
    schema: field.schema,
    name: field.name,
    key: field.id,
    fieldId: field.id,
    hasDefaultValue: field.id === 'priority',
    operations: operationsOf(field),
    ...allowedValues(state, field, project, type.id),
  }));
  return json(metaPage(context, 'fields', rows));
}

/** The project, for those who may create issues in it; everybody else hears that it does not exist. */
function requireProject({ state, access, params }: RouteContext): Project {
  const asked = params['projectIdOrKey'] ?? '';
  const project = state.projects.get(asked) ?? state.projects.find(({ key }) => key === asked);
  if (project === undefined || !access.mayBrowse(project) || !access.has('CREATE_ISSUES', project)) {
    throw notFound(`No project could be found with key or id '${asked}'.`);
  }
  return project;
}

function metaPage(context: RouteContext, name: string, rows: readonly unknown[]): Record<string, unknown> {
  const startAt = numberParam(context.query, 'startAt', 0);
  const maxResults = numberParam(context.query, 'maxResults', 50);
  if (maxResults > LIMIT) throw badRequest(`Parameter 'maxResults' must not exceed the limit '${LIMIT}'`);
  return { startAt, maxResults, total: rows.length, [name]: rows.slice(startAt, startAt + maxResults) };
}

function operationsOf(field: Field): string[] {
  if (field.schema.type === 'array') return ['add', 'set', 'remove'];
  return ['set'];
}

function allowedValues(state: SiteState, field: Field, project: Project, issueTypeId: string): Record<string, unknown> {
  if (field.kind === 'select' || field.kind === 'multiselect') {
    const options = optionsFor(state, field.id, project.id, issueTypeId).filter(({ disabled }) => !disabled);
    return { allowedValues: options.map((option) => optionJson(state, option)) };
  }
  switch (field.id) {
    case 'priority': {
      const priorities = state.priorities.all();
      const standard = priorities.find(({ isDefault }) => isDefault);
      return {
        allowedValues: priorities.map((priority) => priorityJson(state, priority)),
        ...(standard === undefined ? {} : { defaultValue: priorityJson(state, standard) }),
      };
    }
    case 'fixVersions': {
      const versions = state.versions.filter((row) => row.projectId === project.id && !row.archived);
      return { allowedValues: versions.map((version) => versionJson(state, version)) };
    }
    case 'issuetype':
      return { allowedValues: [issueTypeJson(state, state.issueTypes.require(issueTypeId))] };
    case 'project':
      return { allowedValues: [projectReferenceJson(state, project)] };
    default:
      return {};
  }
}

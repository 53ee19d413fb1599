import * as v from 'valibot';
import { notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Field, FieldConfiguration, FieldConfigurationItem } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes, type AddRoute } from './admin-routes';
import { readBody, refuse } from './body';

const ADMIN_ONLY = 'Only Jira administrators can access field configurations.';
const PATH = '/rest/api/3/fieldconfiguration';
/** Fields that no configuration hides or makes optional. */
const FIXED: ReadonlySet<string> = new Set(['summary', 'issuetype']);
const TEXT_FIELDS: ReadonlySet<string> = new Set(['description', 'environment', 'comment']);

const NameBody = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255)),
  description: v.optional(v.pipe(v.string(), v.maxLength(255))),
});
const ItemsBody = v.strictObject({
  fieldConfigurationItems: v.array(
    v.strictObject({
      id: v.string(),
      isHidden: v.optional(v.boolean()),
      isRequired: v.optional(v.boolean()),
      description: v.optional(v.string()),
      renderer: v.optional(v.string()),
    }),
  ),
});
type ItemChange = v.InferOutput<typeof ItemsBody>['fieldConfigurationItems'][number];

/**
 * The older model of field availability, deprecated. What these calls answer on a site that has field schemes is not
 * documented; here they are gone there (404), so that nobody relies on a model that no longer decides anything.
 */
export function legacyFieldRoutes(router: RouteRegistrar, prefix: string): AddRoute {
  const add = adminRoutes(router, prefix, ADMIN_ONLY);
  return (method, path, handler) =>
    add(method, path, (context) => {
      if (context.state.site.fieldSchemesEnabled)
        throw notFound('Field configurations were replaced by field schemes.');
      return handler(context);
    });
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-field-configurations/ */
export function registerFieldConfigurations(router: RouteRegistrar): void {
  const add = legacyFieldRoutes(router, PATH);
  add('GET', '', listConfigurations);
  add('POST', '', createConfiguration);
  add('PUT', '/{id}', renameConfiguration);
  add('DELETE', '/{id}', deleteConfiguration);
  add('GET', '/{id}/fields', listItems);
  add('PUT', '/{id}/fields', changeItems);
}

function listConfigurations(context: RouteContext): Reply {
  const { state, query } = context;
  const ids = listParam(query, 'id');
  const words = (query.get('query') ?? '').toLowerCase();
  const onlyDefault = query.get('isDefault') === 'true';
  const rows = state.fieldConfigurations
    .filter(
      ({ id, name, description, isDefault }) =>
        (ids.length === 0 || ids.includes(id)) &&
        (!onlyDefault || isDefault) &&
        `${name} ${description}`.toLowerCase().includes(words),
    )
    .map(configurationJson);
  return json(page(context, PATH, rows));
}

/** "Created with the same field properties as the default configuration, with all the fields being optional." */
function createConfiguration({ state, body }: RouteContext): Reply {
  const { name, description = '' } = readBody(NameBody, body);
  refuseTakenName(state, name, undefined);
  const standard = state.fieldConfigurations.find(({ isDefault }) => isDefault);
  const items = Object.entries(standard?.items ?? {}).map(([fieldId, item]) => {
    return [fieldId, { ...item, isRequired: FIXED.has(fieldId) }] as const;
  });
  const made = state.fieldConfigurations.put({
    id: state.nextId('fieldconfiguration'),
    name,
    description,
    isDefault: false,
    items: Object.fromEntries(items),
  });
  return json(configurationJson(made));
}

function renameConfiguration({ state, params, body }: RouteContext): Reply {
  const configuration = requireConfiguration(state, params);
  const { name, description } = readBody(NameBody, body);
  if (configuration.isDefault) refuse('The default field configuration cannot be updated.');
  refuseTakenName(state, name, configuration.id);
  state.fieldConfigurations.put({
    ...configuration,
    name,
    description: description ?? configuration.description,
  });
  return empty();
}

function deleteConfiguration({ state, params }: RouteContext): Reply {
  const configuration = requireConfiguration(state, params);
  if (configuration.isDefault) refuse('The default field configuration cannot be deleted.');
  const used = state.fieldConfigurationSchemes.find(({ fieldConfigurationIds }) =>
    Object.values(fieldConfigurationIds).includes(configuration.id),
  );
  if (used) refuse('The field configuration is used in a field configuration scheme and cannot be deleted.');
  state.fieldConfigurations.delete(configuration.id);
  return empty();
}

function listItems(context: RouteContext): Reply {
  const { state, params } = context;
  const configuration = requireConfiguration(state, params);
  const rows = configurableFields(state).map((field) => {
    const item = configuration.items[field.id];
    const description = item?.description ?? field.description;
    return {
      id: field.id,
      ...(description === '' ? {} : { description }),
      isHidden: item?.isHidden ?? false,
      isRequired: item?.isRequired ?? false,
      ...(hasRenderer(field) ? { renderer: item?.renderer ?? defaultRenderer(field) } : {}),
    };
  });
  return json(page(context, `${PATH}/${configuration.id}/fields`, rows));
}

function changeItems({ state, params, body }: RouteContext): Reply {
  const configuration = requireConfiguration(state, params);
  const { fieldConfigurationItems } = readBody(ItemsBody, body);
  const known = new Map(configurableFields(state).map((field) => [field.id, field]));
  const items = { ...configuration.items };
  for (const change of fieldConfigurationItems) {
    const field = known.get(change.id);
    if (field === undefined) refuse(`The field '${change.id}' was not found.`);
    items[change.id] = changedItem(field, items[change.id], change);
  }
  state.fieldConfigurations.put({ ...configuration, items });
  return empty();
}

/** "Hiding a field deletes it from the field configuration": what it was besides does not come back. */
function changedItem(
  field: Field,
  before: FieldConfigurationItem | undefined,
  { isHidden, isRequired, description, renderer }: ItemChange,
): FieldConfigurationItem {
  if (FIXED.has(field.id) && (isHidden === true || isRequired === false)) {
    refuse(`The field '${field.id}' cannot be hidden or made optional.`);
  }
  if (renderer !== undefined && !hasRenderer(field)) refuse(`The renderer of the field '${field.id}' cannot be set.`);
  if (renderer !== undefined && renderer !== 'text-renderer' && renderer !== 'wiki-renderer') {
    refuse(`The renderer '${renderer}' is not valid.`);
  }
  if (isHidden ?? before?.isHidden ?? false) return { isHidden: true, isRequired: false };
  return {
    ...before,
    isHidden: false,
    isRequired: isRequired ?? before?.isRequired ?? false,
    ...(description === undefined ? {} : { description }),
    ...(renderer === undefined ? {} : { renderer }),
  };
}

/** Fields that a configuration lists: those that can stand on a screen; not those of team-managed projects. */
function configurableFields(state: SiteState): Field[] {
  return state.fields.filter(
    ({ id, orderable, trash, scopeProjectId }) =>
      trash === undefined && scopeProjectId === undefined && (orderable || id === 'comment'),
  );
}

function hasRenderer({ id, kind }: Field): boolean {
  return TEXT_FIELDS.has(id) || kind === 'paragraph' || kind === 'text';
}

function defaultRenderer({ kind }: Field): string {
  return kind === 'text' ? 'text-renderer' : 'wiki-renderer';
}

function requireConfiguration(state: SiteState, params: RouteContext['params']): FieldConfiguration {
  const configuration = state.fieldConfigurations.get(params['id'] ?? '');
  if (configuration === undefined) throw notFound('The field configuration was not found.');
  return configuration;
}

function refuseTakenName(state: SiteState, name: string, ownId: string | undefined): void {
  const same = name.toLowerCase();
  if (state.fieldConfigurations.find((row) => row.id !== ownId && row.name.toLowerCase() === same)) {
    refuse('A field configuration is using this name.');
  }
}

function configurationJson({ id, name, description, isDefault }: FieldConfiguration): Record<string, unknown> {
  return { id: Number(id), name, description, ...(isDefault ? { isDefault: true } : {}) };
}

/**
 * Which fields a company-managed project shows, in the older of Jira's two models: project → field configuration scheme
 * → a field configuration for each issue type. Every field is shown until a configuration hides it.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-field-configurations/
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { portions, repeated } from './repeated';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

const anyId = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

export interface FieldConfiguration {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The one that projects without a scheme use. */
  readonly isDefault: boolean;
}

const configurationSchema: v.GenericSchema<unknown, FieldConfiguration> = v.object({
  id: anyId,
  name: v.string(),
  description: v.optional(v.string(), ''),
  isDefault: v.optional(v.boolean(), false),
});

export async function listFieldConfigurations(jira: JiraRequest): Promise<readonly FieldConfiguration[]> {
  return readAllPages(
    jira,
    'fieldConfiguration.list',
    (startAt) => path`/rest/api/3/fieldconfiguration?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    configurationSchema,
  );
}

/** How a configuration treats one field. */
export interface FieldItem {
  readonly id: string;
  readonly isHidden: boolean;
  readonly isRequired: boolean;
  readonly description?: string | undefined;
  readonly renderer?: string | undefined;
}

const itemSchema: v.GenericSchema<unknown, FieldItem> = v.object({
  id: v.string(),
  isHidden: v.optional(v.boolean(), false),
  isRequired: v.optional(v.boolean(), false),
  description: v.optional(v.string()),
  renderer: v.optional(v.string()),
});

export async function fieldItemsOf(jira: JiraRequest, configurationId: string): Promise<readonly FieldItem[]> {
  const operation = 'fieldConfiguration.items';
  const id = numericId(configurationId, operation);
  return readAllPages(
    jira,
    operation,
    (startAt) => path`/rest/api/3/fieldconfiguration/${id}/fields?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    itemSchema,
  );
}

/** Begins with the properties of the default configuration, every field optional. */
export async function createFieldConfiguration(
  jira: JiraRequest,
  configuration: { readonly name: string; readonly description: string },
): Promise<string> {
  const made = await send(
    jira,
    {
      operation: 'fieldConfiguration.create',
      method: 'POST',
      path: path`/rest/api/3/fieldconfiguration`,
      body: configuration,
    },
    v.object({ id: anyId }),
  );
  return made.id;
}

/** Items in one request; more are sent in several. */
const ITEMS_MOST = 100;

/** What an item leaves out stays as it is. */
export async function changeFieldItems(
  jira: JiraRequest,
  configurationId: string,
  items: readonly (Pick<FieldItem, 'id' | 'isHidden'> & Partial<FieldItem>)[],
): Promise<void> {
  const operation = 'fieldConfiguration.change';
  const id = numericId(configurationId, operation);
  for (const fieldConfigurationItems of portions(items, ITEMS_MOST)) {
    await sendOnly(jira, {
      operation,
      method: 'PUT',
      path: path`/rest/api/3/fieldconfiguration/${id}/fields`,
      body: { fieldConfigurationItems },
    });
  }
}

export async function deleteFieldConfiguration(jira: JiraRequest, configurationId: string): Promise<void> {
  const operation = 'fieldConfiguration.delete';
  const id = numericId(configurationId, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/fieldconfiguration/${id}` });
}

export interface FieldConfigurationScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

const schemeSchema: v.GenericSchema<unknown, FieldConfigurationScheme> = v.object({
  id: anyId,
  name: v.string(),
  description: v.optional(v.string(), ''),
});

export async function listFieldConfigurationSchemes(jira: JiraRequest): Promise<readonly FieldConfigurationScheme[]> {
  return readAllPages(
    jira,
    'fieldConfigurationScheme.list',
    (startAt) => path`/rest/api/3/fieldconfigurationscheme?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    schemeSchema,
  );
}

/** Project id → its scheme; projects that are not in it use the default configuration for everything. */
export async function fieldConfigurationSchemesOf(
  jira: JiraRequest,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, FieldConfigurationScheme>> {
  const operation = 'fieldConfigurationScheme.ofProjects';
  const ids = projectIds.map((id) => numericId(id, operation));
  const found = new Map<string, FieldConfigurationScheme>();
  for (const some of portions(ids)) {
    const rows = await readAllPages(
      jira,
      operation,
      (startAt) =>
        repeated(
          `/rest/api/3/fieldconfigurationscheme/project?startAt=${String(startAt)}&maxResults=${String(PAGE_SIZE)}&`,
          'projectId',
          some,
        ),
      v.object({ fieldConfigurationScheme: v.optional(schemeSchema), projectIds: v.array(v.string()) }),
    );
    for (const { fieldConfigurationScheme, projectIds: users } of rows) {
      if (fieldConfigurationScheme) for (const id of users) found.set(id, fieldConfigurationScheme);
    }
  }
  return found;
}

export interface ConfigurationMapping {
  readonly schemeId: string;
  /** An issue type id, or `default` for every type that is not named. */
  readonly issueTypeId: string;
  readonly configurationId: string;
}

/** Of every scheme of the site. */
export async function listConfigurationMappings(jira: JiraRequest): Promise<readonly ConfigurationMapping[]> {
  const rows = await readAllPages(
    jira,
    'fieldConfigurationScheme.mapping',
    (startAt) => path`/rest/api/3/fieldconfigurationscheme/mapping?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    v.object({ fieldConfigurationSchemeId: v.string(), issueTypeId: v.string(), fieldConfigurationId: v.string() }),
  );
  return rows.map(({ fieldConfigurationSchemeId, issueTypeId, fieldConfigurationId }) => ({
    schemeId: fieldConfigurationSchemeId,
    issueTypeId,
    configurationId: fieldConfigurationId,
  }));
}

export async function createFieldConfigurationScheme(
  jira: JiraRequest,
  scheme: { readonly name: string; readonly description: string },
): Promise<string> {
  const made = await send(
    jira,
    {
      operation: 'fieldConfigurationScheme.create',
      method: 'POST',
      path: path`/rest/api/3/fieldconfigurationscheme`,
      body: scheme,
    },
    v.object({ id: anyId }),
  );
  return made.id;
}

/** Says for these types which configuration they have; a type that has one already gets the other. */
export async function mapConfigurations(
  jira: JiraRequest,
  schemeId: string,
  mappings: readonly Omit<ConfigurationMapping, 'schemeId'>[],
): Promise<void> {
  const operation = 'fieldConfigurationScheme.map';
  const id = numericId(schemeId, operation);
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/fieldconfigurationscheme/${id}/mapping`,
    body: {
      mappings: mappings.map(({ issueTypeId, configurationId }) => ({
        issueTypeId: issueTypeId === 'default' ? issueTypeId : numericId(issueTypeId, operation),
        fieldConfigurationId: numericId(configurationId, operation),
      })),
    },
  });
}

/** @param schemeId `undefined`: Jira's default one. */
export async function assignFieldConfigurationScheme(
  jira: JiraRequest,
  projectId: string,
  schemeId: string | undefined,
): Promise<void> {
  const operation = 'fieldConfigurationScheme.assign';
  const scheme = schemeId === undefined ? {} : { fieldConfigurationSchemeId: numericId(schemeId, operation) };
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/fieldconfigurationscheme/project`,
    body: { ...scheme, projectId: numericId(projectId, operation) },
  });
}

export async function deleteFieldConfigurationScheme(jira: JiraRequest, schemeId: string): Promise<void> {
  const operation = 'fieldConfigurationScheme.delete';
  const id = numericId(schemeId, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/fieldconfigurationscheme/${id}` });
}

/** The configuration that a type has under a scheme; `undefined` as scheme: Jira's default configuration. */
export function configurationFor(
  mappings: readonly ConfigurationMapping[],
  defaultConfigurationId: string,
  schemeId: string | undefined,
  issueTypeId: string,
): string {
  if (schemeId === undefined) return defaultConfigurationId;
  const ofScheme = mappings.filter((mapping) => mapping.schemeId === schemeId);
  const named = ofScheme.find((mapping) => mapping.issueTypeId === issueTypeId);
  return (
    (named ?? ofScheme.find((mapping) => mapping.issueTypeId === 'default'))?.configurationId ?? defaultConfigurationId
  );
}

/** @throws JiraError; `unexpectedAnswer` when Jira has no default configuration. */
export function defaultConfigurationOf(all: readonly FieldConfiguration[]): FieldConfiguration {
  const found = all.find(({ isDefault }) => isDefault);
  if (found === undefined) throw new JiraError('unexpectedAnswer', 'fieldConfiguration.list');
  return found;
}

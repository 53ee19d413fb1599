/**
 * Custom fields and the options of single selects.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { customFieldId, numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface JiraField {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** `com.atlassian.jira.plugin.system.customfieldtypes:select` … */
  readonly customType: string | undefined;
}

const fieldSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    description: v.optional(v.string(), ''),
    schema: v.optional(v.object({ custom: v.optional(v.string()) })),
  }),
  v.transform(({ schema, ...field }): JiraField => ({ ...field, customType: schema?.custom })),
);

/**
 * Every custom field of the site; those of single team-managed projects are not among them.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-search-get
 */
export async function listCustomFields(jira: JiraRequest): Promise<readonly JiraField[]> {
  return readAllPages(
    jira,
    'field.search',
    (startAt) => path`/rest/api/3/field/search?type=custom&startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    fieldSchema,
  );
}

/**
 * Ids of every field, Jira's own and custom ones.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
 */
export async function listFieldIds(jira: JiraRequest): Promise<ReadonlySet<string>> {
  const fields = await send(
    jira,
    { operation: 'field.list', method: 'GET', path: path`/rest/api/3/field` },
    v.array(v.object({ id: v.string() })),
  );
  return new Set(fields.map(({ id }) => id));
}

export interface NewField {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly searcherKey: string;
}

/**
 * Names are not unique for Jira: whoever calls this has looked first.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-post
 * @throws JiraError; `refused` (not `forbidden`) without the right.
 */
export async function createField(jira: JiraRequest, field: NewField): Promise<JiraField> {
  return send(
    jira,
    { operation: 'field.create', method: 'POST', path: path`/rest/api/3/field`, body: field },
    fieldSchema,
  );
}

const contextSchema = v.object({ id: v.string(), isGlobalContext: v.optional(v.boolean(), false) });

/**
 * The context that holds for every project. A new field has one; where it was lost, one is made.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-contexts/
 */
export async function globalContextOf(jira: JiraRequest, fieldId: string, name: string): Promise<string> {
  const operation = 'field.context';
  const id = customFieldId(fieldId, operation);
  const contexts = await readAllPages(
    jira,
    operation,
    (startAt) => path`/rest/api/3/field/${id}/context?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    contextSchema,
  );
  const global = contexts.find((context) => context.isGlobalContext);
  if (global) return global.id;
  const made = await send(
    jira,
    {
      operation: 'field.context.create',
      method: 'POST',
      path: path`/rest/api/3/field/${id}/context`,
      body: { name, projectIds: [], issueTypeIds: [] },
    },
    v.object({ id: v.string() }),
  );
  return made.id;
}

export interface FieldOption {
  readonly id: string;
  readonly value: string;
}

const optionSchema = v.object({ id: v.string(), value: v.string() });

/**
 * The options of a select in one context, in their order.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options/#api-rest-api-3-field-fieldid-context-contextid-option-get
 */
export async function listOptions(
  jira: JiraRequest,
  fieldId: string,
  contextId: string,
): Promise<readonly FieldOption[]> {
  const operation = 'field.options';
  const field = customFieldId(fieldId, operation);
  const context = numericId(contextId, operation);
  return readAllPages(
    jira,
    operation,
    (startAt) => path`/rest/api/3/field/${field}/context/${context}/option?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    optionSchema,
  );
}

/**
 * Adds options behind those that are there, in the order given.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options/#api-rest-api-3-field-fieldid-context-contextid-option-post
 */
export async function addOptions(
  jira: JiraRequest,
  fieldId: string,
  contextId: string,
  values: readonly string[],
): Promise<readonly FieldOption[]> {
  const operation = 'field.options.add';
  const field = customFieldId(fieldId, operation);
  const context = numericId(contextId, operation);
  const answer = await send(
    jira,
    {
      operation,
      method: 'POST',
      path: path`/rest/api/3/field/${field}/context/${context}/option`,
      body: { options: values.map((value) => ({ value, disabled: false })) },
    },
    v.object({ options: v.array(optionSchema) }),
  );
  if (answer.options.length !== values.length) throw new JiraError('unexpectedAnswer', operation);
  return answer.options;
}

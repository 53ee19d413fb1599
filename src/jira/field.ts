/**
 * Custom fields and the options of single selects.
 */
import * as v from 'valibot';
import { customFieldId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

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

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-fieldid-put */
export async function renameField(jira: JiraRequest, fieldId: string, name: string): Promise<void> {
  const operation = 'field.rename';
  const id = customFieldId(fieldId, operation);
  await sendOnly(jira, { operation, method: 'PUT', path: path`/rest/api/3/field/${id}`, body: { name } });
}

/**
 * Moves a field to the trash, from where an admin can take it back for sixty days. Jira does so whether it has values
 * or not: whoever calls this has counted them.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-id-trash-post
 */
export async function trashField(jira: JiraRequest, fieldId: string): Promise<void> {
  const operation = 'field.trash';
  const id = customFieldId(fieldId, operation);
  await sendOnly(jira, { operation, method: 'POST', path: path`/rest/api/3/field/${id}/trash` });
}

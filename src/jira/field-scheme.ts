/**
 * Which fields a company-managed project may use. Jira has two models: field schemes, and the older field
 * configurations; a site has one or the other.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { customFieldId, numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

/**
 * The id of the project's field scheme; `undefined` on a site with the older model.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-field-schemes/
 */
export async function fieldSchemeOf(jira: JiraRequest, projectId: string): Promise<number | undefined> {
  const operation = 'fieldScheme.ofProject';
  const id = numericId(projectId, operation);
  try {
    const answer = await send(
      jira,
      { operation, method: 'GET', path: path`/rest/api/3/config/fieldschemes/projects?projectId=${id}` },
      v.object({ values: v.array(v.object({ schemeId: v.number() })) }),
    );
    return answer.values[0]?.schemeId;
  } catch (error) {
    // The endpoint itself is not there on a site with the older model.
    if (error instanceof JiraError && error.kind === 'notFound') return undefined;
    throw error;
  }
}

const outcomeSchema = v.object({ results: v.optional(v.array(v.object({ success: v.boolean() })), []) });

/**
 * Adds fields to a scheme. Jira may do a part and say so, with a status of its own.
 * @throws JiraError; `refused` when any field was not added.
 */
export async function addToFieldScheme(
  jira: JiraRequest,
  schemeId: number,
  fieldIds: readonly string[],
): Promise<void> {
  const operation = 'fieldScheme.add';
  const body = Object.fromEntries(
    fieldIds.map((field) => [customFieldId(field, operation), [{ schemeIds: [schemeId] }]]),
  );
  const answer = await send(
    jira,
    { operation, method: 'PUT', path: path`/rest/api/3/config/fieldschemes/fields`, body },
    outcomeSchema,
    // 204 has no body and means that everything was done.
    { results: [] },
  );
  if (answer.results.some(({ success }) => !success)) throw new JiraError('refused', operation);
}

/**
 * The same under the older model; what is associated already is ignored.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-associations/#api-rest-api-3-field-association-put
 */
export async function associateFields(
  jira: JiraRequest,
  projectId: string,
  fieldIds: readonly string[],
): Promise<void> {
  const operation = 'field.associate';
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/field/association`,
    body: {
      associationContexts: [{ type: 'PROJECT_ID', identifier: Number(numericId(projectId, operation)) }],
      fields: fieldIds.map((field) => ({ type: 'FIELD_ID', identifier: customFieldId(field, operation) })),
    },
  });
}

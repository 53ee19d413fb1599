/**
 * The options of single selects, in the context that holds for every project.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { customFieldId, numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

const contextSchema = v.object({ id: v.string(), isGlobalContext: v.optional(v.boolean(), false) });

/**
 * The context that holds for every project, if there is one; a new field has it.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-contexts/#api-rest-api-3-field-fieldid-context-get
 */
export async function findGlobalContext(jira: JiraRequest, fieldId: string): Promise<string | undefined> {
  const operation = 'field.context';
  const id = customFieldId(fieldId, operation);
  const contexts = await readAllPages(
    jira,
    operation,
    (startAt) => path`/rest/api/3/field/${id}/context?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    contextSchema,
  );
  return contexts.find((context) => context.isGlobalContext)?.id;
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-contexts/#api-rest-api-3-field-fieldid-context-post */
async function createGlobalContext(jira: JiraRequest, fieldId: string, name: string): Promise<string> {
  const operation = 'field.context.create';
  const id = customFieldId(fieldId, operation);
  const made = await send(
    jira,
    {
      operation,
      method: 'POST',
      path: path`/rest/api/3/field/${id}/context`,
      body: { name, projectIds: [], issueTypeIds: [] },
    },
    v.object({ id: v.string() }),
  );
  return made.id;
}

/** The same; where it was lost, one is made. @param name of the one that is made. */
export async function globalContextOf(jira: JiraRequest, fieldId: string, name: string): Promise<string> {
  return (await findGlobalContext(jira, fieldId)) ?? (await createGlobalContext(jira, fieldId, name));
}

export interface FieldOption {
  readonly id: string;
  readonly value: string;
}

export interface ContextOption extends FieldOption {
  /** Still on issues that have it; nobody can choose it any more. */
  readonly disabled: boolean;
}

const optionSchema = v.object({ id: v.string(), value: v.string(), disabled: v.optional(v.boolean(), false) });

/**
 * The options in their order.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options/#api-rest-api-3-field-fieldid-context-contextid-option-get
 */
export async function listOptions(
  jira: JiraRequest,
  fieldId: string,
  contextId: string,
): Promise<readonly ContextOption[]> {
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
): Promise<readonly ContextOption[]> {
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

/**
 * Changes options all at once. A disabled one stays on the issues that have it.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options/#api-rest-api-3-field-fieldid-context-contextid-option-put
 */
export async function changeOptions(
  jira: JiraRequest,
  fieldId: string,
  contextId: string,
  options: readonly ContextOption[],
): Promise<void> {
  const operation = 'field.options.change';
  const field = customFieldId(fieldId, operation);
  const context = numericId(contextId, operation);
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/field/${field}/context/${context}/option`,
    body: { options },
  });
}

/**
 * Which fields a company-managed project may use, in the newer of Jira's two models: field schemes. The older one is in
 * field-configuration.ts; a site has one or the other.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-field-schemes/
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { customFieldId, numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import type { Users } from './project-usage';
import { portions, repeated } from './repeated';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

export interface FieldScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
}

/** One call writes the id as a number, another as text. */
const schemeId = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const schemeSchema: v.GenericSchema<unknown, FieldScheme> = v.object({
  id: schemeId,
  name: v.string(),
  description: v.optional(v.string(), ''),
  isDefault: v.optional(v.boolean(), false),
});

/** Project id → id of its scheme; `undefined` on a site with the older model, where the endpoint is not there. */
export async function fieldSchemesOf(
  jira: JiraRequest,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> {
  const operation = 'fieldScheme.ofProjects';
  const ids = projectIds.map((id) => numericId(id, operation));
  const found = new Map<string, string>();
  try {
    for (const some of portions(ids)) {
      const where = repeated(
        `/rest/api/3/config/fieldschemes/projects?maxResults=${String(PAGE_SIZE)}&`,
        'projectId',
        some,
      );
      const { values } = await send(
        jira,
        { operation, method: 'GET', path: where },
        v.object({ values: v.array(v.object({ projectId: schemeId, schemeId })) }),
      );
      for (const row of values) found.set(row.projectId, row.schemeId);
    }
    return found;
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return undefined;
    throw error;
  }
}

export async function readFieldScheme(jira: JiraRequest, id: string): Promise<FieldScheme> {
  const operation = 'fieldScheme.read';
  const scheme = numericId(id, operation);
  return send(jira, { operation, method: 'GET', path: path`/rest/api/3/config/fieldschemes/${scheme}` }, schemeSchema);
}

export async function listFieldSchemes(jira: JiraRequest): Promise<readonly FieldScheme[]> {
  return readAllPages(
    jira,
    'fieldScheme.list',
    (startAt) => path`/rest/api/3/config/fieldschemes?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    schemeSchema,
  );
}

/** Which of these fields the scheme has. */
export async function fieldsInScheme(
  jira: JiraRequest,
  id: string,
  fieldIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const operation = 'fieldScheme.fields';
  const scheme = numericId(id, operation);
  const fields = fieldIds.map((field) => customFieldId(field, operation));
  const found = new Set<string>();
  for (const some of portions(fields)) {
    const where = repeated(
      `/rest/api/3/config/fieldschemes/${scheme}/fields?maxResults=${String(PAGE_SIZE)}&`,
      'fieldId',
      some,
    );
    const { values } = await send(
      jira,
      { operation, method: 'GET', path: where },
      v.object({ values: v.array(v.object({ fieldId: v.string() })) }),
    );
    for (const { fieldId } of values) found.add(fieldId);
  }
  return found;
}

export async function usersOfFieldScheme(jira: JiraRequest, id: string): Promise<Users> {
  const operation = 'fieldScheme.usages';
  const scheme = numericId(id, operation);
  const rows = await readAllPages(
    jira,
    operation,
    (startAt) => path`/rest/api/3/config/fieldschemes/${scheme}/projects?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    v.object({ id: v.string() }),
  );
  return { projectIds: rows.map((row) => row.id), more: 0 };
}

/** A new scheme with the same fields and parameters. */
export async function cloneFieldScheme(
  jira: JiraRequest,
  id: string,
  clone: { readonly name: string; readonly description: string },
): Promise<string> {
  const operation = 'fieldScheme.clone';
  const scheme = numericId(id, operation);
  const made = await send(
    jira,
    { operation, method: 'POST', path: path`/rest/api/3/config/fieldschemes/${scheme}/clone`, body: clone },
    v.object({ id: schemeId }),
  );
  return made.id;
}

export async function deleteFieldScheme(jira: JiraRequest, id: string): Promise<void> {
  const operation = 'fieldScheme.delete';
  const scheme = numericId(id, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/config/fieldschemes/${scheme}` });
}

const outcomeSchema = v.object({ results: v.optional(v.array(v.object({ success: v.boolean() })), []) });

/** Jira may do a part and say so, with a status of its own; 204 has no body and means that everything was done. */
async function sendParts(
  jira: JiraRequest,
  operation: string,
  method: 'PUT' | 'DELETE',
  where: ReturnType<typeof path>,
  body: unknown,
): Promise<void> {
  const answer = await send(jira, { operation, method, path: where, body }, outcomeSchema, { results: [] });
  if (answer.results.some(({ success }) => !success)) throw new JiraError('refused', operation);
}

/** @throws JiraError; `refused` when any field was not added. */
export async function addToFieldScheme(jira: JiraRequest, id: string, fieldIds: readonly string[]): Promise<void> {
  const operation = 'fieldScheme.add';
  const schemeIds = [Number(numericId(id, operation))];
  const body = Object.fromEntries(fieldIds.map((field) => [customFieldId(field, operation), [{ schemeIds }]]));
  await sendParts(jira, operation, 'PUT', path`/rest/api/3/config/fieldschemes/fields`, body);
}

/** @throws JiraError; `refused` when any field was not removed. */
export async function removeFromFieldScheme(jira: JiraRequest, id: string, fieldIds: readonly string[]): Promise<void> {
  const operation = 'fieldScheme.remove';
  const schemeIds = [Number(numericId(id, operation))];
  const body = Object.fromEntries(fieldIds.map((field) => [customFieldId(field, operation), { schemeIds }]));
  await sendParts(jira, operation, 'DELETE', path`/rest/api/3/config/fieldschemes/fields`, body);
}

/** Gives the project this scheme. */
export async function assignFieldScheme(jira: JiraRequest, projectId: string, id: string): Promise<void> {
  const operation = 'fieldScheme.assign';
  const body = { [numericId(id, operation)]: { projectIds: [Number(numericId(projectId, operation))] } };
  await sendParts(jira, operation, 'PUT', path`/rest/api/3/config/fieldschemes/projects`, body);
}

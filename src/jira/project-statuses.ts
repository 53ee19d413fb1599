/**
 * The statuses that issues of each type can have in a project.
 */
import * as v from 'valibot';
import type { TypeOfProject } from '../domain/default-settings';
import { numericId } from './ids';
import { categoryOf } from './issue-fields';
import { path, type JiraRequest } from './request';
import { send } from './send';

const statusSchema = v.pipe(
  v.object({ id: v.string(), name: v.string(), statusCategory: v.object({ key: v.string() }) }),
  v.transform(({ id, name, statusCategory }) => ({ id, name, category: categoryOf(statusCategory.key) })),
);

const typesSchema = v.array(v.object({ id: v.string(), name: v.string(), statuses: v.array(statusSchema) }));

/**
 * Every issue type of the project with its statuses, in the order of Jira.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-statuses-get
 * @throws JiraError; `notFound` also for a project the caller may not see.
 */
export async function listTypesWithStatuses(
  jira: JiraRequest,
  projectId: string,
): Promise<readonly (TypeOfProject & { readonly name: string })[]> {
  const operation = 'project.statuses';
  const id = numericId(projectId, operation);
  return send(jira, { operation, method: 'GET', path: path`/rest/api/3/project/${id}/statuses` }, typesSchema);
}

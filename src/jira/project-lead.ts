/**
 * Who leads a project.
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { personSchema, type Person } from './issue-fields';
import { path, type JiraRequest } from './request';
import { send } from './send';

/**
 * `undefined` where Jira does not say, for example for a person who is gone.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-get
 * @throws JiraError
 */
export async function getProjectLead(jira: JiraRequest, projectId: string): Promise<Person | undefined> {
  const operation = 'project.lead';
  const id = numericId(projectId, operation);
  const call = { operation, method: 'GET', path: path`/rest/api/3/project/${id}?expand=lead` } as const;
  return (await send(jira, call, v.object({ lead: v.optional(personSchema) }))).lead;
}

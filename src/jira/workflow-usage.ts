/**
 * Which projects use a workflow.
 */
import * as v from 'valibot';
import { WORKFLOW_ID } from '../domain/identifiers';
import { JiraError } from './errors';
import { path, type JiraRequest } from './request';
import { send } from './send';

/** Jira takes up to 200 here. */
const USAGES = 200;
/** More pages than any site has projects. */
const PAGES_MOST = 50;

const schema = v.object({
  projects: v.optional(
    v.object({
      nextPageToken: v.optional(v.nullable(v.string())),
      values: v.optional(v.array(v.object({ id: v.string() })), []),
    }),
  ),
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflow-workflowid-projectusages-get */
export async function projectsUsingWorkflow(jira: JiraRequest, workflowId: string): Promise<readonly string[]> {
  const operation = 'workflow.usages';
  if (!WORKFLOW_ID.test(workflowId)) throw new JiraError('refused', operation);
  const ids: string[] = [];
  let token: string | undefined;
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const where =
      token === undefined
        ? path`/rest/api/3/workflow/${workflowId}/projectUsages?maxResults=${USAGES}`
        : path`/rest/api/3/workflow/${workflowId}/projectUsages?maxResults=${USAGES}&nextPageToken=${token}`;
    const { projects } = await send(jira, { operation, method: 'GET', path: where }, schema);
    ids.push(...(projects?.values ?? []).map(({ id }) => id));
    token = projects?.nextPageToken ?? undefined;
    if (token === undefined) return ids;
  }
  throw new JiraError('unexpectedAnswer', operation);
}

/**
 * Which issue types a company-managed project has. A scheme may be shared by several projects.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

/**
 * The id of the project's scheme.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-schemes/#api-rest-api-3-issuetypescheme-project-get
 */
export async function issueTypeSchemeOf(jira: JiraRequest, projectId: string): Promise<string> {
  const operation = 'issueTypeScheme.ofProject';
  const id = numericId(projectId, operation);
  const answer = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/issuetypescheme/project?projectId=${id}` },
    v.object({ values: v.array(v.object({ issueTypeScheme: v.object({ id: v.string() }) })) }),
  );
  const [first] = answer.values;
  if (!first) throw new JiraError('unexpectedAnswer', operation);
  return first.issueTypeScheme.id;
}

/**
 * All or nothing: a type that is in the scheme already is refused.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-schemes/#api-rest-api-3-issuetypescheme-issuetypeschemeid-issuetype-put
 */
export async function addToIssueTypeScheme(jira: JiraRequest, schemeId: string, issueTypeId: string): Promise<void> {
  const operation = 'issueTypeScheme.add';
  const id = numericId(schemeId, operation);
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/issuetypescheme/${id}/issuetype`,
    body: { issueTypeIds: [numericId(issueTypeId, operation)] },
  });
}

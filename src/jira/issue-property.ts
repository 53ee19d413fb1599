/**
 * Properties of an issue: JSON that apps keep beside it. Writing one leaves the issue's history, its date of change and
 * everybody's inbox alone, and raises no event of a changed issue.
 */
import { JiraError } from './errors';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { sendOnly } from './send';

/**
 * Replaces the whole value.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-issueidorkey-properties-propertykey-put
 * @throws JiraError; `notFound` for an issue that is gone, `forbidden` without the right to edit it.
 */
export async function setIssueProperty(jira: JiraRequest, issueId: string, key: string, value: object): Promise<void> {
  const operation = 'issueProperty.set';
  const id = numericId(issueId, operation);
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/issue/${id}/properties/${key}`,
    body: value,
  });
}

/**
 * Takes a property away; done where it, or the issue, is gone already.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-issueidorkey-properties-propertykey-delete
 * @throws JiraError
 */
export async function removeIssueProperty(jira: JiraRequest, issueId: string, key: string): Promise<void> {
  const operation = 'issueProperty.remove';
  const id = numericId(issueId, operation);
  try {
    await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/issue/${id}/properties/${key}` });
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return;
    throw error;
  }
}

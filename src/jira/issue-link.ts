/**
 * Links between issues.
 */
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { sendOnly } from './send';

export interface NewLink {
  readonly typeId: string;
  /** "mitigates" is read from the source to the target. */
  readonly sourceId: string;
  readonly targetId: string;
}

/**
 * Links two issues. A link that is already there stays the only one, without a word; the answer has no body.
 *
 * Jira's names are the wrong way round for a reader: what is posted as `inwardIssue` is the source, and shows the other
 * issue under the outward description.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/#api-rest-api-3-issuelink-post
 * @throws JiraError; `notFound` also without the right to link.
 */
export async function createLink(jira: JiraRequest, link: NewLink): Promise<void> {
  const operation = 'issueLink.create';
  await sendOnly(jira, {
    operation,
    method: 'POST',
    path: path`/rest/api/3/issueLink`,
    body: {
      type: { id: numericId(link.typeId, operation) },
      inwardIssue: { id: numericId(link.sourceId, operation) },
      outwardIssue: { id: numericId(link.targetId, operation) },
    },
  });
}

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/#api-rest-api-3-issuelink-linkid-delete
 * @throws JiraError; `notFound` when it is gone already, or without the right.
 */
export async function deleteLink(jira: JiraRequest, linkId: string): Promise<void> {
  const operation = 'issueLink.delete';
  const id = numericId(linkId, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/issueLink/${id}` });
}

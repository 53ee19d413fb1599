/**
 * Types of links between issues.
 */
import * as v from 'valibot';
import type { LinkType } from '../domain/site-setup';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

const linkTypeSchema = v.object({ id: v.string(), name: v.string(), inward: v.string(), outward: v.string() });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-link-types/#api-rest-api-3-issuelinktype-get */
export async function listLinkTypes(jira: JiraRequest): Promise<readonly LinkType[]> {
  const answer = await send(
    jira,
    { operation: 'linkType.list', method: 'GET', path: path`/rest/api/3/issueLinkType` },
    v.object({ issueLinkTypes: v.array(linkTypeSchema) }),
  );
  return answer.issueLinkTypes;
}

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-link-types/#api-rest-api-3-issuelinktype-post
 * @throws JiraError; `notFound` when the name is taken, linking is switched off, or the right is missing.
 */
export async function createLinkType(jira: JiraRequest, type: Omit<LinkType, 'id'>): Promise<LinkType> {
  return send(
    jira,
    { operation: 'linkType.create', method: 'POST', path: path`/rest/api/3/issueLinkType`, body: type },
    linkTypeSchema,
  );
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-link-types/#api-rest-api-3-issuelinktype-issuelinktypeid-put */
export async function changeLinkType(jira: JiraRequest, { id, ...words }: LinkType): Promise<LinkType> {
  const operation = 'linkType.change';
  const known = numericId(id, operation);
  return send(
    jira,
    { operation, method: 'PUT', path: path`/rest/api/3/issueLinkType/${known}`, body: words },
    linkTypeSchema,
  );
}

/**
 * Jira deletes the links of this type with it: whoever calls this has counted them.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-link-types/#api-rest-api-3-issuelinktype-issuelinktypeid-delete
 */
export async function deleteLinkType(jira: JiraRequest, linkTypeId: string): Promise<void> {
  const operation = 'linkType.delete';
  const id = numericId(linkTypeId, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/issueLinkType/${id}` });
}

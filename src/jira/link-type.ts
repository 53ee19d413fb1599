/**
 * Types of links between issues.
 */
import * as v from 'valibot';
import type { LinkType } from '../domain/site-setup';
import { path, type JiraRequest } from './request';
import { send } from './send';

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

/**
 * Pictures of issue types.
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send } from './send';

const idSchema = v.object({ id: v.string() });

/**
 * Ids of the pictures that were uploaded for one issue type.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-avatars/#api-rest-api-3-universal-avatar-type-type-owner-entityid-get
 */
export async function listOwnAvatars(jira: JiraRequest, issueTypeId: string): Promise<readonly string[]> {
  const operation = 'avatar.list';
  const id = numericId(issueTypeId, operation);
  const answer = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/universal_avatar/type/issuetype/owner/${id}` },
    v.object({ custom: v.optional(v.array(idSchema), []) }),
  );
  return answer.custom.map((avatar) => avatar.id);
}

/**
 * Uploads a square picture; the type does not have it before `changeIssueType`.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-avatars/#api-rest-api-3-universal-avatar-type-type-owner-entityid-post
 * @param size of a side, in pixels.
 */
export async function uploadAvatar(
  jira: JiraRequest,
  issueTypeId: string,
  png: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<string> {
  const operation = 'avatar.upload';
  const id = numericId(issueTypeId, operation);
  const answer = await send(
    jira,
    {
      operation,
      method: 'POST',
      path: path`/rest/api/3/universal_avatar/type/issuetype/owner/${id}?size=${size}`,
      png,
    },
    idSchema,
  );
  return answer.id;
}

/**
 * Groups of people.
 */
import * as v from 'valibot';
import { GROUP_ID } from '../domain/identifiers';
import { JiraError } from './errors';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface Group {
  readonly id: string;
  readonly name: string;
}

/** Rows of a list to choose from; whoever misses one types more of its name. */
const SUGGESTED_MOST = 20;

const foundSchema = v.object({ groups: v.array(v.object({ groupId: v.string(), name: v.string() })) });

/**
 * Groups whose name holds this text, as far as the caller may browse them; without that right, only an exact name.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-groups-picker-get
 */
export async function findGroups(jira: JiraRequest, text: string): Promise<readonly Group[]> {
  const { groups } = await send(
    jira,
    {
      operation: 'group.find',
      method: 'GET',
      path: path`/rest/api/3/groups/picker?query=${text.trim()}&maxResults=${SUGGESTED_MOST}`,
    },
    foundSchema,
  );
  return groups.map(({ groupId, name }) => ({ id: groupId, name }));
}

const bulkSchema = v.object({ values: v.array(v.object({ groupId: v.string(), name: v.string() })) });

/**
 * One group; `undefined` when there is none of this id.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-bulk-get
 */
export async function getGroup(jira: JiraRequest, groupId: string): Promise<Group | undefined> {
  const operation = 'group.get';
  if (!GROUP_ID.test(groupId)) throw new JiraError('refused', operation);
  const { values } = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/group/bulk?groupId=${groupId}` },
    bulkSchema,
  );
  const group = values.find((found) => found.groupId === groupId);
  return group && { id: group.groupId, name: group.name };
}

const membersSchema = v.object({
  values: v.array(v.object({ accountId: v.string() })),
  isLast: v.optional(v.boolean()),
});
/** Jira's own limit for a page. */
const MEMBERS_A_PAGE = 50;

/**
 * Account ids of the people in a group, without closed accounts: the first ones.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-member-get
 * @throws JiraError; `notFound` for a group that is gone, `forbidden` without Browse users and groups.
 */
export async function groupMembers(jira: JiraRequest, groupId: string, atMost: number): Promise<readonly string[]> {
  const operation = 'group.members';
  if (!GROUP_ID.test(groupId)) throw new JiraError('refused', operation);
  const members: string[] = [];
  for (;;) {
    const { values, isLast = values.length < MEMBERS_A_PAGE } = await send(
      jira,
      {
        operation,
        method: 'GET',
        path: path`/rest/api/3/group/member?groupId=${groupId}&startAt=${members.length}&maxResults=${MEMBERS_A_PAGE}`,
      },
      membersSchema,
    );
    members.push(...values.map(({ accountId }) => accountId));
    if (isLast || values.length === 0 || members.length >= atMost) return members.slice(0, atMost);
  }
}

const groupsSchema = v.array(v.object({ groupId: v.string() }));

/**
 * Ids of the groups that somebody is in.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-groups-get
 * @throws JiraError; `forbidden` without Browse users and groups.
 */
export async function groupIdsOf(jira: JiraRequest, accountId: string): Promise<ReadonlySet<string>> {
  const operation = 'group.ofPerson';
  const groups = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/user/groups?accountId=${accountId}` },
    groupsSchema,
  );
  return new Set(groups.map(({ groupId }) => groupId));
}

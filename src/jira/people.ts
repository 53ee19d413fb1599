/**
 * People, as the caller may see them.
 */
import * as v from 'valibot';
import { issueIdOrKey } from './ids';
import { personSchema, type Person } from './issue-fields';
import { repeated, REPEATED_MOST } from './repeated';
import { path, type JiraRequest } from './request';
import { send } from './send';

/**
 * People who may be given this issue and whose name or address starts so, the first few; all of them for an empty text.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-assignable-search-get
 * @throws JiraError
 */
export async function findAssignable(
  jira: JiraRequest,
  idOrKey: string,
  text: string,
  atMost: number,
): Promise<readonly Person[]> {
  const operation = 'people.assignable';
  const id = issueIdOrKey(idOrKey, operation);
  const query = path`/rest/api/3/user/assignable/search?issueId=${id}&query=${text.trim()}&maxResults=${atMost}`;
  return send(jira, { operation, method: 'GET', path: query }, v.array(personSchema));
}

/**
 * These people; those whom Jira does not tell of are left out.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get
 * @param accountIds the first 50 are asked for.
 * @throws JiraError
 */
export async function getPeople(jira: JiraRequest, accountIds: readonly string[]): Promise<readonly Person[]> {
  if (accountIds.length === 0) return [];
  const operation = 'people.bulk';
  const asked = accountIds.slice(0, REPEATED_MOST);
  const query = repeated(`/rest/api/3/user/bulk?maxResults=${REPEATED_MOST}&`, 'accountId', asked);
  const { values } = await send(
    jira,
    { operation, method: 'GET', path: query },
    v.object({ values: v.array(personSchema) }),
  );
  return values;
}

/**
 * Who the caller is.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get
 * @throws JiraError
 */
export async function ownAccountId(jira: JiraRequest): Promise<string> {
  const request = { operation: 'people.self', method: 'GET', path: path`/rest/api/3/myself` } as const;
  return (await send(jira, request, personSchema)).accountId;
}

export interface FoundPerson extends Person {
  /** Only where the person shows it to the caller, as few do. */
  readonly email: string | undefined;
}

const foundSchema = v.pipe(
  v.object({ emailAddress: v.optional(v.string()), accountType: v.optional(v.string(), 'atlassian') }),
  v.transform(({ emailAddress, accountType }) => ({
    email: emailAddress === '' ? undefined : emailAddress,
    isPerson: accountType === 'atlassian',
  })),
);

/**
 * Active people of the site whose name or e-mail address starts so, the first few; no apps. Jira looks at addresses that
 * it does not show.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get
 * @throws JiraError; none are found without the right to browse users.
 */
export async function findPeople(jira: JiraRequest, text: string, atMost: number): Promise<readonly FoundPerson[]> {
  const operation = 'people.search';
  const query = path`/rest/api/3/user/search?query=${text.trim()}&maxResults=${atMost}`;
  const found = await send(
    jira,
    { operation, method: 'GET', path: query },
    v.array(v.intersect([personSchema, foundSchema])),
  );
  return found.flatMap(({ isPerson, ...person }) => (isPerson && person.active ? [person] : []));
}

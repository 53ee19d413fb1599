/** Jira's REST as the shell uses it, as the chosen user. Each throws JiraProblem. */
import { ask, tell } from './request';
import {
  ChangelogShape,
  CommentsShape,
  CountShape,
  CreatedShape,
  CreateTypesShape,
  FieldListShape,
  IssueShape,
  PermissionsShape,
  ProjectShape,
  ProjectStatusesShape,
  SearchShape,
  TransitionsShape,
  UsersShape,
} from './shapes';
import type { Change, Comment, Field, Issue, IssueType, Transition, User } from './shapes';

const api = '/rest/api/3';
const part = encodeURIComponent;

export interface SearchPage {
  readonly issues: readonly Issue[];
  readonly next: string | undefined;
}

export async function search(
  jql: string,
  fields: readonly string[],
  maxResults: number,
  nextPageToken?: string,
): Promise<SearchPage> {
  const page = await ask(SearchShape, 'POST', `${api}/search/jql`, {
    jql,
    fields,
    maxResults,
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
  });
  return { issues: page.issues, next: page.nextPageToken ?? undefined };
}

/** Every match, page by page, up to `limit`; Jira may send short pages. */
export async function searchAll(jql: string, fields: readonly string[], limit: number): Promise<readonly Issue[]> {
  const found: Issue[] = [];
  let token: string | undefined;
  do {
    const page = await search(jql, fields, Math.min(100, limit - found.length), token);
    found.push(...page.issues);
    token = page.next;
  } while (token !== undefined && found.length < limit);
  return found;
}

export async function count(jql: string): Promise<number> {
  return (await ask(CountShape, 'POST', `${api}/search/approximate-count`, { jql })).count;
}

/** Jira remembers that this person looked at it. */
export function issue(key: string): Promise<Issue> {
  return ask(IssueShape, 'GET', `${api}/issue/${part(key)}?updateHistory=true`);
}

export async function comments(key: string): Promise<readonly Comment[]> {
  return (await ask(CommentsShape, 'GET', `${api}/issue/${part(key)}/comment?maxResults=100`)).comments;
}

/** The newest hundred changes. Jira lists the oldest first, so the last page is asked for. */
export async function changes(key: string): Promise<readonly Change[]> {
  const path = `${api}/issue/${part(key)}/changelog?maxResults=100`;
  const first = await ask(ChangelogShape, 'GET', path);
  const total = first.total ?? first.values.length;
  if (total <= 100) return first.values;
  return (await ask(ChangelogShape, 'GET', `${path}&startAt=${total - 100}`)).values;
}

export async function transitions(key: string): Promise<readonly Transition[]> {
  return (await ask(TransitionsShape, 'GET', `${api}/issue/${part(key)}/transitions`)).transitions;
}

export function fields(): Promise<readonly Field[]> {
  return ask(FieldListShape, 'GET', `${api}/field`);
}

export function assignable(key: string): Promise<readonly User[]> {
  return ask(UsersShape, 'GET', `${api}/user/assignable/search?issueKey=${part(key)}&maxResults=50`);
}

/** Which of these permissions the user has on the issue or in the project. */
export async function permissions(
  on: { issueKey: string } | { projectKey: string },
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const query = new URLSearchParams({ ...on, permissions: names.join(',') });
  const answer = await ask(PermissionsShape, 'GET', `${api}/mypermissions?${query.toString()}`);
  return new Set(names.filter((name) => answer.permissions[name]?.havePermission === true));
}

export function projectStatuses(projectKey: string) {
  return ask(ProjectStatusesShape, 'GET', `${api}/project/${part(projectKey)}/statuses`);
}

export async function projectTypes(projectKey: string): Promise<readonly IssueType[]> {
  return (await ask(ProjectShape, 'GET', `${api}/project/${part(projectKey)}`)).issueTypes;
}

export async function typesToCreate(projectKey: string): Promise<readonly IssueType[]> {
  return (await ask(CreateTypesShape, 'GET', `${api}/issue/createmeta/${part(projectKey)}/issuetypes?maxResults=50`))
    .issueTypes;
}

export const change = {
  fields: (key: string, values: Readonly<Record<string, unknown>>) =>
    tell('PUT', `${api}/issue/${part(key)}`, { fields: values }),
  status: (key: string, transitionId: string) =>
    tell('POST', `${api}/issue/${part(key)}/transitions`, { transition: { id: transitionId } }),
  comment: (key: string, body: unknown) => tell('POST', `${api}/issue/${part(key)}/comment`, { body }),
  create: (values: Readonly<Record<string, unknown>>) => ask(CreatedShape, 'POST', `${api}/issue`, { fields: values }),
};

/**
 * Which projects use a scheme, in the two shapes in which Jira tells.
 */
import * as v from 'valibot';
import { path, type JiraRequest } from './request';
import { send } from './send';
import { numericId } from './ids';
import { JiraError } from './errors';

/** The projects that use something. */
export interface Users {
  readonly projectIds: readonly string[];
  /** How many more Jira counted without naming them. */
  readonly more: number;
}

export const NOBODY: Users = { projectIds: [], more: 0 };

/** The page that `expand=projects` puts into an answer; only its first page can be had. */
export const embeddedUsers = v.optional(
  v.pipe(
    v.object({ total: v.optional(v.number(), 0), values: v.optional(v.array(v.object({ id: v.string() })), []) }),
    v.transform(({ total, values }): Users => {
      const projectIds = values.map(({ id }) => id);
      return { projectIds, more: Math.max(0, total - projectIds.length) };
    }),
  ),
  {},
);

/** Everybody who uses one of these. */
export function usersOfAny(all: readonly Users[]): Users {
  return {
    projectIds: [...new Set(all.flatMap(({ projectIds }) => projectIds))],
    more: all.reduce((sum, { more }) => sum + more, 0),
  };
}

/** The others: everybody but this project. */
export function othersThan(projectId: string, users: Users): Users {
  return { ...users, projectIds: users.projectIds.filter((id) => id !== projectId) };
}

export function isNobody(users: Users): boolean {
  return users.projectIds.length === 0 && users.more === 0;
}

/** Jira takes up to 200 here. */
const USAGES = 200;
/** More pages than any site has projects. */
const PAGES_MOST = 50;

const usagesSchema = v.object({
  projects: v.object({
    nextPageToken: v.optional(v.nullable(v.string())),
    values: v.array(v.object({ id: v.string() })),
  }),
});

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-schemes/#api-rest-api-3-workflowscheme-workflowschemeid-projectusages-get
 */
export async function usersOfWorkflowScheme(jira: JiraRequest, schemeId: string): Promise<Users> {
  const operation = 'workflowScheme.usages';
  const id = numericId(schemeId, operation);
  const projectIds: string[] = [];
  let token: string | undefined;
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const where =
      token === undefined
        ? path`/rest/api/3/workflowscheme/${id}/projectUsages?maxResults=${USAGES}`
        : path`/rest/api/3/workflowscheme/${id}/projectUsages?maxResults=${USAGES}&nextPageToken=${token}`;
    const { projects } = await send(jira, { operation, method: 'GET', path: where }, usagesSchema);
    projectIds.push(...projects.values.map((project) => project.id));
    const next = projects.nextPageToken ?? undefined;
    if (next === undefined || next === token) return { projectIds, more: 0 };
    token = next;
  }
  throw new JiraError('unexpectedAnswer', operation);
}

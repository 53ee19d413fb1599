/**
 * Statuses and resolutions of the site.
 */
import * as v from 'valibot';
import type { StatusCategory } from '../domain/progress';
import { PAGE_SIZE, readAllPages } from './page';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

export interface JiraStatus {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
  /** True for a status that belongs to one team-managed project. */
  readonly ofOneProject: boolean;
}

/** How this part of Jira writes the categories; an issue's status has other words for the same. */
const CATEGORY = { TODO: 'toDo', IN_PROGRESS: 'inProgress', DONE: 'done' } as const;
const CATEGORY_NAME = { toDo: 'TODO', inProgress: 'IN_PROGRESS', done: 'DONE' } as const;

const statusSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    description: v.optional(v.string(), ''),
    statusCategory: v.picklist(['TODO', 'IN_PROGRESS', 'DONE']),
    scope: v.optional(v.object({ type: v.string() })),
  }),
  v.transform(({ id, name, description, statusCategory, scope }): JiraStatus => {
    return { id, name, description, category: CATEGORY[statusCategory], ofOneProject: scope?.type === 'PROJECT' };
  }),
);

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-status/#api-rest-api-3-statuses-search-get */
export async function listStatuses(jira: JiraRequest): Promise<readonly JiraStatus[]> {
  return readAllPages(
    jira,
    'status.list',
    (startAt) => path`/rest/api/3/statuses/search?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    statusSchema,
  );
}

export interface NewStatus {
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
}

/**
 * Makes statuses for the whole site, all or none.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-status/#api-rest-api-3-statuses-post
 */
export async function createStatuses(
  jira: JiraRequest,
  statuses: readonly NewStatus[],
): Promise<readonly JiraStatus[]> {
  return send(
    jira,
    {
      operation: 'status.create',
      method: 'POST',
      path: path`/rest/api/3/statuses`,
      body: {
        scope: { type: 'GLOBAL' },
        statuses: statuses.map(({ name, description, category }) => {
          return { name, description, statusCategory: CATEGORY_NAME[category] };
        }),
      },
    },
    v.array(statusSchema),
  );
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-status/#api-rest-api-3-statuses-put */
export async function changeStatus(jira: JiraRequest, status: NewStatus & { readonly id: string }): Promise<void> {
  const operation = 'status.change';
  const { name, description, category } = status;
  const id = numericId(status.id, operation);
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/statuses`,
    body: { statuses: [{ id, name, description, statusCategory: CATEGORY_NAME[category] }] },
  });
}

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-status/#api-rest-api-3-statuses-delete
 * @throws JiraError; `refused` while a workflow uses it.
 */
export async function deleteStatus(jira: JiraRequest, statusId: string): Promise<void> {
  const operation = 'status.delete';
  const id = numericId(statusId, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/statuses?id=${id}` });
}

export interface JiraResolution {
  readonly id: string;
  readonly name: string;
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-resolutions/#api-rest-api-3-resolution-search-get */
export async function listResolutions(jira: JiraRequest): Promise<readonly JiraResolution[]> {
  return readAllPages(
    jira,
    'resolution.list',
    (startAt) => path`/rest/api/3/resolution/search?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    v.object({ id: v.string(), name: v.string() }),
  );
}

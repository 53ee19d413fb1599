/**
 * Projects.
 */
import * as v from 'valibot';
import type { StatusCategory } from '../domain/progress';
import { numericId } from './ids';
import { categoryOf } from './issue-fields';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface JiraProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Team-managed: types, fields and screens belong to the project, and no REST call adds any. */
  readonly teamManaged: boolean;
  readonly archived: boolean;
  readonly issueTypes: readonly ProjectIssueType[];
}

export interface ProjectIssueType {
  readonly id: string;
  readonly name: string;
  /** 1 and above: epics and what is above them; 0: stories, tasks, bugs; -1: subtasks. */
  readonly hierarchyLevel: number;
}

const projectSchema = v.pipe(
  v.object({
    id: v.string(),
    key: v.string(),
    name: v.string(),
    style: v.optional(v.string()),
    simplified: v.optional(v.boolean(), false),
    archived: v.optional(v.boolean(), false),
    issueTypes: v.optional(
      v.array(v.object({ id: v.string(), name: v.string(), hierarchyLevel: v.optional(v.number(), 0) })),
      [],
    ),
  }),
  v.transform(({ style, simplified, ...project }): JiraProject => {
    return { ...project, teamManaged: simplified || style === 'next-gen' };
  }),
);

/**
 * One project.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-get
 * @throws JiraError; `notFound` also for a project the caller may not see.
 */
export async function getProject(jira: JiraRequest, projectId: string): Promise<JiraProject> {
  const operation = 'project.get';
  const id = numericId(projectId, operation);
  return send(jira, { operation, method: 'GET', path: path`/rest/api/3/project/${id}` }, projectSchema);
}

export interface ProjectStatus {
  readonly id: string;
  readonly category: StatusCategory;
}

const statusesSchema = v.array(
  v.object({
    id: v.string(),
    statuses: v.array(v.object({ id: v.string(), statusCategory: v.object({ key: v.string() }) })),
  }),
);

/**
 * The statuses that issues of one type can have in a project; none when the project has no such type.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-statuses-get
 */
export async function statusesOfType(
  jira: JiraRequest,
  projectId: string,
  issueTypeId: string,
): Promise<readonly ProjectStatus[]> {
  const operation = 'project.statuses';
  const id = numericId(projectId, operation);
  const types = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/project/${id}/statuses` },
    statusesSchema,
  );
  const statuses = types.find((type) => type.id === issueTypeId)?.statuses ?? [];
  return statuses.map((status) => ({ id: status.id, category: categoryOf(status.statusCategory.key) }));
}

/** Jira takes at most fifty ids here. */
const SEARCH_MOST = 50;

/**
 * Which of these projects the caller may see. Archived and deleted ones are not among them.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get
 */
export async function visibleProjects(
  jira: JiraRequest,
  projectIds: readonly string[],
): Promise<readonly JiraProject[]> {
  const operation = 'project.search';
  const ids = projectIds.map((value) => numericId(value, operation));
  const found: JiraProject[] = [];
  for (let start = 0; start < ids.length; start += SEARCH_MOST) {
    const path = repeatedIds(ids.slice(start, start + SEARCH_MOST));
    found.push(...(await send(jira, { operation, method: 'GET', path }, searchSchema)).values);
  }
  return found;
}

/** The ids of `visibleProjects`. */
export async function visibleProjectIds(
  jira: JiraRequest,
  projectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await visibleProjects(jira, projectIds)).map(({ id }) => id));
}

/** Rows of a list to choose from; whoever misses one types more of its name. */
const SUGGESTED_MOST = 20;

/**
 * Projects the caller may see whose name or key holds this text, by name; the first ones of all for an empty text.
 * Same endpoint.
 */
export async function findProjects(jira: JiraRequest, text: string): Promise<readonly JiraProject[]> {
  const words = text.trim();
  const answer = await send(
    jira,
    {
      operation: 'project.search',
      method: 'GET',
      path:
        words === ''
          ? path`/rest/api/3/project/search?maxResults=${SUGGESTED_MOST}&orderBy=name`
          : path`/rest/api/3/project/search?maxResults=${SUGGESTED_MOST}&orderBy=name&query=${words}`,
    },
    searchSchema,
  );
  return answer.values;
}

const searchSchema = v.object({ values: v.array(projectSchema) });

/** `id` is a repeated parameter (`id=1&id=2`), so the path has as many parts as there are ids. */
function repeatedIds(ids: readonly string[]) {
  const parts = ids.map((_, index) =>
    index === 0 ? `/rest/api/3/project/search?maxResults=${SEARCH_MOST}&id=` : '&id=',
  );
  const strings = Object.assign([...parts, ''], { raw: [...parts, ''] });
  return { strings: strings as TemplateStringsArray, values: ids };
}

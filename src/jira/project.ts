/**
 * Projects.
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { portions, repeated, REPEATED_MOST } from './repeated';
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
  for (const some of portions(ids)) {
    const where = repeated(`/rest/api/3/project/search?maxResults=${String(REPEATED_MOST)}&`, 'id', some);
    found.push(...(await send(jira, { operation, method: 'GET', path: where }, searchSchema)).values);
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

/**
 * Which of these projects the caller may browse. Unlike what `visibleProjects` finds, the right to administer a project
 * is not enough. Same endpoint; one request for up to 50 projects, none for none.
 */
export async function browsableProjectIds(
  jira: JiraRequest,
  projectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const operation = 'project.browsable';
  const ids = [...new Set(projectIds)].map((value) => numericId(value, operation));
  const found = await Promise.all(
    portions(ids).map((some) => {
      const where = repeated(
        `/rest/api/3/project/search?action=browse&maxResults=${String(REPEATED_MOST)}&`,
        'id',
        some,
      );
      return send(jira, { operation, method: 'GET', path: where }, v.object({ values: v.array(idOnly) }));
    }),
  );
  return new Set(found.flatMap(({ values }) => values.map(({ id }) => id)));
}

const idOnly = v.object({ id: v.string() });

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

/** Every project the caller may see, and for a Jira admin every project there is. Same endpoint. */
export async function listProjectIds(jira: JiraRequest): Promise<readonly string[]> {
  const rows = await readAllPages(
    jira,
    'project.list',
    (startAt) => path`/rest/api/3/project/search?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    v.object({ id: v.string() }),
  );
  return rows.map(({ id }) => id);
}

/**
 * What the caller can create in a project: its issue types, and the fields of their create screens.
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send } from './send';

/** Jira's own most for one page; no project has as many types, and the fields asked for come first. */
const MOST = 200;

/** Rows of a list to choose from; whoever misses one types more of its name. */
const SUGGESTED_MOST = 20;

export interface CreatableProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/**
 * Projects where the caller may create issues and whose name or key holds this text, by name; the first ones of all for
 * an empty text.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get
 */
export async function creatableProjects(jira: JiraRequest, text: string): Promise<readonly CreatableProject[]> {
  const words = text.trim();
  const answer = await send(
    jira,
    {
      operation: 'createMeta.projects',
      method: 'GET',
      path:
        words === ''
          ? path`/rest/api/3/project/search?maxResults=${SUGGESTED_MOST}&orderBy=name&action=create`
          : path`/rest/api/3/project/search?maxResults=${SUGGESTED_MOST}&orderBy=name&action=create&query=${words}`,
    },
    v.object({ values: v.array(v.object({ id: v.string(), key: v.string(), name: v.string() })) }),
  );
  return answer.values;
}

export interface CreatableType {
  readonly id: string;
  readonly name: string;
  /** 1 and above: epics and what is above them; 0: stories, tasks, bugs; -1: sub-tasks. */
  readonly hierarchyLevel: number;
}

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-get
 * @throws JiraError; `notFound` also for whoever may not create issues there.
 */
export async function creatableTypes(jira: JiraRequest, projectId: string): Promise<readonly CreatableType[]> {
  const operation = 'createMeta.types';
  const id = numericId(projectId, operation);
  const answer = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/issue/createmeta/${id}/issuetypes?maxResults=${MOST}` },
    v.object({
      issueTypes: v.array(v.object({ id: v.string(), name: v.string(), hierarchyLevel: v.optional(v.number(), 0) })),
    }),
  );
  return answer.issueTypes;
}

export interface CreateField {
  readonly id: string;
  readonly name: string;
  /** Has to be given: required, and Jira has no value of its own for it. */
  readonly needed: boolean;
}

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-issuetypeid-get
 * @throws JiraError; `notFound` also for a type that the project does not have.
 */
export async function createFields(
  jira: JiraRequest,
  projectId: string,
  issueTypeId: string,
): Promise<readonly CreateField[]> {
  const operation = 'createMeta.fields';
  const [project, type] = [numericId(projectId, operation), numericId(issueTypeId, operation)];
  const answer = await send(
    jira,
    {
      operation,
      method: 'GET',
      path: path`/rest/api/3/issue/createmeta/${project}/issuetypes/${type}?maxResults=${MOST}`,
    },
    v.object({
      fields: v.array(
        v.object({
          fieldId: v.string(),
          name: v.string(),
          required: v.boolean(),
          hasDefaultValue: v.optional(v.boolean(), false),
        }),
      ),
    }),
  );
  return answer.fields.map(({ fieldId, name, required, hasDefaultValue }) => {
    return { id: fieldId, name, needed: required && !hasDefaultValue };
  });
}

/**
 * Which issue types a company-managed project has. A scheme may be shared by several projects.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-schemes/
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { embeddedUsers, type Users } from './project-usage';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';
import { schemesOfProjects, schemesWithUsers, type SchemeKind } from './shared-scheme';

export interface IssueTypeScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Jira's own, which holds every type that is made. */
  readonly isDefault: boolean;
  readonly defaultIssueTypeId: string | undefined;
  /** Nobody, where the projects were not asked for. */
  readonly users: Users;
}

const schemeSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    description: v.optional(v.string(), ''),
    isDefault: v.optional(v.boolean(), false),
    defaultIssueTypeId: v.optional(v.string()),
    projects: embeddedUsers,
  }),
  v.transform(({ projects, defaultIssueTypeId, ...scheme }): IssueTypeScheme => {
    return { ...scheme, defaultIssueTypeId, users: projects };
  }),
);

const SCHEMES: SchemeKind = {
  operation: 'issueTypeScheme',
  path: '/rest/api/3/issuetypescheme',
  property: 'issueTypeScheme',
};

/** Project id → id of its scheme; team-managed projects are not in it. */
export async function issueTypeSchemesOf(
  jira: JiraRequest,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return schemesOfProjects(jira, SCHEMES, projectIds);
}

/** With the projects that use them. */
export async function readIssueTypeSchemes(
  jira: JiraRequest,
  schemeIds: readonly string[],
): Promise<readonly IssueTypeScheme[]> {
  return schemesWithUsers(jira, SCHEMES, schemeIds, schemeSchema);
}

export async function listIssueTypeSchemes(jira: JiraRequest): Promise<readonly IssueTypeScheme[]> {
  return readAllPages(
    jira,
    'issueTypeScheme.list',
    (startAt) => path`/rest/api/3/issuetypescheme?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    schemeSchema,
  );
}

/** The types of a scheme in its order. */
export async function typesOfScheme(jira: JiraRequest, schemeId: string): Promise<readonly string[]> {
  const operation = 'issueTypeScheme.types';
  const id = numericId(schemeId, operation);
  const rows = await readAllPages(
    jira,
    operation,
    (startAt) =>
      path`/rest/api/3/issuetypescheme/mapping?issueTypeSchemeId=${id}&startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    v.object({ issueTypeId: v.string() }),
  );
  return rows.map(({ issueTypeId }) => issueTypeId);
}

export interface NewIssueTypeScheme {
  readonly name: string;
  readonly description: string;
  readonly issueTypeIds: readonly string[];
  readonly defaultIssueTypeId: string | undefined;
}

/** @throws JiraError; `conflict` when another scheme has the name. */
export async function createIssueTypeScheme(jira: JiraRequest, scheme: NewIssueTypeScheme): Promise<string> {
  const { defaultIssueTypeId, ...rest } = scheme;
  const made = await send(
    jira,
    {
      operation: 'issueTypeScheme.create',
      method: 'POST',
      path: path`/rest/api/3/issuetypescheme`,
      body: { ...rest, ...(defaultIssueTypeId === undefined ? {} : { defaultIssueTypeId }) },
    },
    v.object({ issueTypeSchemeId: v.string() }),
  );
  return made.issueTypeSchemeId;
}

/** @throws JiraError; `refused` when the project has issues of a type that is not in the scheme. */
export async function assignIssueTypeScheme(jira: JiraRequest, projectId: string, schemeId: string): Promise<void> {
  const operation = 'issueTypeScheme.assign';
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/issuetypescheme/project`,
    body: { issueTypeSchemeId: numericId(schemeId, operation), projectId: numericId(projectId, operation) },
  });
}

/** All or nothing: a type that is in the scheme already is refused. */
export async function addToIssueTypeScheme(jira: JiraRequest, schemeId: string, issueTypeId: string): Promise<void> {
  const operation = 'issueTypeScheme.add';
  const id = numericId(schemeId, operation);
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/issuetypescheme/${id}/issuetype`,
    body: { issueTypeIds: [numericId(issueTypeId, operation)] },
  });
}

/** @throws JiraError; `refused` while issues have the type. */
export async function removeFromIssueTypeScheme(
  jira: JiraRequest,
  schemeId: string,
  issueTypeId: string,
): Promise<void> {
  const operation = 'issueTypeScheme.remove';
  const id = numericId(schemeId, operation);
  const type = numericId(issueTypeId, operation);
  await sendOnly(jira, {
    operation,
    method: 'DELETE',
    path: path`/rest/api/3/issuetypescheme/${id}/issuetype/${type}`,
  });
}

/** @throws JiraError; `refused` while a project uses it. */
export async function deleteIssueTypeScheme(jira: JiraRequest, schemeId: string): Promise<void> {
  const operation = 'issueTypeScheme.delete';
  const id = numericId(schemeId, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/issuetypescheme/${id}` });
}

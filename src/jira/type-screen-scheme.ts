/**
 * Which screens an issue type has in a company-managed project: project → issue type screen scheme → screen scheme.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-screen-schemes/
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { embeddedUsers, type Users } from './project-usage';
import { portions, repeated } from './repeated';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';
import { schemesOfProjects, schemesWithUsers, type SchemeKind } from './shared-scheme';

export interface TypeScreenScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Nobody, where the projects were not asked for. */
  readonly users: Users;
}

const schemeSchema = v.pipe(
  v.object({ id: v.string(), name: v.string(), description: v.optional(v.string(), ''), projects: embeddedUsers }),
  v.transform(({ projects, ...scheme }): TypeScreenScheme => ({ ...scheme, users: projects })),
);

const SCHEMES: SchemeKind = {
  operation: 'typeScreenScheme',
  path: '/rest/api/3/issuetypescreenscheme',
  property: 'issueTypeScreenScheme',
};

/** Project id → id of its scheme; team-managed projects are not in it. */
export async function typeScreenSchemesOf(
  jira: JiraRequest,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return schemesOfProjects(jira, SCHEMES, projectIds);
}

/** With the projects that use them. */
export async function readTypeScreenSchemes(
  jira: JiraRequest,
  schemeIds: readonly string[],
): Promise<readonly TypeScreenScheme[]> {
  return schemesWithUsers(jira, SCHEMES, schemeIds, schemeSchema);
}

export async function listTypeScreenSchemes(jira: JiraRequest): Promise<readonly TypeScreenScheme[]> {
  return readAllPages(
    jira,
    'typeScreenScheme.list',
    (startAt) => path`/rest/api/3/issuetypescreenscheme?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    schemeSchema,
  );
}

/** Issue type id (or `default`) → id of its screen scheme. */
export type TypeScreens = ReadonlyMap<string, string>;

/** Scheme id → what it says. */
export async function typeScreensOf(
  jira: JiraRequest,
  schemeIds: readonly string[],
): Promise<ReadonlyMap<string, TypeScreens>> {
  const operation = 'typeScreenScheme.mapping';
  const ids = schemeIds.map((id) => numericId(id, operation));
  const found = new Map<string, Map<string, string>>();
  for (const some of portions(ids)) {
    const rows = await readAllPages(
      jira,
      operation,
      (startAt) =>
        repeated(
          `/rest/api/3/issuetypescreenscheme/mapping?startAt=${String(startAt)}&maxResults=${String(PAGE_SIZE)}&`,
          'issueTypeScreenSchemeId',
          some,
        ),
      v.object({ issueTypeScreenSchemeId: v.string(), issueTypeId: v.string(), screenSchemeId: v.string() }),
    );
    for (const { issueTypeScreenSchemeId, issueTypeId, screenSchemeId } of rows) {
      const ofScheme = found.get(issueTypeScreenSchemeId) ?? new Map<string, string>();
      found.set(issueTypeScreenSchemeId, ofScheme.set(issueTypeId, screenSchemeId));
    }
  }
  return found;
}

function mappingsBody(screens: TypeScreens, operation: string) {
  return [...screens].map(([issueTypeId, screenSchemeId]) => ({
    issueTypeId: issueTypeId === 'default' ? issueTypeId : numericId(issueTypeId, operation),
    screenSchemeId: numericId(screenSchemeId, operation),
  }));
}

/** @param scheme `screens` has an entry for `default`. */
export async function createTypeScreenScheme(
  jira: JiraRequest,
  scheme: { readonly name: string; readonly description: string; readonly screens: TypeScreens },
): Promise<string> {
  const operation = 'typeScreenScheme.create';
  const { name, description, screens } = scheme;
  const made = await send(
    jira,
    {
      operation,
      method: 'POST',
      path: path`/rest/api/3/issuetypescreenscheme`,
      body: { name, description, issueTypeMappings: mappingsBody(screens, operation) },
    },
    v.object({ id: v.string() }),
  );
  return made.id;
}

/** Gives a type that has no screens of its own some; Jira refuses a type that has. */
export async function mapTypeToScreens(
  jira: JiraRequest,
  schemeId: string,
  issueTypeId: string,
  screenSchemeId: string,
): Promise<void> {
  const operation = 'typeScreenScheme.map';
  const id = numericId(schemeId, operation);
  const issueTypeMappings = mappingsBody(new Map([[issueTypeId, screenSchemeId]]), operation);
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/issuetypescreenscheme/${id}/mapping`,
    body: { issueTypeMappings },
  });
}

/** The type then has the screens of `default`. */
export async function unmapType(jira: JiraRequest, schemeId: string, issueTypeId: string): Promise<void> {
  const operation = 'typeScreenScheme.unmap';
  const id = numericId(schemeId, operation);
  await sendOnly(jira, {
    operation,
    method: 'POST',
    path: path`/rest/api/3/issuetypescreenscheme/${id}/mapping/remove`,
    body: { issueTypeIds: [numericId(issueTypeId, operation)] },
  });
}

export async function assignTypeScreenScheme(jira: JiraRequest, projectId: string, schemeId: string): Promise<void> {
  const operation = 'typeScreenScheme.assign';
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/issuetypescreenscheme/project`,
    body: { issueTypeScreenSchemeId: numericId(schemeId, operation), projectId: numericId(projectId, operation) },
  });
}

/** @throws JiraError; `refused` while a project uses it. */
export async function deleteTypeScreenScheme(jira: JiraRequest, schemeId: string): Promise<void> {
  const operation = 'typeScreenScheme.delete';
  const id = numericId(schemeId, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/issuetypescreenscheme/${id}` });
}

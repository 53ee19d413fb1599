/**
 * Which screen an issue type uses in a company-managed project: project → issue type screen scheme → screen scheme →
 * screens.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

export interface ScreenScheme {
  readonly id: number;
  readonly name: string;
  /** Every screen of the scheme once, whatever it is used for. */
  readonly screenIds: readonly number[];
}

const screenSchemeSchema = v.pipe(
  v.object({ id: v.number(), name: v.string(), screens: v.optional(v.record(v.string(), v.number()), {}) }),
  v.transform(({ id, name, screens }): ScreenScheme => {
    return { id, name, screenIds: [...new Set(Object.values(screens))] };
  }),
);

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-schemes/#api-rest-api-3-screenscheme-get */
export async function listScreenSchemes(jira: JiraRequest): Promise<readonly ScreenScheme[]> {
  return readAllPages(
    jira,
    'screenScheme.list',
    (startAt) => path`/rest/api/3/screenscheme?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    screenSchemeSchema,
  );
}

/**
 * A scheme with one screen for everything.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-schemes/#api-rest-api-3-screenscheme-post
 */
export async function createScreenScheme(
  jira: JiraRequest,
  scheme: { readonly name: string; readonly description: string; readonly screenId: number },
): Promise<number> {
  const { name, description, screenId } = scheme;
  const made = await send(
    jira,
    {
      operation: 'screenScheme.create',
      method: 'POST',
      path: path`/rest/api/3/screenscheme`,
      body: { name, description, screens: { default: screenId } },
    },
    v.object({ id: v.number() }),
  );
  return made.id;
}

/**
 * The id of the project's issue type screen scheme.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-screen-schemes/#api-rest-api-3-issuetypescreenscheme-project-get
 */
export async function typeScreenSchemeOf(jira: JiraRequest, projectId: string): Promise<string> {
  const operation = 'typeScreenScheme.ofProject';
  const id = numericId(projectId, operation);
  const answer = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/issuetypescreenscheme/project?projectId=${id}` },
    v.object({ values: v.array(v.object({ issueTypeScreenScheme: v.object({ id: v.string() }) })) }),
  );
  const [first] = answer.values;
  if (!first) throw new JiraError('unexpectedAnswer', operation);
  return first.issueTypeScreenScheme.id;
}

/** Issue type id (or `default`) → id of its screen scheme. */
export type TypeScreens = ReadonlyMap<string, string>;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-screen-schemes/#api-rest-api-3-issuetypescreenscheme-mapping-get */
export async function typeScreensOf(jira: JiraRequest, typeScreenSchemeId: string): Promise<TypeScreens> {
  const operation = 'typeScreenScheme.mapping';
  const id = numericId(typeScreenSchemeId, operation);
  const rows = await readAllPages(
    jira,
    operation,
    (startAt) =>
      path`/rest/api/3/issuetypescreenscheme/mapping?issueTypeScreenSchemeId=${id}&startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    v.object({ issueTypeId: v.string(), screenSchemeId: v.string() }),
  );
  return new Map(rows.map(({ issueTypeId, screenSchemeId }) => [issueTypeId, screenSchemeId]));
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-screen-schemes/#api-rest-api-3-issuetypescreenscheme-issuetypescreenschemeid-mapping-put */
export async function mapTypeToScreens(
  jira: JiraRequest,
  typeScreenSchemeId: string,
  issueTypeId: string,
  screenSchemeId: string,
): Promise<void> {
  const operation = 'typeScreenScheme.map';
  const id = numericId(typeScreenSchemeId, operation);
  await sendOnly(jira, {
    operation,
    method: 'PUT',
    path: path`/rest/api/3/issuetypescreenscheme/${id}/mapping`,
    body: {
      issueTypeMappings: [
        {
          issueTypeId: numericId(issueTypeId, operation),
          screenSchemeId: numericId(screenSchemeId, operation),
        },
      ],
    },
  });
}

/**
 * Which screens are for creating, viewing and editing. Which types of a project use them: type-screen-scheme.ts.
 */
import * as v from 'valibot';
import { PAGE_SIZE, readAllPages } from './page';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

export interface ScreenScheme {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** Every screen of the scheme once, whatever it is used for. */
  readonly screenIds: readonly number[];
}

const screenSchemeSchema = v.pipe(
  v.object({
    id: v.number(),
    name: v.string(),
    description: v.optional(v.string(), ''),
    screens: v.optional(v.record(v.string(), v.number()), {}),
  }),
  v.transform(({ id, name, description, screens }): ScreenScheme => {
    return { id, name, description, screenIds: [...new Set(Object.values(screens))] };
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

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-schemes/#api-rest-api-3-screenscheme-screenschemeid-put */
export async function changeScreenScheme(
  jira: JiraRequest,
  scheme: { readonly id: number; readonly name: string; readonly screenId: number },
): Promise<void> {
  await sendOnly(jira, {
    operation: 'screenScheme.change',
    method: 'PUT',
    path: path`/rest/api/3/screenscheme/${scheme.id}`,
    body: { name: scheme.name, screens: { default: String(scheme.screenId) } },
  });
}

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-schemes/#api-rest-api-3-screenscheme-screenschemeid-delete
 * @throws JiraError; `refused` while a project's scheme uses it.
 */
export async function deleteScreenScheme(jira: JiraRequest, screenSchemeId: number): Promise<void> {
  await sendOnly(jira, {
    operation: 'screenScheme.delete',
    method: 'DELETE',
    path: path`/rest/api/3/screenscheme/${screenSchemeId}`,
  });
}

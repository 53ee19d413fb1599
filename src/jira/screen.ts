/**
 * Screens, their tabs, and the fields on them.
 */
import * as v from 'valibot';
import { CUSTOM_FIELD_ID } from '../domain/identifiers';
import { JiraError } from './errors';
import { PAGE_SIZE, readAllPages } from './page';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

/** Ids of screens, tabs and screen schemes are numbers on the wire, unlike nearly every other id of Jira. */
export interface Screen {
  readonly id: number;
  readonly name: string;
  readonly description: string;
}

const screenSchema = v.object({ id: v.number(), name: v.string(), description: v.optional(v.string(), '') });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screens/#api-rest-api-3-screens-get */
export async function listScreens(jira: JiraRequest): Promise<readonly Screen[]> {
  return readAllPages(
    jira,
    'screen.list',
    (startAt) => path`/rest/api/3/screens?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    screenSchema,
  );
}

/**
 * Makes a screen with one empty tab.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screens/#api-rest-api-3-screens-post
 */
export async function createScreen(
  jira: JiraRequest,
  screen: { readonly name: string; readonly description: string },
): Promise<Screen> {
  return send(
    jira,
    { operation: 'screen.create', method: 'POST', path: path`/rest/api/3/screens`, body: screen },
    screenSchema,
  );
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screens/#api-rest-api-3-screens-screenid-put */
export async function renameScreen(jira: JiraRequest, screenId: number, name: string): Promise<void> {
  await sendOnly(jira, {
    operation: 'screen.rename',
    method: 'PUT',
    path: path`/rest/api/3/screens/${screenId}`,
    body: { name },
  });
}

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screens/#api-rest-api-3-screens-screenid-delete
 * @throws JiraError; `refused` while a screen scheme or a workflow uses it.
 */
export async function deleteScreen(jira: JiraRequest, screenId: number): Promise<void> {
  await sendOnly(jira, {
    operation: 'screen.delete',
    method: 'DELETE',
    path: path`/rest/api/3/screens/${screenId}`,
  });
}

const idSchema = v.object({ id: v.number() });

async function listTabs(jira: JiraRequest, screenId: number): Promise<readonly number[]> {
  const tabs = await send(
    jira,
    { operation: 'screen.tabs', method: 'GET', path: path`/rest/api/3/screens/${screenId}/tabs` },
    v.array(idSchema),
  );
  return tabs.map(({ id }) => id);
}

/**
 * Puts fields on a screen, behind those that are there; what is on any of its tabs already stays where it is.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-tab-fields/#api-rest-api-3-screens-screenid-tabs-tabid-fields-post
 */
export async function putOnScreen(jira: JiraRequest, screenId: number, fieldIds: readonly string[]): Promise<void> {
  const tabs = await listTabs(jira, screenId);
  const [firstTab] = tabs;
  if (firstTab === undefined) throw new JiraError('unexpectedAnswer', 'screen.tabs');
  const there = new Set((await Promise.all(tabs.map((tabId) => listTabFields(jira, screenId, tabId)))).flat());
  for (const fieldId of fieldIds.filter((field) => !there.has(field))) {
    await addToTab(jira, screenId, firstTab, fieldId);
  }
}

/** Which of these fields are on the screen, on whichever tab. */
export async function fieldsOnScreen(jira: JiraRequest, screenId: number): Promise<ReadonlySet<string>> {
  const tabs = await listTabs(jira, screenId);
  return new Set((await Promise.all(tabs.map((tabId) => listTabFields(jira, screenId, tabId)))).flat());
}

async function listTabFields(jira: JiraRequest, screenId: number, tabId: number): Promise<readonly string[]> {
  const fields = await send(
    jira,
    {
      operation: 'screen.tabFields',
      method: 'GET',
      path: path`/rest/api/3/screens/${screenId}/tabs/${tabId}/fields`,
    },
    v.array(v.object({ id: v.string() })),
  );
  return fields.map(({ id }) => id);
}

async function addToTab(jira: JiraRequest, screenId: number, tabId: number, fieldId: string): Promise<void> {
  const operation = 'screen.addField';
  // Fields of Jira itself have names ("summary"), custom ones an id.
  if (!CUSTOM_FIELD_ID.test(fieldId) && !/^[a-z]{1,30}$/.test(fieldId)) throw new JiraError('refused', operation);
  await sendOnly(jira, {
    operation,
    method: 'POST',
    path: path`/rest/api/3/screens/${screenId}/tabs/${tabId}/fields`,
    body: { fieldId },
  });
}

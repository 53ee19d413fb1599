/**
 * The tabs of a screen with their names and fields: read, copied, added to, taken from.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-tabs/
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-tab-fields/
 */
import * as v from 'valibot';
import { CUSTOM_FIELD_ID } from '../domain/identifiers';
import { JiraError } from './errors';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

export interface ScreenTab {
  readonly id: number;
  readonly name: string;
  readonly fieldIds: readonly string[];
}

const tabSchema = v.object({ id: v.number(), name: v.string() });

/** In their order. */
export async function listTabs(jira: JiraRequest, screenId: number): Promise<readonly ScreenTab[]> {
  const tabs = await send(
    jira,
    { operation: 'screen.tabs', method: 'GET', path: path`/rest/api/3/screens/${screenId}/tabs` },
    v.array(tabSchema),
  );
  return Promise.all(
    tabs.map(async (tab): Promise<ScreenTab> => {
      const fields = await send(
        jira,
        {
          operation: 'screen.tabFields',
          method: 'GET',
          path: path`/rest/api/3/screens/${screenId}/tabs/${tab.id}/fields`,
        },
        v.array(v.object({ id: v.string() })),
      );
      return { ...tab, fieldIds: fields.map(({ id }) => id) };
    }),
  );
}

/** Behind the tabs that are there. */
export async function createTab(jira: JiraRequest, screenId: number, name: string): Promise<number> {
  const tab = await send(
    jira,
    {
      operation: 'screen.createTab',
      method: 'POST',
      path: path`/rest/api/3/screens/${screenId}/tabs`,
      body: { name },
    },
    tabSchema,
  );
  return tab.id;
}

export async function renameTab(jira: JiraRequest, screenId: number, tabId: number, name: string): Promise<void> {
  await sendOnly(jira, {
    operation: 'screen.renameTab',
    method: 'PUT',
    path: path`/rest/api/3/screens/${screenId}/tabs/${tabId}`,
    body: { name },
  });
}

/** Fields of Jira itself have names ("summary"), custom ones an id. */
function fieldId(value: string, operation: string): string {
  if (!CUSTOM_FIELD_ID.test(value) && !/^[A-Za-z][A-Za-z-]{0,40}$/.test(value))
    throw new JiraError('refused', operation);
  return value;
}

/**
 * Behind the fields that are there. Which projects have the field at all is not touched: putting a field on a screen
 * would otherwise give it to every project that uses the screen.
 */
export async function putOnTab(jira: JiraRequest, screenId: number, tabId: number, field: string): Promise<void> {
  const operation = 'screen.putField';
  await sendOnly(jira, {
    operation,
    method: 'POST',
    path: path`/rest/api/3/screens/${screenId}/tabs/${tabId}/fields?skipFieldAssociation=true`,
    body: { fieldId: fieldId(field, operation) },
  });
}

/** Values that issues have in the field stay. */
export async function takeOffTab(jira: JiraRequest, screenId: number, tabId: number, field: string): Promise<void> {
  const operation = 'screen.takeField';
  const id = fieldId(field, operation);
  await sendOnly(jira, {
    operation,
    method: 'DELETE',
    path: path`/rest/api/3/screens/${screenId}/tabs/${tabId}/fields/${id}`,
  });
}

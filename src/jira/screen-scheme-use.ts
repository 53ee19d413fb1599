/**
 * Screen schemes with the screens they show and the issue type screen schemes they are used in.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-schemes/
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { path, type JiraRequest } from './request';
import { send } from './send';

/** Screens by what they are for; `default` is for whatever is not named. */
export interface SchemeScreens {
  readonly default: number;
  readonly create?: number | undefined;
  readonly edit?: number | undefined;
  readonly view?: number | undefined;
}

export interface UsedScreenScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly screens: SchemeScreens;
  /** Issue type screen schemes that map a type, or every type, to it. */
  readonly typeScreenSchemeIds: readonly string[];
  /** How many more of them Jira counted without naming them. */
  readonly more: number;
}

const page = v.object({ total: v.optional(v.number()), values: v.optional(v.array(v.object({ id: v.string() })), []) });
const screen = v.optional(v.number());
const schema = v.pipe(
  v.object({
    id: v.number(),
    name: v.string(),
    description: v.optional(v.string(), ''),
    screens: v.object({ default: v.number(), create: screen, edit: screen, view: screen }),
    issueTypeScreenSchemes: v.optional(page),
  }),
  v.transform(({ id, issueTypeScreenSchemes, ...scheme }): UsedScreenScheme => {
    const typeScreenSchemeIds = (issueTypeScreenSchemes?.values ?? []).map((row) => row.id);
    const more = Math.max(0, (issueTypeScreenSchemes?.total ?? 0) - typeScreenSchemeIds.length);
    return { ...scheme, id: String(id), typeScreenSchemeIds, more };
  }),
);

/** Every screen scheme of the site. */
export async function listUsedScreenSchemes(jira: JiraRequest): Promise<readonly UsedScreenScheme[]> {
  return readAllPages(
    jira,
    'screenScheme.listUsed',
    (startAt) =>
      path`/rest/api/3/screenscheme?startAt=${startAt}&maxResults=${PAGE_SIZE}&expand=issueTypeScreenSchemes`,
    schema,
  );
}

/** Every screen of a scheme once. */
export function screensOf({ screens }: Pick<UsedScreenScheme, 'screens'>): readonly number[] {
  return [...new Set(Object.values(screens).filter((id): id is number => id !== undefined))];
}

export async function createSchemeOfScreens(
  jira: JiraRequest,
  scheme: { readonly name: string; readonly description: string; readonly screens: SchemeScreens },
): Promise<string> {
  const made = await send(
    jira,
    { operation: 'screenScheme.createLike', method: 'POST', path: path`/rest/api/3/screenscheme`, body: scheme },
    v.object({ id: v.number() }),
  );
  return numericId(String(made.id), 'screenScheme.createLike');
}

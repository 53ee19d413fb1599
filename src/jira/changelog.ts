/**
 * The histories of many issues at once.
 */
import * as v from 'valibot';
import { changeItemSchema } from './change-item';
import { issueIdOrKey } from './ids';
import { isoInstant } from './instant';
import { personSchema, type Person } from './issue-fields';
import { portions } from './repeated';
import { path, type JiraRequest } from './request';
import { send } from './send';

/** A field of an issue went from one value to another; ids are empty where there was none. */
export interface FieldChange {
  /** ISO instant. */
  readonly at: string;
  /** `undefined` where Jira does not say, for example for a person who is gone. */
  readonly by: Person | undefined;
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
}

/** Far below Jira's thousand: every issue costs a point, and a page shows no more. */
const ISSUES_MOST = 100;
/** Pages of one answer, 1,000 changes each; more means that Jira repeats itself. */
const PAGES_MOST = 20;

const historySchema = v.object({
  author: v.nullish(personSchema),
  created: v.pipe(v.union([v.number(), v.string()]), v.transform(whenOf), v.string()),
  items: v.array(changeItemSchema),
});

const pageSchema = v.object({
  issueChangeLogs: v.array(v.object({ issueId: v.string(), changeHistories: v.array(historySchema) })),
  nextPageToken: v.nullish(v.string()),
});

/**
 * Every change of status, by issue id, newest first; issues that the caller may not see, or that never moved, are not
 * among them.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post
 * @throws JiraError
 */
export async function fetchStatusChanges(
  jira: JiraRequest,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FieldChange[]>> {
  return fetchFieldChanges(jira, issueIds, 'status');
}

/**
 * The same for one field, by its id. Of a single select, the ids are those of its options.
 * @throws JiraError
 */
export async function fetchFieldChanges(
  jira: JiraRequest,
  issueIds: readonly string[],
  field: string,
): Promise<ReadonlyMap<string, readonly FieldChange[]>> {
  const operation = 'changelog.bulkfetch';
  const ids = [...new Set(issueIds)].map((id) => issueIdOrKey(id, operation));
  const read = await Promise.all(portions(ids, ISSUES_MOST).map((some) => readPortion(jira, operation, some, field)));
  const changes = new Map<string, FieldChange[]>();
  for (const { issueId, changeHistories } of read.flat()) {
    const found = changeHistories.flatMap(({ author, created, items }) =>
      items
        .filter(({ fieldId }) => fieldId === field)
        .map((item): FieldChange => ({
          at: created,
          by: author ?? undefined,
          from: { id: item.from, name: item.fromString },
          to: { id: item.to, name: item.toString },
        })),
    );
    // An issue's history may go on on the next page.
    changes.set(issueId, [...(changes.get(issueId) ?? []), ...found]);
  }
  for (const each of changes.values()) each.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return changes;
}

type IssueHistory = v.InferOutput<typeof pageSchema>['issueChangeLogs'][number];

async function readPortion(
  jira: JiraRequest,
  operation: string,
  issueIdsOrKeys: readonly string[],
  field: string,
): Promise<readonly IssueHistory[]> {
  const read: IssueHistory[] = [];
  let token: string | undefined;
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const answer = await send(
      jira,
      {
        operation,
        method: 'POST',
        readOnly: true,
        path: path`/rest/api/3/changelog/bulkfetch`,
        body: { issueIdsOrKeys, fieldIds: [field], ...(token === undefined ? {} : { nextPageToken: token }) },
      },
      pageSchema,
    );
    read.push(...answer.issueChangeLogs);
    const next = answer.nextPageToken ?? undefined;
    if (next === undefined || next === token) return read;
    token = next;
  }
  return read;
}

/** From here on a number is milliseconds; below it is seconds, as in Atlassian's own example (1492070429). */
const FIRST_MILLISECONDS = 100_000_000_000;

/** Jira documents a date and shows a number here, unlike everywhere else. */
function whenOf(created: number | string): string | undefined {
  if (typeof created === 'string') return isoInstant(created);
  const instant = new Date(created < FIRST_MILLISECONDS ? created * 1000 : created);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

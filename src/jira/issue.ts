/**
 * Issues: read one, read several by id, create, edit.
 */
import * as v from 'valibot';
import { changeItemSchema } from './change-item';
import { issueIdOrKey } from './ids';
import { isoInstant } from './instant';
import { personSchema, type FieldValues, type Person } from './issue-fields';
import { path, type JiraPath, type JiraRequest } from './request';
import { send, sendOnly } from './send';

export interface JiraIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: FieldValues;
  /** The issue properties asked for, by key. Anybody who may edit the issue may have written them. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Newest first; empty unless asked for. */
  readonly changes: readonly IssueChange[];
  /** Whether these are all changes there were: Jira gives the newest only. False unless asked for. */
  readonly changesAreAll: boolean;
}

export interface IssueChange {
  readonly author: Person | undefined;
  /** ISO instant. */
  readonly created: string;
  /** Ids of the fields that changed. */
  readonly fieldIds: readonly string[];
  readonly items: readonly ChangedField[];
}

/** One field of a change. Ids are empty where there are none; of text, Jira keeps its wiki markup. */
export interface ChangedField {
  readonly fieldId: string;
  readonly fromId: string;
  readonly from: string;
  readonly toId: string;
  readonly to: string;
}

const itemSchema = v.pipe(
  changeItemSchema,
  v.transform((item): ChangedField => {
    return { fieldId: item.fieldId, fromId: item.from, from: item.fromString, toId: item.to, to: item.toString };
  }),
);

const changeSchema = v.pipe(
  v.object({
    author: v.optional(personSchema),
    created: v.string(),
    items: v.array(itemSchema),
  }),
  v.transform(({ author, created, items }): IssueChange => {
    return { author, created: isoInstant(created) ?? created, fieldIds: items.map(({ fieldId }) => fieldId), items };
  }),
);

const issueSchema = v.pipe(
  v.object({
    id: v.string(),
    key: v.string(),
    fields: v.optional(v.record(v.string(), v.unknown()), {}),
    properties: v.optional(v.record(v.string(), v.unknown()), {}),
    changelog: v.optional(v.object({ total: v.optional(v.number()), histories: v.array(changeSchema) })),
  }),
  v.transform(({ changelog, ...issue }): JiraIssue => {
    const changes = [...(changelog?.histories ?? [])].sort((a, b) => Date.parse(b.created) - Date.parse(a.created));
    // Without a total nobody knows what is missing.
    return { ...issue, changes, changesAreAll: changelog?.total !== undefined && changes.length >= changelog.total };
  }),
);

export const issuesSchema = v.array(issueSchema);

export interface GetIssueOptions {
  readonly fields: readonly string[];
  readonly properties?: readonly string[];
  /** Also the newest changes (Jira gives at most the last hundred this way). */
  readonly withChanges?: boolean;
}

/**
 * One issue, as it is now: not through the search index.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
 * @throws JiraError; `notFound` also for an issue the caller may not see.
 */
export async function getIssue(jira: JiraRequest, idOrKey: string, options: GetIssueOptions): Promise<JiraIssue> {
  const operation = 'issue.get';
  const issuePath = getPath(issueIdOrKey(idOrKey, operation), options);
  return send(jira, { operation, method: 'GET', path: issuePath }, issueSchema);
}

function getPath(id: string, { fields, properties, withChanges }: GetIssueOptions): JiraPath {
  const wanted = fields.join(',');
  const keys = (properties ?? []).join(',');
  if (keys === '' && !withChanges) return path`/rest/api/3/issue/${id}?fields=${wanted}`;
  if (keys === '') return path`/rest/api/3/issue/${id}?fields=${wanted}&expand=changelog`;
  if (!withChanges) return path`/rest/api/3/issue/${id}?fields=${wanted}&properties=${keys}`;
  return path`/rest/api/3/issue/${id}?fields=${wanted}&properties=${keys}&expand=changelog`;
}

/** Jira takes at most a hundred in one request. */
const BULK_FETCH_MOST = 100;

/**
 * Several issues by id or key, as they are now. Issues that are gone or that the caller may not see are left out.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 */
export async function fetchIssues(
  jira: JiraRequest,
  idsOrKeys: readonly string[],
  options: Omit<GetIssueOptions, 'withChanges'>,
): Promise<readonly JiraIssue[]> {
  const operation = 'issue.bulkfetch';
  const wanted = [...new Set(idsOrKeys)].map((value) => issueIdOrKey(value, operation));
  const chunks: string[][] = [];
  for (let start = 0; start < wanted.length; start += BULK_FETCH_MOST) {
    chunks.push(wanted.slice(start, start + BULK_FETCH_MOST));
  }
  const answers = await Promise.all(
    chunks.map((issueIdsOrKeys) =>
      send(
        jira,
        {
          operation,
          method: 'POST',
          readOnly: true,
          path: path`/rest/api/3/issue/bulkfetch`,
          body: { issueIdsOrKeys, fields: options.fields, properties: options.properties ?? [] },
        },
        v.object({ issues: issuesSchema }),
      ),
    ),
  );
  return answers.flatMap((answer) => answer.issues);
}

/** What is written to an issue: fields by id, and properties in the same write. */
export interface IssueContent {
  readonly fields: FieldValues;
  readonly properties?: Readonly<Record<string, unknown>>;
}

const createdSchema = v.object({ id: v.string(), key: v.string() });
export type CreatedJiraIssue = v.InferOutput<typeof createdSchema>;

/**
 * Makes an issue. Not idempotent: whoever calls this knows what to do when the answer is lost.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post
 */
export async function createIssue(jira: JiraRequest, content: IssueContent): Promise<CreatedJiraIssue> {
  return send(
    jira,
    { operation: 'issue.create', method: 'POST', path: path`/rest/api/3/issue`, body: bodyOf(content) },
    createdSchema,
  );
}

/**
 * Sets fields and properties in one write; fields not named stay. Screens are not checked by Jira here.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-put
 */
export async function editIssue(jira: JiraRequest, idOrKey: string, content: IssueContent): Promise<void> {
  const operation = 'issue.edit';
  const id = issueIdOrKey(idOrKey, operation);
  await sendOnly(jira, { operation, method: 'PUT', path: path`/rest/api/3/issue/${id}`, body: bodyOf(content) });
}

function bodyOf({ fields, properties }: IssueContent): unknown {
  if (properties === undefined) return { fields };
  return { fields, properties: Object.entries(properties).map(([key, value]) => ({ key, value })) };
}

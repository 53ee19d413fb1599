/**
 * Finds the issue that an earlier call made although its answer never arrived.
 *
 * The mark is an issue property written in the same request as the issue, but this property is not indexed, and the
 * search index lags anyway. So two places are looked at: the links of the issue it was made for, and the issues whose
 * numbers lie around the newest number that the index knows, each read directly.
 */
import type { CreatedIssue } from '../contract/defs';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { linksOf, typeIdOf } from '../jira/issue-fields';
import { isOneOf, ordered } from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { searchFirst } from '../jira/search';
import { ONCE_PROPERTY } from './make-once';

/** Numbers looked at below and above the newest one in the index; together what one request takes. */
const NUMBERS = { below: 49, above: 50 } as const;

export interface MadeIssueQuery {
  readonly idempotencyKey: string;
  /** The type it was made with: a mark on an issue of another type is not believed. */
  readonly typeId: string;
  readonly projectId: string;
  /** A key of the project, for where the index knows no issue of it yet: `SHOP-1` will do. */
  readonly someKey: string;
  /** The issue it was made for, with its links. */
  readonly subject: JiraIssue;
}

/** @throws JiraError; `undefined` when it is in neither place. */
export async function findMadeIssue(jira: JiraRequest, query: MadeIssueQuery): Promise<CreatedIssue | undefined> {
  const linkedIds = linksOf(query.subject.fields)
    .filter(({ issue }) => issue.typeId === query.typeId)
    .map(({ issue }) => issue.id);
  const newest = await searchFirst(jira, {
    jql: ordered(isOneOf('project', [query.projectId]), { field: 'key', direction: 'DESC' }),
    fields: ['issuetype'],
    atMost: 1,
  });
  const options = { fields: ['issuetype'], properties: [ONCE_PROPERTY] };
  const candidates = await Promise.all([
    linkedIds.length === 0 ? [] : fetchIssues(jira, linkedIds, options),
    fetchIssues(jira, keysAround(newest[0]?.key ?? query.someKey), options),
  ]);
  const made = candidates.flat().find((issue) => isMadeBy(issue, query));
  return made && { id: made.id, key: made.key };
}

function keysAround(key: string): readonly string[] {
  const hyphen = key.lastIndexOf('-');
  const newest = Number(key.slice(hyphen + 1));
  const first = Math.max(1, newest - NUMBERS.below);
  return Array.from({ length: newest + NUMBERS.above - first + 1 }, (_, index) => {
    return `${key.slice(0, hyphen)}-${String(first + index)}`;
  });
}

function isMadeBy(issue: JiraIssue, { idempotencyKey, typeId }: MadeIssueQuery): boolean {
  const mark = issue.properties[ONCE_PROPERTY];
  const key = typeof mark === 'object' && mark !== null && 'key' in mark ? mark.key : undefined;
  return key === idempotencyKey && typeIdOf(issue.fields) === typeId;
}

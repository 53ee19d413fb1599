/**
 * Finds the security risk that an earlier call made although its answer never arrived.
 *
 * The mark is an issue property written in the same request as the issue, but a property cannot be searched for, and
 * the search index lags. So two places are looked at: the story's links, and
 * the issues whose numbers lie around the newest number that the index knows, each read directly.
 */
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { linksOf, typeIdOf } from '../jira/issue-fields';
import { isOneOf, ordered } from '../jira/jql';
import { searchFirst } from '../jira/search';
import type { CommandContext, ProjectContext } from './context';

/** Key of the issue property that holds the idempotency key. */
export const ONCE_PROPERTY = 'shift-up.once';

/** Numbers looked at below and above the newest one in the index; together what one request takes. */
const NUMBERS = { below: 49, above: 50 } as const;

export interface MadeRiskQuery {
  readonly idempotencyKey: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly story: JiraIssue;
}

/** @throws JiraError; `undefined` when it is in neither place. */
export async function findMadeRisk(
  context: CommandContext & ProjectContext,
  query: MadeRiskQuery,
): Promise<JiraIssue | undefined> {
  const { jira, setup } = context;
  const linkedIds = linksOf(query.story.fields)
    .filter(({ issue }) => issue.typeId === setup.riskTypeId)
    .map(({ issue }) => issue.id);
  const newest = await searchFirst(jira, {
    jql: ordered(isOneOf('project', [query.projectId]), { field: 'key', direction: 'DESC' }),
    fields: ['issuetype'],
    atMost: 1,
  });
  const around = numbersAround(newest[0]?.key ?? query.story.key).map((number) => `${query.projectKey}-${number}`);
  const options = { fields: ['issuetype'], properties: [ONCE_PROPERTY] };
  const candidates = await Promise.all([
    linkedIds.length === 0 ? [] : fetchIssues(jira, linkedIds, options),
    fetchIssues(jira, around, options),
  ]);
  return candidates.flat().find((issue) => isMadeBy(issue, query.idempotencyKey, setup.riskTypeId));
}

function numbersAround(key: string): readonly number[] {
  const newest = Number(key.slice(key.lastIndexOf('-') + 1));
  const first = Math.max(1, newest - NUMBERS.below);
  return Array.from({ length: newest + NUMBERS.above - first + 1 }, (_, index) => first + index);
}

function isMadeBy(issue: JiraIssue, idempotencyKey: string, riskTypeId: string): boolean {
  const mark = issue.properties[ONCE_PROPERTY];
  const key = typeof mark === 'object' && mark !== null && 'key' in mark ? mark.key : undefined;
  return key === idempotencyKey && typeIdOf(issue.fields) === riskTypeId;
}

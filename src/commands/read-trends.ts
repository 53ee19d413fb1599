/**
 * The history of projects, for one person: of those projects only that Jira lets this person browse now. A project that
 * is hidden, gone or archived is not in the answer, and nobody can tell which; undo removes the history with the project.
 */
import { firstOfDays, trendOf, type Trend } from '../domain/trend';
import { browsableProjectIds } from '../jira/project';
import type { JiraRequest } from '../jira/request';
import { readKeptTrend } from '../storage/trend';

export interface TrendsAsked {
  readonly projectIds: readonly string[];
  /** How many days back, today included. */
  readonly days: number;
}

/**
 * One request to Jira, whatever the number of projects (up to 50); what is stored is read beside it.
 * @param jira as the person.
 * @param now whose day in UTC is the last one.
 * @throws JiraError; then nothing is shown.
 */
export async function readTrends(
  jira: JiraRequest,
  { projectIds, days }: TrendsAsked,
  now: Date,
): Promise<readonly Trend[]> {
  const ids = [...new Set(projectIds)];
  if (ids.length === 0) return [];
  const today = now.toISOString().slice(0, 10);
  const span = { from: firstOfDays(today, days), today };
  const [visible, kept] = await Promise.all([
    browsableProjectIds(jira, ids),
    Promise.all(ids.map(async (projectId) => ({ projectId, ...(await readKeptTrend(projectId, span)) }))),
  ]);
  return kept
    .filter(({ projectId }) => visible.has(projectId))
    .map(({ projectId, since, counted, rebuilt }) => trendOf(projectId, since, counted, rebuilt, span));
}

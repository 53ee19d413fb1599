import type { Issue } from '../state/issue-entities';
import type { ClauseField } from './clause-field';
import type { Environment } from './environment';
import { instantField } from './scalar-fields';

/** When the person who asks looked at each issue last. Nobody else's views count. */
function viewsOf({ state, access }: Environment): ReadonlyMap<string, number> {
  const mine = state.issueViews.filter(({ accountId }) => accountId === access.accountId);
  return new Map(mine.map(({ issueId, at }) => [issueId, at]));
}

function viewedField(env: Environment): ClauseField {
  const views = viewsOf(env);
  return instantField((issue: Issue) => views.get(issue.id));
}

/** `lastViewed`: empty for issues the person never opened. */
export const lastViewed: ClauseField = {
  test: (env, ...clause) => viewedField(env).test(env, ...clause),
  compare: (env) => viewedField(env).compare!(env),
};

/** Jira keeps so many: https://support.atlassian.com/jira-software-cloud/docs/jql-functions/#issueHistory-- */
const HISTORY_MOST = 50;

/** `issueHistory()`: what the person looked at last. */
export function viewedIssueIds(env: Environment): readonly string[] {
  const latest = [...viewsOf(env)].sort(([, a], [, b]) => b - a);
  return latest.slice(0, HISTORY_MOST).map(([issueId]) => issueId);
}

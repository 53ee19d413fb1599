/**
 * Sets or takes away the mark of a bypass on one story, as the app: the one thing the app writes to issues by itself
 * about readiness.
 */
import type { Missing } from '../domain/readiness';
import { markChange, READINESS_PROPERTY } from '../domain/readiness-mark';
import { removeIssueProperty, setIssueProperty } from '../jira/issue-property';
import type { JiraRequest } from '../jira/request';

export interface MarkReadinessInput {
  readonly issueId: string;
  /** What the property holds now; `undefined` where there is none. */
  readonly standing: unknown;
  /** What the bypass misses; empty for an issue that is none. */
  readonly missing: readonly Missing[];
  readonly now: Date;
}

/** No request where the mark is true already. @throws JiraError */
export async function markReadiness(
  jira: JiraRequest,
  { issueId, standing, missing, now }: MarkReadinessInput,
): Promise<'set' | 'removed' | 'unchanged'> {
  const change = markChange(standing, missing, now);
  if (change === undefined) return 'unchanged';
  if (change === 'remove') {
    await removeIssueProperty(jira, issueId, READINESS_PROPERTY);
    return 'removed';
  }
  await setIssueProperty(jira, issueId, READINESS_PROPERTY, change.set);
  return 'set';
}

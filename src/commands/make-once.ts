/**
 * Makes one issue per idempotency key.
 */
import type { CreatedIssue } from '../contract/defs';
import { fetchIssues } from '../jira/issue';
import type { JiraRequest } from '../jira/request';
import { onceOnly, type Making } from './once-only';

export { ONCE_PROPERTY } from './once-only';

/** @throws Refusal and JiraError as `onceOnly` does. */
export async function makeOnce(jira: JiraRequest, making: Omit<Making<CreatedIssue>, 'again'>): Promise<CreatedIssue> {
  const again = async (issueId: string) => {
    const [issue] = await fetchIssues(jira, [issueId], { fields: ['issuetype'] });
    return issue && { id: issue.id, key: issue.key };
  };
  return onceOnly({ ...making, again });
}

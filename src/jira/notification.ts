/**
 * Messages that Jira sends by e-mail, about an issue.
 */
import { issueIdOrKey } from './ids';
import { path, type JiraRequest } from './request';
import { sendOnly } from './send';

export interface Notification {
  readonly to: { readonly accountId: string };
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** Only where the person may see the issue. */
  readonly onlyIfVisible: boolean;
}

/**
 * Puts a message into Jira's queue. Not idempotent: whoever calls this knows what to do when the answer is lost.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-notify-post
 * @throws JiraError; `forbidden` where the site sends no e-mail, `refused` for a recipient that cannot get any.
 */
export async function notify(jira: JiraRequest, idOrKey: string, notification: Notification): Promise<void> {
  const operation = 'issue.notify';
  const id = issueIdOrKey(idOrKey, operation);
  const { to, subject, text, onlyIfVisible } = notification;
  await sendOnly(jira, {
    operation,
    method: 'POST',
    path: path`/rest/api/3/issue/${id}/notify`,
    body: {
      subject,
      textBody: text,
      to: { users: [{ accountId: to.accountId }] },
      ...(onlyIfVisible ? { restrict: { permissions: [{ key: 'BROWSE_PROJECTS' }] } } : {}),
    },
  });
}

/**
 * Who can be asked to approve.
 */
import { listOfApprovers } from './approvers';
import type { AcceptanceContext } from './requester';
import { riskHere } from './risks-here';

/** Without the person who asks: nobody approves what they asked for. @throws Refusal as `riskHere`; JiraError */
export async function listApprovers(
  context: AcceptanceContext,
  { issueId }: { readonly issueId: string },
): Promise<{ readonly accountIds: readonly string[] }> {
  const { project } = await riskHere(context, issueId);
  const accountIds = await listOfApprovers(context.app, project);
  return { accountIds: accountIds.filter((id) => id !== context.accountId) };
}

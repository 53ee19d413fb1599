/**
 * The decisions on a risk, and what the person who asks may do about it.
 */
import type { DecisionsView } from '../contract/risks';
import { mayAcceptUntil, type Decision } from '../domain/acceptance';
import { acceptanceState } from '../domain/acceptance-state';
import { statusOf } from '../jira/issue-fields';
import { permissionsOnIssue } from '../jira/permission';
import { readDecisionsOn } from '../storage/decisions';
import { isApprover, listOfApprovers } from './approvers';
import { requesterOf, type AcceptanceContext } from './requester';
import { riskHere, type RiskHere } from './risks-here';

/** @throws Refusal as `riskHere`; JiraError */
export async function readDecisions(
  context: AcceptanceContext,
  { issueId }: { readonly issueId: string },
): Promise<DecisionsView> {
  const here = await riskHere(context, issueId);
  return decisionsView(context, here, await readDecisionsOn(issueId));
}

/** @param here as the person sees it now. */
export async function decisionsView(
  context: AcceptanceContext,
  here: RiskHere,
  decisions: readonly Decision[],
): Promise<DecisionsView> {
  const { jira, app, accountId } = context;
  const { risk, setup, project, today } = here;
  const { open, holds } = acceptanceState(decisions, today);
  const [granted, requester, approvers, isOne] = await Promise.all([
    permissionsOnIssue(jira, risk.id, ['EDIT_ISSUES', 'ADD_COMMENTS']),
    open && requesterOf(context, risk.id, open),
    listOfApprovers(app, project),
    open !== undefined && isApprover(app, project, accountId),
  ]);
  const noApprover = !approvers.some((id) => id !== (requester ?? accountId));
  const isPossible = setup.riskStatusIds !== undefined && statusOf(risk.fields).category !== 'done';
  const mayComment = granted.has('ADD_COMMENTS');
  // A request that nobody can say the author of is void, and the next one takes its place.
  const waits = open !== undefined && requester !== undefined && mayAcceptUntil(open.until, today);
  return {
    decisions,
    ...(waits ? { open: open.number } : {}),
    ...(holds === undefined ? {} : { holds: holds.number }),
    mayAsk: isPossible && mayComment && granted.has('EDIT_ISSUES') && !waits && !noApprover,
    mayDecide: isPossible && mayComment && waits && isOne && requester !== accountId,
    mayWithdraw: waits && requester === accountId,
    noApprover,
  };
}

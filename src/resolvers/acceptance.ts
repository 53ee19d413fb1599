/** Operations on acceptances of risks. */
import * as v from 'valibot';
import { askAcceptance } from '../commands/ask-acceptance';
import { decideAcceptance } from '../commands/decide-acceptance';
import { listApprovers } from '../commands/list-approvers';
import { readDecisions } from '../commands/read-decisions';
import type { AcceptanceContext } from '../commands/requester';
import { withdrawAcceptance } from '../commands/withdraw-acceptance';
import { appOf, type Caller, type Operations } from './define';
import { id, idempotencyKey } from './payloads';
import { accountId, isoDay, note } from './risk-payloads';
import { commandContext } from './site';

type Operation = 'readDecisions' | 'listApprovers' | 'askAcceptance' | 'decideAcceptance' | 'withdrawAcceptance';

/** Entries of one risk; no risk has so many. */
const ENTRIES_MOST = 100_000;
const request = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ENTRIES_MOST));

/**
 * With Jira as the app, for a person who passed the demand of the operation: roles and groups are shown to admins only, and
 * who decides often may not move a risk. What a person may do beyond the demand (asking for themselves, deciding, taking
 * back), the command checks before it writes.
 */
async function acceptanceContext(caller: Caller): Promise<AcceptanceContext> {
  return { ...(await commandContext(caller)), accountId: caller.accountId, app: appOf(caller) };
}

export const acceptanceOperations: Pick<Operations, Operation> = {
  readDecisions: {
    payload: v.object({ issueId: id }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['BROWSE_PROJECTS'], andTheApp: true }),
    run: async (caller, payload) => readDecisions(await acceptanceContext(caller), payload),
  },
  listApprovers: {
    payload: v.object({ issueId: id }),
    // Only who may ask somebody is told who can be asked.
    demands: ({ issueId }) => ({
      demand: 'onIssue',
      issueId,
      permissions: ['EDIT_ISSUES', 'ADD_COMMENTS'],
      andTheApp: true,
    }),
    run: async (caller, payload) => listApprovers(await acceptanceContext(caller), payload),
  },
  askAcceptance: {
    payload: v.object({
      issueId: id,
      justification: note,
      until: isoDay,
      approver: v.exactOptional(accountId),
      idempotencyKey,
    }),
    demands: ({ issueId }) => ({
      demand: 'onIssue',
      issueId,
      permissions: ['EDIT_ISSUES', 'ADD_COMMENTS'],
      andTheApp: true,
    }),
    run: async (caller, payload) => askAcceptance(await acceptanceContext(caller), payload),
  },
  decideAcceptance: {
    payload: v.object({
      issueId: id,
      request,
      verdict: v.picklist(['accept', 'decline']),
      note: v.exactOptional(note),
      idempotencyKey,
    }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['ADD_COMMENTS'], andTheApp: true }),
    run: async (caller, payload) => decideAcceptance(await acceptanceContext(caller), payload),
  },
  withdrawAcceptance: {
    payload: v.object({ issueId: id, request }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['BROWSE_PROJECTS'], andTheApp: true }),
    run: async (caller, payload) => withdrawAcceptance(await acceptanceContext(caller), payload),
  },
};

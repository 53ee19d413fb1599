/**
 * Asks to live with a risk until a day; also to extend an acceptance that holds.
 */
import type { DecisionsView } from '../contract/risks';
import { mayAcceptUntil, type Decision } from '../domain/acceptance';
import { acceptanceState } from '../domain/acceptance-state';
import { statusOf } from '../jira/issue-fields';
import { askingWords } from './acceptance-words';
import { append } from './append-decision';
import { isApprover, listOfApprovers } from './approvers';
import { commentOnce } from './comment-once';
import { entryOfKey } from './entry-of-key';
import { keepAcceptance } from './keep-acceptance';
import { decisionsView } from './read-decisions';
import { Refusal } from './refusal';
import { byTheApp, requesterOf, type AcceptanceContext } from './requester';
import { riskHere, type RiskHere } from './risks-here';

export interface AskAcceptanceInput {
  readonly issueId: string;
  readonly justification: string;
  readonly until: string;
  readonly approver?: string;
  readonly idempotencyKey: string;
}

/**
 * Comment as the person, entry, then status as the app. The same call again does only what is missing.
 * @throws Refusal `invalid-input` for an issue that is no security risk, a day out of range, and an approver who may not
 * approve or is the person who asks; `not-set-up` where the risk's statuses are not known (team-managed) or nobody else may
 * approve; `conflict` for a closed risk and while another request waits; otherwise as `commentOnce`. JiraError
 */
export async function askAcceptance(context: AcceptanceContext, input: AskAcceptanceInput): Promise<DecisionsView> {
  const { issueId, idempotencyKey } = input;
  const kept = await keepAcceptance(byTheApp(context), issueId);
  const done = await entryOfKey(idempotencyKey, kept.decisions);
  if (done !== undefined && done.kind !== 'asked') throw new Refusal('invalid-input');
  const asked = done ?? (await writeRequest(context, input, kept.decisions));
  // Without one somebody else was faster; perhaps this same call, twice.
  const { decisions } = await keepAcceptance(byTheApp(context), issueId, asked?.number);
  if ((await entryOfKey(idempotencyKey, decisions))?.kind !== 'asked') throw new Refusal('conflict');
  return decisionsView(context, await riskHere(context, issueId), decisions);
}

async function writeRequest(
  context: AcceptanceContext,
  { issueId, justification, until, approver, idempotencyKey }: AskAcceptanceInput,
  before: readonly Decision[],
): Promise<Decision | undefined> {
  const here = await riskHere(context, issueId);
  if (here.setup.riskStatusIds === undefined) throw new Refusal('not-set-up');
  if (statusOf(here.risk.fields).category === 'done') throw new Refusal('conflict');
  if (!mayAcceptUntil(until, here.today)) throw new Refusal('invalid-input');
  await checkApprovers(context, here.project, approver);
  const decisions = await withoutVoid(context, here, before);
  const body = askingWords(until, justification, approver);
  const comment = await commentOnce(context.jira, issueId, idempotencyKey, { body });
  // A key that belongs to what somebody else wrote, or to something else.
  if (comment.by?.accountId !== context.accountId) throw new Refusal('invalid-input');
  return append(here, decisions, context.now, { kind: 'asked', until, commentId: comment.id });
}

/** @throws Refusal `conflict` while a request waits. One whose comment is gone does not: nobody can decide on it. */
async function withoutVoid(
  context: AcceptanceContext,
  here: RiskHere,
  decisions: readonly Decision[],
): Promise<readonly Decision[]> {
  const { open } = acceptanceState(decisions, here.today);
  if (open === undefined) return decisions;
  if ((await requesterOf(context, here.risk.id, open)) !== undefined) throw new Refusal('conflict');
  const gone = await append(here, decisions, context.now, { kind: 'withdrawn', request: open.number });
  if (gone === undefined) throw new Refusal('conflict');
  return [...decisions, gone];
}

async function checkApprovers(
  { app, accountId }: AcceptanceContext,
  project: Parameters<typeof isApprover>[1],
  approver: string | undefined,
): Promise<void> {
  if (approver === undefined) {
    const approvers = await listOfApprovers(app, project);
    if (!approvers.some((id) => id !== accountId)) throw new Refusal('not-set-up');
    return;
  }
  if (approver === accountId || !(await isApprover(app, project, approver))) throw new Refusal('invalid-input');
}

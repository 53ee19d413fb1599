/**
 * Decides on a request to live with a risk: another person than the one who asked, with the right to approve.
 */
import type { DecisionsView } from '../contract/risks';
import { mayAcceptUntil, type Asked, type Decision } from '../domain/acceptance';
import { acceptanceState } from '../domain/acceptance-state';
import { decidingWords } from './acceptance-words';
import { append, type NewDecision } from './append-decision';
import { isApprover } from './approvers';
import { commentOnce } from './comment-once';
import { entryOfKey } from './entry-of-key';
import { keepAcceptance } from './keep-acceptance';
import { decisionsView } from './read-decisions';
import { Refusal } from './refusal';
import { byTheApp, requesterOf, type AcceptanceContext } from './requester';
import { riskHere } from './risks-here';

export interface DecideAcceptanceInput {
  readonly issueId: string;
  readonly request: number;
  readonly verdict: 'accept' | 'decline';
  readonly note?: string;
  readonly idempotencyKey: string;
}

/**
 * Comment as the person, entry, then field and status as the app. The same call again does only what is missing.
 * @throws Refusal `no-permission` for whoever asked, and for who may not approve; `conflict` for a request that does not
 * wait any more, whose author nobody can tell, or whose day is too near by now; `invalid-input` for declining without a
 * note and for an issue that is no security risk; otherwise as `commentOnce`. JiraError
 */
export async function decideAcceptance(
  context: AcceptanceContext,
  input: DecideAcceptanceInput,
): Promise<DecisionsView> {
  const { issueId, idempotencyKey } = input;
  const kept = await keepAcceptance(byTheApp(context), issueId);
  const done = await entryOfKey(idempotencyKey, kept.decisions);
  if (done !== undefined && !isThis(done, input)) throw new Refusal('invalid-input');
  const decided = done ?? (await writeDecision(context, input, kept.decisions));
  const { decisions } = await keepAcceptance(byTheApp(context), issueId, decided?.number);
  const written = await entryOfKey(idempotencyKey, decisions);
  // Somebody else was faster; where it was this same call, twice, it is done.
  if (written === undefined || !isThis(written, input)) throw new Refusal('conflict');
  return decisionsView(context, await riskHere(context, issueId), decisions);
}

function isThis(decision: Decision, { request, verdict }: DecideAcceptanceInput): boolean {
  const kind = verdict === 'accept' ? 'accepted' : 'declined';
  return decision.kind === kind && decision.request === request;
}

async function writeDecision(
  context: AcceptanceContext,
  input: DecideAcceptanceInput,
  decisions: readonly Decision[],
): Promise<Decision | undefined> {
  const { issueId, verdict, note, idempotencyKey } = input;
  const here = await riskHere(context, issueId);
  if (verdict === 'decline' && note === undefined) throw new Refusal('invalid-input');
  const { open } = acceptanceState(decisions, here.today);
  if (open?.number !== input.request) throw new Refusal('conflict');
  const requester = await requesterOf(context, issueId, open);
  if (requester === undefined) throw new Refusal('conflict');
  if (requester === context.accountId) throw new Refusal('no-permission');
  if (!(await isApprover(context.app, here.project, context.accountId))) throw new Refusal('no-permission');
  if (verdict === 'accept' && !mayAcceptUntil(open.until, here.today)) throw new Refusal('conflict');
  const body = decidingWords(verdict, open.until, open.number, note);
  const comment = await commentOnce(context.jira, issueId, idempotencyKey, { body });
  // A key that belongs to what somebody else wrote, or to something else.
  const isOther = comment.by?.accountId !== context.accountId || decisions.some((one) => one.commentId === comment.id);
  if (isOther) throw new Refusal('invalid-input');
  // Taken back while the comment was written: the entry's number would be taken too.
  return append(here, decisions, context.now, entryOf(verdict, open, comment.id));
}

function entryOf(verdict: DecideAcceptanceInput['verdict'], { number, until }: Asked, commentId: string): NewDecision {
  return verdict === 'accept'
    ? { kind: 'accepted', request: number, until, commentId }
    : { kind: 'declined', request: number, commentId };
}

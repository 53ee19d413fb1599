/**
 * Takes a request to live with a risk back.
 */
import type { DecisionsView } from '../contract/risks';
import { acceptanceState } from '../domain/acceptance-state';
import { append } from './append-decision';
import { keepAcceptance } from './keep-acceptance';
import { decisionsView } from './read-decisions';
import { Refusal } from './refusal';
import { byTheApp, requesterOf, type AcceptanceContext } from './requester';
import { riskHere } from './risks-here';

/**
 * The same call again finds it taken back.
 * @throws Refusal `no-permission` for anybody but whoever asked; `conflict` for a request that was decided on; otherwise as
 * `riskHere`. JiraError
 */
export async function withdrawAcceptance(
  context: AcceptanceContext,
  { issueId, request }: { readonly issueId: string; readonly request: number },
): Promise<DecisionsView> {
  const kept = await keepAcceptance(byTheApp(context), issueId);
  const here = await riskHere(context, issueId);
  const asked = kept.decisions.find(({ number }) => number === request);
  if (asked?.kind !== 'asked') throw new Refusal('conflict');
  if ((await requesterOf(context, issueId, asked)) !== context.accountId) throw new Refusal('no-permission');
  const { open } = acceptanceState(kept.decisions, here.today);
  if (open?.number === request) {
    await append(here, kept.decisions, context.now, { kind: 'withdrawn', request });
  }
  const { decisions } = await keepAcceptance(byTheApp(context), issueId);
  const isBack = decisions.some((one) => one.kind === 'withdrawn' && one.request === request);
  if (!isBack) throw new Refusal('conflict');
  return decisionsView(context, await riskHere(context, issueId), decisions);
}

/**
 * What has to be done so that a risk in Jira says the same as its decisions. Pure.
 */
import type { Accepted, Asked, Decision } from './acceptance';
import { acceptanceState } from './acceptance-state';

/** Where a risk is, as far as acceptances care. `closed`: any status that counts as done. */
export type RiskPlace = 'accepted' | 'awaitingAcceptance' | 'closed' | 'elsewhere';

export interface RiskStanding {
  readonly place: RiskPlace;
  /** The field Acceptance expires, an ISO day. */
  readonly expires: string | undefined;
}

/**
 * - `expire`: the day is over, and nobody has written that down;
 * - `void`: nobody can decide on the request any more;
 * - `follow`: a decision or a request stands, and the risk is not where that puts it: either nobody brought it there yet,
 *   or somebody brought it away since, which ends it. Only the history tells;
 * - `bringBack`: it stands in Accepted and no decision holds;
 * - `reassess`: it waits for a decision that nobody asks for any more;
 * - `writeDay`: the field says another day than the decision.
 */
export type Duty =
  | { readonly duty: 'nothing' | 'bringBack' | 'reassess' }
  | { readonly duty: 'expire'; readonly accepted: Accepted }
  | { readonly duty: 'void'; readonly request: Asked }
  | { readonly duty: 'follow'; readonly entry: Accepted | Asked }
  | { readonly duty: 'writeDay'; readonly until: string | null };

/**
 * The first thing to do; the same question again, when that is done, gives the next. A risk that nobody ever decided about
 * is left alone outside of Accepted.
 * @param decisions of the risk, in the order of their numbers.
 * @param today ISO day in UTC.
 */
export function dutyOf(decisions: readonly Decision[], { place, expires }: RiskStanding, today: string): Duty {
  const { open, holds, lapsed } = acceptanceState(decisions, today);
  if (lapsed !== undefined) return { duty: 'expire', accepted: lapsed };
  // Nobody can accept until a day that has come.
  if (open !== undefined && (open.until <= today || place === 'closed')) return { duty: 'void', request: open };
  if (holds !== undefined && place !== 'accepted') return { duty: 'follow', entry: holds };
  if (holds === undefined && place === 'accepted') return { duty: 'bringBack' };
  if (holds === undefined && open !== undefined && place !== 'awaitingAcceptance')
    return { duty: 'follow', entry: open };
  const isKnown = decisions.length > 0;
  if (isKnown && place === 'awaitingAcceptance' && open === undefined) return { duty: 'reassess' };
  const until = holds?.until;
  if ((isKnown || place === 'accepted') && expires !== until) return { duty: 'writeDay', until: until ?? null };
  return { duty: 'nothing' };
}

/**
 * What the decisions on one risk come to: which request waits, and which acceptance holds. Pure.
 *
 * Total: an entry that makes no sense where it stands (a decision on another request, a second request while one waits)
 * changes nothing, so that no order of entries leads to an acceptance that nobody decided on.
 */
import type { Accepted, Asked, Decision } from './acceptance';

export interface AcceptanceState {
  /** Waits for a decision. */
  readonly open: Asked | undefined;
  /** Holds, until its day is over. */
  readonly holds: Accepted | undefined;
  /** Its day is over, and nobody has written that down yet. */
  readonly lapsed: Accepted | undefined;
}

interface Standing {
  readonly open: Asked | undefined;
  readonly accepted: Accepted | undefined;
}

/**
 * @param decisions of one risk, in the order of their numbers.
 * @param today ISO day in UTC: an acceptance holds to the end of its last day.
 */
export function acceptanceState(decisions: readonly Decision[], today: string): AcceptanceState {
  const { open, accepted } = decisions.reduce<Standing>(after, { open: undefined, accepted: undefined });
  const over = accepted !== undefined && accepted.until < today;
  return { open, holds: over ? undefined : accepted, lapsed: over ? accepted : undefined };
}

function after({ open, accepted }: Standing, decision: Decision): Standing {
  switch (decision.kind) {
    case 'asked':
      return { open: open ?? decision, accepted };
    case 'accepted':
      // Only the day that was asked for can be decided on.
      return open?.number === decision.request && open.until === decision.until
        ? { open: undefined, accepted: decision }
        : { open, accepted };
    case 'declined':
    case 'withdrawn':
      return open?.number === decision.request ? { open: undefined, accepted } : { open, accepted };
    case 'expired':
    case 'ended':
      return accepted?.number === decision.accepted ? { open, accepted: undefined } : { open, accepted };
  }
}

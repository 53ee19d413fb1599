/**
 * Acceptances: decisions to live with a risk until a day. Pure.
 *
 * The decisions of one risk are a list to which entries are only ever added. Who asked and who decided is in Jira, as the
 * author of the comment that an entry names; it is never stored.
 */
import { daysAfter } from './day';
import type { Level, Score } from './level';

/** How long a risk is accepted, in days, counted from the day of the decision; both limits belong to the range. */
export const ACCEPTANCE_DAYS = { least: 1, usual: 90, most: 365 } as const;

/** The risk at the moment of an entry. Numbers only: no names, no text. */
export interface RiskState {
  readonly inherent: Score | undefined;
  readonly residual: Score | undefined;
  readonly level: Level | undefined;
  readonly residualLevel: Level | undefined;
  /** Enablers that count, and how many of them were done. */
  readonly enablers: { readonly done: number; readonly total: number };
  readonly owned: boolean;
}

interface Entry {
  readonly version: 1;
  /** 1 for the first entry of a risk. */
  readonly number: number;
  /** ISO instant. */
  readonly at: string;
  /**
   * The comment in Jira that says why; its author is who did it. Missing where a request was taken back (only whoever asked
   * can do that) and for what the app did by itself.
   */
  readonly commentId?: string;
  readonly state: RiskState;
}

/**
 * - `asked`: somebody asked to live with the risk until a day; also to extend an acceptance that holds;
 * - `accepted`, `declined`: another person decided on the request of that number;
 * - `withdrawn`: whoever asked took the request back; or it became void, because the risk was moved out of Awaiting
 *   acceptance or closed, the comment that asked is gone, or its day came before anybody decided;
 * - `expired`: the day passed;
 * - `ended`: the risk left Accepted on another way; or (`accepted` is 0) it stood in Accepted without any decision.
 */
export type Decision =
  | (Entry & { readonly kind: 'asked'; readonly until: string })
  | (Entry & { readonly kind: 'accepted'; readonly until: string; readonly request: number })
  | (Entry & { readonly kind: 'declined' | 'withdrawn'; readonly request: number })
  | (Entry & { readonly kind: 'expired' | 'ended'; readonly accepted: number });
export type DecisionKind = Decision['kind'];
export type Asked = Extract<Decision, { readonly kind: 'asked' }>;
export type Accepted = Extract<Decision, { readonly kind: 'accepted' }>;

/** True for a day until which a risk may be accepted by a decision of today. */
export function mayAcceptUntil(until: string, today: string): boolean {
  return until >= daysAfter(today, ACCEPTANCE_DAYS.least) && until <= daysAfter(today, ACCEPTANCE_DAYS.most);
}

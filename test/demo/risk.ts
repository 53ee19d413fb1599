/**
 * How a security risk of the demo world is written down. Types only.
 */
import type { Block } from './adf';
import type { PersonName } from './people';

/** [likelihood, impact] */
export type Position = readonly [1 | 2 | 3 | 4 | 5, 1 | 2 | 3 | 4 | 5];

export type RiskStatusName =
  'Identified' | 'Assessed' | 'In treatment' | 'Verification' | 'Awaiting acceptance' | 'Accepted' | 'Closed';

/** A request to live with a risk, and what became of it. ISO days. */
export interface AskedAcceptance {
  readonly on: string;
  readonly by: PersonName;
  readonly of: PersonName;
  readonly why: string;
  readonly until: string;
  /** Missing: it waits. */
  readonly decided?: { readonly on: string; readonly verdict: 'accept' | 'decline'; readonly note?: string };
}

export interface RiskData {
  /** SHOP-<number>. */
  readonly number: number;
  readonly summary: string;
  readonly text: readonly Block[];
  /** ISO day on which it was recorded. */
  readonly created: string;
  readonly reporter: PersonName;
  readonly status: RiskStatusName;
  /** ISO days of the way through the workflow, where it was not a step a day. */
  readonly moves?: readonly (readonly [to: RiskStatusName, day: string])[];
  readonly inherent: Position;
  readonly residual?: Position;
  /** The residual position before, and who changed it on which ISO day. */
  readonly rescored?: { readonly from: Position; readonly by: PersonName; readonly on: string };
  readonly owner?: PersonName;
  readonly treatment?: 'Mitigate' | 'Accept' | 'Transfer' | 'Avoid';
  /** ISO days. */
  readonly nextReview?: string;
  /** When somebody looked and said that it is still true; Next review is the day set then. */
  readonly reviewed?: { readonly on: string; readonly by: PersonName; readonly note: string };
  readonly due?: string;
  /** What was asked and decided about living with it, the oldest first; the app makes the status and the day follow. */
  readonly acceptances?: readonly AskedAcceptance[];
  /** Only with `Closed`. */
  readonly closed?: string;
  readonly businessImpact?: string;
  readonly abuseCase?: readonly Block[];
  readonly asset?: readonly string[];
  readonly infoSecReference?: string;
  /** Number of the story from which it was made. */
  readonly madeFrom?: number;
  /** Numbers of the stories that the risk could hit. */
  readonly threatens?: readonly number[];
}

/**
 * How a security risk of the demo world is written down. Types only.
 */
import type { Block } from './adf';
import type { PersonName } from './people';

/** [likelihood, impact] */
export type Position = readonly [1 | 2 | 3 | 4 | 5, 1 | 2 | 3 | 4 | 5];

export type RiskStatusName =
  'Identified' | 'Assessed' | 'In treatment' | 'Verification' | 'Awaiting acceptance' | 'Accepted' | 'Closed';

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
  readonly due?: string;
  readonly acceptanceExpires?: string;
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

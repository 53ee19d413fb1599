/**
 * What the linking dialogs offer, as the viewer may see it. Types only; the reads are in risk-suggestions.ts and
 * issue-suggestions.ts.
 */
import type { Level } from '../domain/level';
import type { Progress } from '../domain/progress';
import type { PersonView, RiskStatus } from './risk-view';

/** An issue that can be linked. */
export interface LinkCandidate {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly projectKey: string;
  readonly status: RiskStatus;
  /** The owner of a risk, the assignee of any other issue. */
  readonly person: PersonView | undefined;
  /** `undefined`: no security risk. */
  readonly risk: { readonly level: Level | undefined; readonly progress: Progress } | undefined;
}

/** Why an issue named by its key is not among the candidates. */
export type KeyRefusal = 'otherKind' | 'closed' | 'notFound';

export interface LinkCandidates {
  /** Those the viewer looked at last; only where nothing was typed. */
  readonly recent: readonly LinkCandidate[];
  /** For nothing typed: the first ones of the project. The same project comes first. */
  readonly found: readonly LinkCandidate[];
  /** A key was typed, and that issue cannot be linked under this sentence. */
  readonly refused: { readonly key: string; readonly why: KeyRefusal } | undefined;
}

/** What was typed, and where the dialog stands. */
export interface CandidateQuery {
  readonly text: string;
  /** The project of the issue that is linked. */
  readonly projectId: string;
  /** A bare number means an issue of this project ("412" is SHOP-412). */
  readonly projectKey: string;
  /** The issue itself. */
  readonly excludeIssueIds: readonly string[];
}

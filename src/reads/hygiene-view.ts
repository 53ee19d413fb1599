/**
 * What the page Hygiene shows of the security risks of one project. Types only; the reads are in hygiene.ts.
 */
import type { HygieneRule } from '../domain/hygiene';
import type { Level, Score } from '../domain/level';
import type { Progress } from '../domain/progress';
import type { FieldName, ProjectSetup, RiskStatusKey, SiteSetup } from '../domain/site-setup';
import type { RiskStatus } from './risk-view';

/** What the rules of one project are read by. */
export interface HygieneBasis {
  /** The ids that hold in the project. */
  readonly setup: SiteSetup;
  readonly project: ProjectSetup;
  /** ISO day of the viewer. */
  readonly today: string;
}

/**
 * How a rule is found.
 * - `counted`: Jira's search knows it: a count, and its list, both by `jql`;
 * - `looked`: only a look at the risks themselves tells, at the open ones or at the closed ones;
 * - `noField`: this team-managed project has no field that it could be read from.
 */
export type RuleWay =
  | { readonly way: 'counted'; readonly jql: string }
  | { readonly way: 'looked'; readonly at: 'open' | 'closed' }
  | { readonly way: 'noField'; readonly fields: readonly FieldName[] };

/** An enabler that is neither done nor dropped. */
export interface OpenEnabler {
  readonly key: string;
  readonly summary: string;
  readonly status: RiskStatus;
}

export interface HygieneRow {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: RiskStatus;
  /** Which of the risk workflow's; `undefined` in team-managed projects, whose statuses are their own. */
  readonly statusKey: RiskStatusKey | undefined;
  readonly inherent: Score | undefined;
  readonly residual: Score | undefined;
  readonly level: Level | undefined;
  readonly residualLevel: Level | undefined;
  /** Display name; `undefined` when nobody owns the risk. */
  readonly owner: string | undefined;
  /** ISO days. */
  readonly nextReview: string | undefined;
  readonly acceptanceExpires: string | undefined;
  readonly progress: Progress;
  readonly openEnablers: readonly OpenEnabler[];
  /** What it breaks. */
  readonly rules: readonly HygieneRule[];
}

export interface HygienePage {
  readonly rows: readonly HygieneRow[];
  /** Where the next page begins; missing after the last one. */
  readonly next?: string;
}

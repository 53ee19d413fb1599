/**
 * What the risk board shows of the security risks of one project. Types only; the reads are in risk-board.ts.
 */
import type { Level, Score } from '../domain/level';
import type { Progress } from '../domain/progress';
import type { RiskProblem } from '../domain/risk-problems';
import type { ProjectSetup, RiskStatusKey, SiteSetup, Treatment } from '../domain/site-setup';
import type { Person } from '../jira/issue-fields';
import type { RiskStatus } from './risk-view';

/** One security risk of the register, from Jira's list: no text of it but its summary. */
export interface RiskRow {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: RiskStatus;
  /** Which of the risk workflow's; `undefined` in team-managed projects, whose statuses are their own. */
  readonly statusKey: RiskStatusKey | undefined;
  readonly inherent: Score | undefined;
  readonly residual: Score | undefined;
  /** As stored in the fields. */
  readonly level: Level | undefined;
  readonly residualLevel: Level | undefined;
  readonly owner: Person | undefined;
  readonly treatment: Treatment | undefined;
  /** ISO days. */
  readonly nextReview: string | undefined;
  readonly acceptanceExpires: string | undefined;
  /** ISO instant. */
  readonly created: string | undefined;
  /**
   * From the statuses that its links tell. A link does not tell the resolution: an enabler that was dropped by its
   * resolution alone still counts here; the panel on the risk knows better.
   */
  readonly progress: Progress;
  /** As far as a row tells; what needs the enablers or the stories themselves is left to the panel. */
  readonly problems: readonly RiskProblem[];
}

/** The two halves of a register; each is read by itself. */
export const RISK_LISTS = ['open', 'closed'] as const;
export type RiskList = (typeof RISK_LISTS)[number];

/** What the reads of one project go by. */
export interface RiskBoardBasis {
  /** The ids that hold in the project. */
  readonly setup: SiteSetup;
  readonly project: ProjectSetup;
}

export interface RiskBoardPage {
  readonly rows: readonly RiskRow[];
  /** Where the next page begins; missing after the last one. */
  readonly next?: string;
}

/** What the viewer may do in the project; Jira still checks each risk when it is changed. */
export interface RiskBoardRights {
  readonly edit: boolean;
  readonly create: boolean;
}

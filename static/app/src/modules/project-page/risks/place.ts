import type { RiskBoardBasis, RiskBoardRights } from '../../../../../../src/reads/risk-board-view';
import type { ProjectStand } from '../ProjectPage';

/** What every part of the board stands on. */
export interface RiskPlace {
  readonly stand: ProjectStand;
  readonly basis: RiskBoardBasis;
  /** `undefined` while they are on their way, and where Jira did not tell: nothing is offered then. */
  readonly rights: RiskBoardRights | undefined;
  /** Of the viewer; ISO day. */
  readonly today: string;
  readonly timezone: string;
  /** Who looks; empty where the host does not say. */
  readonly accountId: string;
}

/**
 * What the gadget and the board action show. Types only here; the queries are in gadget.ts.
 */
import type { Level } from '../domain/level';
import type { Progress } from '../domain/progress';
import type { RiskStatus } from './risk-view';

/** A number and the JQL that opens exactly the issues behind it. */
export interface Count {
  readonly count: number;
  readonly jql: string;
}

export interface RiskCounts {
  readonly open: Count;
  readonly byLevel: Readonly<Record<Level, Count>>;
  /** Open risks without a level. */
  readonly unscored: Count;
  /** Open or not: every security risk there ever was. */
  readonly recorded: Count;
}

export interface AttentionCounts {
  readonly overdueReview: Count;
  readonly unowned: Count;
  readonly withoutEnabler: Count;
  /** Acceptances that end within the next 14 days. */
  readonly acceptanceExpiring: Count;
}

export interface EnablerCounts {
  readonly all: Count;
  readonly done: Count;
  readonly inProgress: Count;
  readonly toDo: Count;
}

export interface StoryCounts {
  readonly all: Count;
  /** Relevant and not relevant together. */
  readonly assessed: Count;
  readonly relevant: Count;
  readonly notRelevant: Count;
  readonly unassessed: Count;
  /** Stories past Ready that are not ready; `undefined` where no project has a gate, or Jira refuses to look for them. */
  readonly bypasses: Count | undefined;
}

export interface TopRisk {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly level: Level | undefined;
  readonly score: number | undefined;
  readonly status: RiskStatus;
  /** Display name; `undefined` when nobody owns the risk. */
  readonly owner: string | undefined;
  /** ISO day (2026-12-09). */
  readonly due: string | undefined;
  readonly nextReview: string | undefined;
  readonly progress: Progress;
  /** Opens exactly the enablers that `progress` counts. */
  readonly enablersJql: string;
}

/** Each part arrives on its own, so that the first numbers are painted before the slowest answer is there. */
export interface GadgetParts {
  /**
   * The projects that were counted in the end: as asked, or fewer when Jira does not show this viewer one of them.
   * Known as soon as the first counts are.
   */
  readonly scope: Promise<GadgetScope>;
  readonly risks: Promise<RiskCounts>;
  readonly attention: Promise<AttentionCounts>;
  readonly enablers: Promise<EnablerCounts>;
  readonly stories: Promise<StoryCounts>;
  readonly topRisks: Promise<readonly TopRisk[]>;
}

/** Which projects the gadget covers for this viewer. */
export interface GadgetScope {
  readonly projectIds: readonly string[];
  /** Projects of the configuration that Shift-Up was not added to. */
  readonly notSetUp: number;
  /** Projects of the configuration that this viewer may not see. */
  readonly notVisible: number;
  /** Id of a saved filter: of the projects' issues only those are counted that it finds. */
  readonly filterId?: string;
}

/**
 * What the report shows beside its numbers. Types only; the queries are in report.ts.
 */
import type { Level } from '../domain/level';
import type { ReportNumbers, TeamBlock } from '../domain/report';

/** One risk as the viewer may see it. What is not here, the viewer may not see, or it is gone. */
export interface ReportIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  /** Plain text; `undefined` where nobody wrote one. */
  readonly businessImpact: string | undefined;
  readonly level: Level | undefined;
  /** Display name; `undefined` when nobody owns it. */
  readonly owner: string | undefined;
  /** ISO day. */
  readonly due: string | undefined;
}

/** What numbers and ids are called for this viewer. */
export interface ReportNames {
  /** By id. */
  readonly issues: ReadonlyMap<string, ReportIssue>;
  /** Names of versions by id. */
  readonly versions: ReadonlyMap<string, string>;
}

/** Opens exactly what each number counts. */
export interface ReportLinks {
  readonly open: string;
  readonly byLevel: Readonly<Record<Level, string>>;
  readonly enablers: { readonly done: string; readonly inProgress: string; readonly toDo: string };
  /** Relevant stories by version id. */
  readonly versions: ReadonlyMap<string, string>;
  readonly unplanned: string;
}

/** The report as it is now. */
export interface ReportNow {
  /** Without the history, which Jira does not know. */
  readonly numbers: Omit<ReportNumbers, 'history'>;
  readonly names: ReportNames;
  readonly links: ReportLinks;
  /** Security risks that were ever recorded. */
  readonly recordedRisks: number;
  /** Versions that are not released and that hold relevant stories, beyond those counted. */
  readonly moreVersions: number;
  /** Queries of the team that Jira refused, with Jira's own words. */
  readonly refused: Readonly<Partial<Record<TeamBlock, string>>>;
}

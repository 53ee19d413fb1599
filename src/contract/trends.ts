/**
 * What pages can ask the functions about the history of projects. JSON-safe.
 */
import type { Trend } from '../domain/trend';
import type { Result } from './result';

/** Reconstruction of the days before the history began. */
export interface Rebuild {
  readonly state: 'running' | 'done' | 'failed';
  readonly startedAt: string;
  readonly endedAt?: string;
  /** Security risks of the project; missing while they are being counted. */
  readonly total?: number;
  readonly looked: number;
  /** Days that were written. */
  readonly days: number;
}

// A type alias, not an interface: @forge/bridge's makeInvoke wants an index signature.
export type TrendDefs = {
  /**
   * The history of these projects (at most 50), of those only that the person may browse now; in the order asked.
   * `days`: how many days back, today (UTC) included, at most 400.
   */
  readTrends: (payload: {
    readonly projectIds: readonly string[];
    readonly days: number;
  }) => Result<{ readonly trends: readonly Trend[] }>;
  /** Project admins. */
  readRebuild: (payload: { readonly projectId: string }) => Result<{ readonly last?: Rebuild }>;
  /** Starts the job, or answers with the one under way. Project admins. */
  rebuildTrend: (payload: { readonly projectId: string }) => Result<Rebuild>;
};

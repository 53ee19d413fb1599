/**
 * What a load came to: what was asked in all, how near it came to each limit, and whether everybody got what they wanted.
 */
import { POINTS_AN_HOUR } from './limits';
import type { LoadStage } from './load-stage';
import type { Peak } from './meter';

export interface LoadOutcome {
  readonly load: string;
  readonly asked: string;
  /** Issues, looks, decisions: what the cost is divided by. */
  readonly things: number;
  readonly requests: number;
  readonly points: number;
  readonly functionRuns: number;
  readonly storageReads: number;
  readonly storageWrites: number;
  readonly jobs: number;
  /** Simulated minutes. */
  readonly minutes: number;
  readonly longestFunctionSeconds: number;
  /** Beside every limit, the highest share first; points are of the whole load. */
  readonly peaks: readonly Peak[];
  /** How often Jira or storage refused because of a limit. */
  readonly refused: Readonly<Record<string, number>>;
  /** Function runs that ended by their time limit or by an error. */
  readonly failedRuns: number;
  readonly result: string;
  /** Everybody got everything. */
  readonly complete: boolean;
}

export interface Finding {
  readonly things: number;
  readonly result: string;
  readonly complete: boolean;
}

/** Plays one load and counts it. */
export async function played(
  stage: LoadStage,
  names: Pick<LoadOutcome, 'load' | 'asked'>,
  play: () => Promise<Finding>,
): Promise<LoadOutcome> {
  const { meter, site, time } = stage;
  const began = time.clock.now().getTime();
  const finding = await play();
  const { requests, points } = site.jira.costs.totals();
  const sum = (of: readonly { readonly much: number }[]) => of.reduce((total, { much }) => total + much, 0);
  const minutes = (time.clock.now().getTime() - began) / 60_000;
  const quota: Peak = { of: 'points an hour', most: points, limit: POINTS_AN_HOUR };
  const share = ({ most, limit }: Peak) => most / limit;
  return {
    ...names,
    ...finding,
    requests,
    points,
    functionRuns: meter.runs.length,
    storageReads: sum(meter.reads),
    storageWrites: sum(meter.writes),
    jobs: sum(meter.jobs),
    minutes,
    longestFunctionSeconds: Math.max(0, ...meter.runs.map(({ seconds }) => seconds)),
    peaks: [quota, ...meter.peaks()].sort((one, other) => share(other) - share(one)),
    refused: { ...meter.refusals(), ...(meter.storageRefused > 0 ? { storage: meter.storageRefused } : {}) },
    failedRuns: site.forge.invocations.entries.filter(({ outcome }) => outcome !== 'answered').length,
  };
}

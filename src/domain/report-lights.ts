/**
 * The traffic light of each block of the report. Pure.
 *
 * | Block           | No data                              | Act now                                          | Watch                                            |
 * | --------------- | ------------------------------------ | ------------------------------------------------ | ------------------------------------------------ |
 * | typed in        | nothing typed                        | as its author judged it                          | as its author judged it                          |
 * | counted by JQL  | not counted                          | `act` or more                                    | `watch` or more                                  |
 * | `openRisks`     | no risk was ever recorded            | by the project's thresholds (light.ts)           | by the project's thresholds                      |
 * | `goLive`        | no version with relevant stories     | one goes live within 14 days, or is late, with a | one goes live within 60 days with a relevant     |
 * |                 |                                      | relevant story that is not protected             | story that is not protected                      |
 * | `requirements`  | no enabler                           | by the project's thresholds                      | by the project's thresholds                      |
 *
 * Everything else is On track.
 */
import { daysAfter } from './day';
import { lightOf, type LightState } from './light';
import { percentDone, type Progress } from './progress';
import type { Light, Thresholds } from './project-settings';
import { TEAM_BLOCKS, type ReportBlock, type TeamBlockContent, type TeamBlock, type VersionNumbers } from './report';

/** Within so many days a version goes live soon. */
export const SHIP_SOON_DAYS = 14;
/** Within so many days there is still time, and something to watch. */
export const SHIP_WATCH_DAYS = 60;

export interface ReportFacts {
  readonly recordedRisks: number;
  readonly openCritical: number;
  readonly enablers: Progress;
  readonly versions: readonly VersionNumbers[];
  readonly blocks: Readonly<Record<TeamBlock, TeamBlockContent>>;
  readonly counted: Readonly<Partial<Record<TeamBlock, number>>>;
  /** ISO day. */
  readonly day: string;
}

export function reportLights(
  facts: ReportFacts,
  thresholds: Readonly<Record<Light, Thresholds>>,
): Readonly<Record<ReportBlock, LightState>> {
  const { recordedRisks, openCritical, enablers } = facts;
  const team = Object.fromEntries(
    TEAM_BLOCKS.map((block) => [block, teamLight(facts.blocks[block], facts.counted[block])]),
  ) as Record<TeamBlock, LightState>;
  return {
    ...team,
    openRisks: lightOf('openRisks', recordedRisks > 0 ? openCritical : undefined, thresholds.openRisks),
    goLive: goLiveLight(facts.versions, facts.day),
    requirements: lightOf('enablers', percentDone(enablers), thresholds.enablers),
  };
}

export function teamLight(content: TeamBlockContent, counted: number | undefined): LightState {
  if (content.kind === 'typed') {
    return content.entries.length === 0 && content.number === undefined ? 'noData' : content.light;
  }
  if (counted === undefined) return 'noData';
  if (counted >= content.act) return 'actNow';
  return counted >= content.watch ? 'watch' : 'onTrack';
}

export function goLiveLight(versions: readonly VersionNumbers[], day: string): LightState {
  const holding = versions.filter(({ relevant }) => relevant > 0);
  if (holding.length === 0) return 'noData';
  const within = (days: number) =>
    holding.some((version) => unprotectedIn(version) > 0 && shipsBy(version, daysAfter(day, days)));
  if (within(SHIP_SOON_DAYS)) return 'actNow';
  return within(SHIP_WATCH_DAYS) ? 'watch' : 'onTrack';
}

/** Relevant stories that nothing protects. */
export function unprotectedIn(version: Pick<VersionNumbers, 'relevant' | 'protected'>): number {
  return Math.max(0, version.relevant - version.protected);
}

/** A version without a day ships nobody knows when: not by any day. */
export function shipsBy({ due }: Pick<VersionNumbers, 'due'>, day: string): boolean {
  return due !== undefined && due <= day;
}

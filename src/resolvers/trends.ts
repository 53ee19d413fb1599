/** Operations on the history of projects. */
import * as v from 'valibot';
import { readTrends, type TrendsAsked } from '../commands/read-trends';
import { readRebuild, rebuildTrend } from '../commands/rebuild-trend';
import { appErrorOf } from '../commands/refusal';
import { success, type Result } from '../contract/result';
import { TREND_DAYS_MOST, type Trend } from '../domain/trend';
import { rebuildMachine } from '../events/rebuild-job';
import type { Caller, Operations } from './define';
import { noteFailure } from './log';
import { id, projectIds } from './payloads';

/** How many days back. */
export const trendDays = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(TREND_DAYS_MOST));

export const trendOperations: Pick<Operations, 'readTrends' | 'readRebuild' | 'rebuildTrend'> = {
  readTrends: {
    payload: v.object({ projectIds, days: trendDays }),
    // Which of the projects the person may browse is asked of Jira, as that person, before anything is shown.
    demands: () => ({ demand: 'signedIn' }),
    run: async ({ jira, now }, payload) => ({ trends: await readTrends(jira, payload, now) }),
  },
  readRebuild: {
    payload: v.object({ projectId: id }),
    demands: ({ projectId }) => ({ demand: 'projectAdmin', projectId }),
    run: async (_caller, { projectId }) => readRebuild(rebuildMachine, projectId),
  },
  rebuildTrend: {
    payload: v.object({ projectId: id }),
    demands: ({ projectId }) => ({ demand: 'projectAdmin', projectId }),
    run: async (_caller, { projectId }) => rebuildTrend(rebuildMachine, projectId),
  },
};

/** The history beside something else: what goes wrong with it is said, and keeps nothing from being answered. */
export async function trendsBeside({ jira, now }: Caller, asked: TrendsAsked): Promise<Result<readonly Trend[]>> {
  try {
    return success(await readTrends(jira, asked, now));
  } catch (error) {
    const known = appErrorOf(error) ?? { code: 'internal' as const };
    const what = error instanceof Error ? error.name : typeof error;
    await noteFailure({ operation: 'trends', code: known.code, error: what }, known.code, 'person');
    return { ok: false, error: known };
  }
}

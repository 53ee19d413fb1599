/**
 * One project, as the support page shows it: five values.
 */
import type { QueueItem, SupportProject } from '../contract/support';
import type { Recalculation } from '../contract/risks';
import { readProjectSetup } from '../storage/project-setup';
import { readRebuildRun, type RebuildRun } from '../storage/rebuild-run';
import { isFulfilled, readLevelsRun, readLevelsWish, type LevelsRun, type LevelsWish } from '../storage/recalculation';
import { readReconciled } from '../storage/reconcile-run';
import type { Reader } from '../storage/schedule-runs';
import { iso, queueItem, type Unfinished } from './support-schedules';

export interface SupportLook {
  readonly project: SupportProject;
  readonly queues: readonly QueueItem[];
}

/** `undefined` for a project that Shift-Up is not in, or whose settings cannot be read. */
export async function supportProject(legible: Reader, projectId: string, now: Date): Promise<SupportLook | undefined> {
  const [setup, looked, wish, run, rebuild] = await Promise.all([
    legible(() => readProjectSetup(projectId)),
    legible(() => readReconciled(projectId)),
    legible(() => readLevelsWish(projectId)),
    legible(() => readLevelsRun(projectId)),
    legible(() => readRebuildRun(projectId)),
  ]);
  if (setup === undefined) return undefined;
  const levels = levelsWaiting(projectId, wish, run);
  const history = rebuildWaiting(projectId, rebuild);
  const state = levels?.state ?? run?.recalculation.state;
  return {
    project: {
      projectId,
      // Only a team-managed project has ids of its own.
      teamManaged: setup.own !== undefined,
      gate: setup.settings.gate,
      ...(looked === undefined ? {} : { lookedAt: iso(looked.through) }),
      ...(state === undefined ? {} : { levels: state }),
      ...(rebuild === undefined ? {} : { history: rebuild.rebuild.state }),
    },
    queues: [levels, history].flatMap((work) => (work === undefined ? [] : [queueItem(work, now.getTime())])),
  };
}

function levelsWaiting(
  projectId: string,
  wish: LevelsWish | undefined,
  run: LevelsRun | undefined,
): Unfinished | undefined {
  if (wish === undefined || isFulfilled(wish, run)) return undefined;
  const base = { queue: 'levels', projectId } as const;
  // No job has begun with it yet.
  if (run?.id !== wish.id) return { ...base, state: 'waiting', since: wish.at, movedAt: wish.at };
  return { ...base, state: 'running', since: startOf(run.recalculation), movedAt: run.movedAt };
}

function rebuildWaiting(projectId: string, run: RebuildRun | undefined): Unfinished | undefined {
  if (run?.rebuild.state !== 'running') return undefined;
  const { rebuild, movedAt } = run;
  return { queue: 'rebuilds', projectId, state: 'running', since: startOf(rebuild), movedAt };
}

function startOf({ startedAt }: Pick<Recalculation, 'startedAt'>): number {
  return Date.parse(startedAt);
}

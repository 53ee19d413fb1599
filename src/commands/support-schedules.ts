/**
 * The schedules and their queues, as the support page shows them.
 */
import type { QueueItem, QueueName, ScheduleView } from '../contract/support';
import { isStuck, SCHEDULES, timingOf, type Schedule } from '../domain/schedule';
import type { ScheduleRun, ScheduleRuns } from '../storage/schedule-runs';

/** @param now milliseconds since 1970, here and below. */
export function scheduleViews(runs: ScheduleRuns, now: number): readonly ScheduleView[] {
  return SCHEDULES.map((schedule) => {
    const run = runs[schedule];
    const timing = timingOf(schedule, run === undefined ? undefined : (run.startedAt ?? run.movedAt), now);
    return run === undefined ? { schedule, timing } : { schedule, timing, last: lastOf(run, now) };
  });
}

function lastOf(run: ScheduleRun, now: number): NonNullable<ScheduleView['last']> {
  const { startedAt, movedAt, state, code, left } = run;
  const isOver = state !== 'running';
  return {
    state: isOver ? state : isStuck(movedAt, now) ? 'stuck' : 'running',
    ...(startedAt === undefined ? {} : { startedAt: iso(startedAt) }),
    ...(isOver ? { endedAt: iso(movedAt) } : {}),
    ...(code === undefined ? {} : { code }),
    ...(left === undefined ? {} : { left }),
  };
}

const QUEUE_OF: Readonly<Record<Schedule, QueueName>> = {
  reconcile: 'reconcile',
  digest: 'digest',
  snapshot: 'snapshots',
};

/** What the schedules have under way. */
export function scheduleQueues(runs: ScheduleRuns, now: number): readonly QueueItem[] {
  return SCHEDULES.flatMap((schedule) => {
    const run = runs[schedule];
    if (run?.state !== 'running') return [];
    const since = run.startedAt ?? run.movedAt;
    return [queueItem({ queue: QUEUE_OF[schedule], state: 'running', since, movedAt: run.movedAt }, now)];
  });
}

/** Work that is not finished; where nobody heard of it for too long it is stuck. Instants in milliseconds since 1970. */
export interface Unfinished {
  readonly queue: QueueName;
  readonly projectId?: string;
  readonly state: 'waiting' | 'running';
  readonly since: number;
  readonly movedAt: number;
}

export function queueItem({ queue, projectId, state, since, movedAt }: Unfinished, now: number): QueueItem {
  return {
    queue,
    ...(projectId === undefined ? {} : { projectId }),
    state: isStuck(movedAt, now) ? 'stuck' : state,
    since: iso(since),
    movedAt: iso(movedAt),
  };
}

export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

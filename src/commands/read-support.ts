/**
 * The state of the app on this site, for the support page: what is stored about its own work, read and nothing else. Costs
 * Jira nothing. Storage: seven values and one query, and five values for each project of the answer.
 */
import type { AppFacts, QueueItem, RecentError, SupportRun, SupportView } from '../contract/support';
import { DamagedValueError } from '../storage/kvs';
import { readErrorCounts, type ErrorCount } from '../storage/recent-errors';
import { readScheduleRuns, type Reader } from '../storage/schedule-runs';
import { readSetupRecord } from '../storage/setup-record';
import { readSetupRun, type StoredRun } from '../storage/setup-run';
import { readSiteSetup } from '../storage/site-setup';
import { supportProject } from './support-project';
import { queueItem, scheduleQueues, scheduleViews } from './support-schedules';

/** Projects of one answer: 258 reads, of the 4,000 that Forge gives a site in a minute. */
const PROJECTS_AT_ONCE = 50;

export interface SupportQuestion {
  readonly app: AppFacts;
  readonly now: Date;
  /** The last project of the answer before. */
  readonly after?: string;
}

export async function readSupport({ app, now, after = '0' }: SupportQuestion): Promise<SupportView> {
  const unreadable: string[] = [];
  const legible = legibleOr(unreadable);
  const [site, record, run, schedules, errors] = await Promise.all([
    legible(readSiteSetup),
    legible(readSetupRecord),
    legible(readSetupRun),
    readScheduleRuns(legible),
    readErrorCounts(now),
  ]);
  const left = [...(record?.projectIds ?? [])]
    .sort((one, other) => Number(one) - Number(other))
    .filter((id) => Number(id) > Number(after));
  const shown = left.slice(0, PROJECTS_AT_ONCE);
  const last = shown.at(-1);
  const looks = await Promise.all(shown.map((id) => supportProject(legible, id, now)));
  const projects = looks.filter((look) => look !== undefined);
  const ofSite = [...setUpQueue(run, now.getTime()), ...scheduleQueues(schedules, now.getTime())];
  return {
    at: now.toISOString(),
    app,
    isSetUp: site !== undefined,
    ...(run === undefined ? {} : { setupRun: setupRunOf(run) }),
    schedules: scheduleViews(schedules, now.getTime()),
    queues: [...ofSite, ...projects.flatMap(({ queues }) => queues)],
    errors: errors.map((count) => recentError(count, now)).sort((a, b) => b.lastAt.localeCompare(a.lastAt)),
    projects: projects.map(({ project }) => project),
    unreadable: unreadable.sort(),
    ...(last !== undefined && left.length > shown.length ? { next: last } : {}),
  };
}

/** Something damaged is what the page is for: it is named, and the rest is shown. */
function legibleOr(unreadable: string[]): Reader {
  return async (read) => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof DamagedValueError)) throw error;
      unreadable.push(error.key);
      return undefined;
    }
  };
}

function setupRunOf({ kind, state, startedAt, endedAt, steps }: StoredRun): SupportRun {
  const failed = steps.find((step) => step.state === 'failed');
  return {
    kind,
    state,
    startedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
    steps: steps.length,
    done: steps.filter((step) => step.state === 'done').length,
    ...(failed === undefined ? {} : { failed: { step: failed.step, code: failed.error?.code ?? 'internal' } }),
  };
}

function setUpQueue(run: StoredRun | undefined, now: number): readonly QueueItem[] {
  if (run === undefined || (run.state !== 'running' && run.state !== 'waiting')) return [];
  const { state, startedAt, waitsUntil, movedAt } = run;
  // While Jira asked to wait, silence says nothing.
  const heardAt = waitsUntil === undefined ? movedAt : Math.max(movedAt, Date.parse(waitsUntil));
  const item = queueItem({ queue: 'setUp', state, since: Date.parse(startedAt), movedAt: heardAt }, now);
  return [{ ...item, movedAt: new Date(movedAt).toISOString() }];
}

function recentError({ operation, code, lastAt, days }: ErrorCount, now: Date): RecentError {
  const week = Object.values(days).reduce((sum, count) => sum + count, 0);
  const today = days[now.toISOString().slice(0, 10)] ?? 0;
  return { operation, code, today, week, lastAt: new Date(lastAt).toISOString() };
}

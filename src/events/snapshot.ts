/**
 * The history: every project that Shift-Up was added to is counted once on each day, which is a day in UTC. The schedule
 * comes every hour, so that one hour in which Jira or Forge failed is no missed day; it may come twice, late or not at all,
 * and a job may be killed anywhere. A day on which a project could not be counted stays a gap.
 *
 * Points of Jira's quota: at most fourteen a project and day (reads/day-counts.ts), one more where nobody chose yet in which
 * statuses a story should be ready; 500 projects cost 7,000 a day.
 */
import type { ErrorCode } from '../contract/result';
import type { ProjectSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { countDay } from '../reads/day-counts';
import { noteError } from '../resolvers/log';
import { DamagedValueError } from '../storage/kvs';
import { takeTurn } from '../storage/lease';
import { readProjectSetup } from '../storage/project-setup';
import { readSnapshotRun, writeSnapshotRun, type SnapshotRun } from '../storage/snapshot-run';
import { isCounted, removeTrend, writeCounted } from '../storage/trend';
import { codeOf, isPassing, logJiraError, openScene, type Scene } from './scene';
import { setUpProjects } from './set-up-projects';

const JOB = {
  /** No project is begun after that. The function has 55 s, and a project takes less than the rest. */
  workMilliseconds: 30_000,
  /** From then on a job is dead for sure. */
  lifeMilliseconds: 60_000,
  /** A run that was not heard of for so long lost its job. */
  lostMilliseconds: 30 * 60_000,
  /** Projects counted side by side: some 20 requests at once, where Jira takes 150 a second. */
  atOnce: 2,
  /** Projects for which Jira was not to be reached, in one job, after which the others wait too. */
  unreachedMost: 3,
  /** How often Jira's "later" is waited for, and how long at most: what the queue can wait. The next hour comes anyway. */
  pausesMost: 6,
  pauseSeconds: { usual: 60, most: 900 },
} as const;

export interface SnapshotJob {
  /** ISO day in UTC. */
  readonly day: string;
  /** The turn this job was sent for; a job that comes twice or late is known by it. */
  readonly turn: number;
}

export interface SnapshotMachine {
  push(job: SnapshotJob, delaySeconds: number): Promise<void>;
  now(): Date;
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Begins the counting of today, unless it is done or somebody is at it. Projects added since are counted too. */
export async function startSnapshot(machine: SnapshotMachine): Promise<void> {
  const now = machine.now();
  if ((await openScene(now)) === undefined) return;
  const day = dayOf(now);
  const last = await readSnapshotRun();
  const run = last?.day === day ? last : undefined;
  if (run?.state === 'running' && now.getTime() - run.movedAt < JOB.lostMilliseconds) return;
  if (run?.state === 'done' && (await isComplete(run))) return;
  const { turn, after, left, startedAt } = run ?? { turn: 1, after: undefined, left: [], startedAt: undefined };
  const goesOn = run !== undefined && run.state !== 'done';
  const next: SnapshotRun = {
    version: 1,
    day,
    state: 'running',
    turn,
    movedAt: now.getTime(),
    pauses: 0,
    left: goesOn ? left : [],
    startedAt: goesOn && startedAt !== undefined ? startedAt : now.getTime(),
    ...(goesOn && after !== undefined ? { after } : {}),
  };
  await writeSnapshotRun(next);
  await machine.push({ day, turn }, 0);
}

async function isComplete({ seen = [] }: SnapshotRun): Promise<boolean> {
  return (await setUpProjects()).every(({ projectId }) => seen.includes(projectId));
}

/** @returns after how many seconds the same job should come again; `undefined` when it is done with. */
export async function snapshotOn(
  machine: SnapshotMachine,
  { day, turn }: SnapshotJob,
  isRetry: boolean,
): Promise<number | undefined> {
  const before = await readSnapshotRun();
  // What was not counted by midnight cannot be known any more.
  if (before?.day !== day || before.state !== 'running' || dayOf(machine.now()) !== day) return undefined;
  // Late or double.
  if (turn < before.turn && !isRetry) return undefined;
  const now = machine.now().getTime();
  const taken = await takeTurn('snapshot-lease', day, before.turn, { now, milliseconds: JOB.lifeMilliseconds });
  if ('takenUntil' in taken) return isRetry ? Math.ceil((taken.takenUntil - now) / 1000) : undefined;
  const [run, scene] = await Promise.all([readSnapshotRun(), openScene(machine.now())]);
  if (run?.day !== day || run.state !== 'running' || scene === undefined) return undefined;
  await new Job(machine, scene, { ...run, turn: taken.turn }).work();
  return undefined;
}

/** Not an error: the time of this job is used up, or Jira asks to wait. */
class HandOver extends Error {
  constructor(
    readonly delaySeconds: number,
    readonly isPause: boolean,
  ) {
    super('the next job goes on');
  }
}

class Job {
  readonly #until: number;
  #after: string | undefined;
  /** Projects that the next hour has to look at again. */
  readonly #left: string[];
  #unreached = 0;
  /** What went wrong last. */
  #code: ErrorCode | undefined;

  constructor(
    private readonly machine: SnapshotMachine,
    private readonly scene: Scene,
    private readonly run: SnapshotRun,
  ) {
    this.#until = machine.now().getTime() + JOB.workMilliseconds;
    this.#after = run.after;
    this.#left = [...run.left];
    this.#code = run.code;
  }

  async work(): Promise<void> {
    const projects = await setUpProjects();
    try {
      await this.#count(projects.filter(({ projectId }) => Number(projectId) > Number(this.#after ?? 0)));
    } catch (error) {
      if (!(error instanceof HandOver)) throw error;
      await this.#handOver(error);
      return;
    }
    const seen = projects.map(({ projectId }) => projectId).filter((id) => !this.#left.includes(id));
    await writeSnapshotRun({ ...this.#next('done'), seen });
  }

  async #count(projects: readonly ProjectSetup[]): Promise<void> {
    for (let start = 0; start < projects.length; start += JOB.atOnce) {
      const now = this.machine.now();
      // The rest of the day is missed; the schedule begins the next one.
      if (dayOf(now) !== this.run.day) return;
      if (now.getTime() > this.#until) throw new HandOver(0, false);
      const some = projects.slice(start, start + JOB.atOnce);
      const outcomes = await Promise.allSettled(some.map((project) => this.#countOne(project)));
      // All of them are at rest by now, so that nothing goes on behind a job that ended.
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      this.#after = some.at(-1)?.projectId ?? this.#after;
      if (this.#unreached >= JOB.unreachedMost) throw new HandOver(JOB.pauseSeconds.usual, true);
    }
  }

  /** What cannot be counted is left out, and said in the log. @throws HandOver where Jira asks to wait. */
  async #countOne(project: ProjectSetup): Promise<void> {
    const { projectId } = project;
    const { day } = this.run;
    try {
      if (await isCounted(projectId, day)) return;
      const readyStatusIds = await this.scene.readyStatusIds(project);
      const counted = { ...project, settings: { ...project.settings, readyStatusIds } };
      const counts = await countDay(this.scene.jira, this.scene.site, counted, day);
      // Counted after midnight, it says nothing about the day before.
      if (dayOf(this.machine.now()) !== day) return;
      await writeCounted(projectId, day, counts);
      // Undo forgets the settings first and the history then: whichever of the two comes last finds both.
      if ((await readProjectSetup(projectId)) === undefined) await removeTrend(projectId, day);
    } catch (error) {
      if (error instanceof DamagedValueError) {
        await noteError('snapshot', error);
        this.#code = 'internal';
        return;
      }
      if (!(error instanceof JiraError)) throw error;
      await logJiraError('snapshot', error);
      this.#code = codeOf(error);
      if (error.kind === 'rateLimited') {
        throw new HandOver(error.details.retryAfterSeconds ?? JOB.pauseSeconds.usual, true);
      }
      if (!isPassing(error)) return;
      this.#left.push(projectId);
      this.#unreached += 1;
    }
  }

  async #handOver({ delaySeconds, isPause }: HandOver): Promise<void> {
    const pauses = this.run.pauses + (isPause ? 1 : 0);
    // The next hour goes on where this one stopped.
    if (pauses > JOB.pausesMost || delaySeconds > JOB.pauseSeconds.most) {
      return writeSnapshotRun(this.#next('stopped'));
    }
    const next = { ...this.#next('running'), pauses };
    await writeSnapshotRun(next);
    await this.machine.push({ day: next.day, turn: next.turn }, delaySeconds);
  }

  #next(state: SnapshotRun['state']): SnapshotRun {
    const { after: _before, ...run } = this.run;
    return {
      ...run,
      state,
      turn: run.turn + 1,
      movedAt: this.machine.now().getTime(),
      left: this.#left,
      ...(this.#after === undefined ? {} : { after: this.#after }),
      ...(this.#code === undefined ? {} : { code: this.#code }),
    };
  }
}
